from __future__ import annotations

from quiz.study.editing.tidying import tidied

QUESTION = """\
  - answer: Gas   # not a fluid
    # what they see
    stem: >
      What does
      yeast make?

    id: gas
    sources:
      - document: bread
        exact: 'It''s'
    type: short-answer
""".splitlines()


def test_keys_come_in_order_with_their_lines_and_comments() -> None:
    made = tidied(QUESTION, 0, len(QUESTION))
    assert made is not None
    assert made[0] == "  - id: gas"
    assert made[1] == "    type: short-answer"
    assert made[2:4] == ["    # what they see", "    stem: >"]
    assert sorted(line.strip() for line in made) == sorted(
        line.strip().removeprefix("- ")
        if "answer: Gas" in line
        else ("- id: gas" if line.strip() == "id: gas" else line.strip())
        for line in QUESTION
    )
    assert tidied(made, 0, len(made)) is None


def test_what_would_say_something_else_afterwards_is_left_alone() -> None:
    assert tidied(["- &a id: x", "  stem: y"], 0, 2) is None
    assert tidied(["- id: x", " odd", "  stem: y"], 0, 3) is None
    assert tidied(["- {id: x, stem: y}"], 0, 1) is None
