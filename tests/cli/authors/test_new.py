from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quiz.core.documents.language import UNKNOWN, language_of
from quiz.core.questions.cloze import Cloze
from quiz.errors import QuizError
from quiz.formats.schema import FILE_NAME, schema_text
from quiz.store.checking.checking import check_file
from quiz.store.library.found_files import Found, shipped_questions
from quiz.store.scaffold.scaffold import NewSet, new_set
from quiz.store.scaffold.types import OFFERED
from quiz.store.sets.reading import read_set
from quiz.store.sets.type_fields import TYPES as KINDS
from tests.cli.running import Cli
from tests.effort import examples

KETTLE = """\
About kettles

A kettle heats water until it boils. The steam leaves through a narrow spout, where it can
make a whistle sound. Most electric kettles switch off within 3 seconds of boiling.

Water boils at 100 °C at sea level. On a high mountain it boils at a lower temperature,
because the air presses less on it.
"""


@pytest.fixture
def training(cli: Cli) -> Path:
    """A folder with documents, and no set, in the folder where the command runs."""
    folder = cli.work / "training"
    (folder / "documents").mkdir(parents=True)
    (folder / "documents" / "kettle.txt").write_text(KETTLE, "utf-8")
    (folder / "documents" / "Tea & pots.md").write_text(
        "# Tea\n\nGreen tea wants water of 80 °C.\n\n- Black tea wants boiling water.\n", "utf-8"
    )
    return folder


def uncommented(text: str) -> str:
    """With all questions that are offered as comments."""
    return re.sub(r"^  #(?: (?=- id:|  )|$)", "  ", text, flags=re.MULTILINE)


def findings(path: Path, text: str) -> list[tuple[str, str]]:
    path.write_text(text, "utf-8")
    report = check_file(Found(path, path.parent)).report
    return [(str(finding.severity), finding.rule) for finding in report.findings]


def worse_than_info(path: Path, text: str) -> list[tuple[str, str]]:
    return [found for found in findings(path, text) if found[0] != "info"]


def test_a_new_set_is_written_beside_the_documents(cli: Cli, training: Path) -> None:
    ran = cli("new", "training/documents/kettle.txt")
    assert (ran.status, ran.err) == (0, "")
    text = (training / "kettle.yaml").read_text("utf-8")
    assert text.startswith(
        "# yaml-language-server: $schema=question-set.schema.json\n"
        "id: kettle\ntitle: About kettles\nlanguage: en\nmarkup: markdown\n"
        "documents:\n  kettle: documents/kettle.txt\n"
    )
    assert (training / FILE_NAME).read_text("utf-8") == schema_text()
    assert "wrote training/kettle.yaml: 1 question to start with, 8 more as comments" in ran.out
    assert "quiz draft training/" in ran.out
    assert "quiz check training/kettle.yaml" in ran.out


def test_the_check_finds_no_fault_in_it_and_it_can_be_studied(cli: Cli, training: Path) -> None:
    cli("new", "training/documents/kettle.txt")
    assert cli("check", "training", "--fail-on", "warning").status == 0
    studied = cli("study", "training/kettle.yaml", "--plain", typed="boils\n")
    assert studied.status == 0
    assert "A kettle heats" in studied.out


def test_the_offered_questions_are_sound_once_they_are_taken(cli: Cli, training: Path) -> None:
    made = new_set([training / "documents" / "kettle.txt"])
    text = uncommented(made.text)
    assert [f for f in findings(training / "all.yaml", text) if f[0] == "error"] == []
    found = read_set(training / "all.yaml").set
    assert found is not None
    assert {question.type for question in found.questions} == set(KINDS)
    assert (made.asked, made.offered) == (1, len(OFFERED)) == (1, len(KINDS) - 1)


def test_a_first_question_is_asked_about_each_document(training: Path) -> None:
    made = new_set(sorted((training / "documents").iterdir()))
    assert worse_than_info(training / "training.yaml", made.text) == []
    found = read_set(training / "training.yaml").set
    assert found is not None
    assert found.documents == {
        "tea-pots": "documents/Tea & pots.md",
        "kettle": "documents/kettle.txt",
    }
    assert [q.sources[0].document for q in found.questions] == ["tea-pots", "kettle"]
    assert found.title == "Tea · About kettles"
    assert found.id == "training"
    gaps = [q.gaps[0][0] for q in found.questions if isinstance(q, Cloze)]
    assert len(gaps) == 2
    assert not {"tea", "kettles"} & set(gaps)


def test_id_title_and_file_can_be_given(cli: Cli, training: Path) -> None:
    ran = cli(
        "new", "training/documents/kettle.txt", "--id", "k1", "--title", "Pots: all", "-o", "s.yaml"
    )
    assert ran.status == 0
    found = read_set(cli.work / "s.yaml").set
    assert found is not None
    assert (found.id, found.title) == ("k1", "Pots: all")
    assert found.documents == {"kettle": "training/documents/kettle.txt"}


def test_a_schema_above_is_pointed_at_and_not_written_again(cli: Cli, training: Path) -> None:
    (cli.work / FILE_NAME).write_text("{}")
    ran = cli("new", "training/documents/kettle.txt")
    first = (training / "kettle.yaml").read_text("utf-8").split("\n")[0]
    assert first == f"# yaml-language-server: $schema=../{FILE_NAME}"
    assert not (training / FILE_NAME).exists()
    assert (cli.work / FILE_NAME).read_text() == "{}"
    assert "of another version" in ran.out


def test_nothing_is_overwritten_without_force(cli: Cli, training: Path) -> None:
    (training / "kettle.yaml").write_text("mine")
    ran = cli("new", "training/documents/kettle.txt")
    assert ran.status == 2
    assert "--force" in ran.err
    assert (training / "kettle.yaml").read_text() == "mine"
    assert not (training / FILE_NAME).exists()
    assert cli("new", "training/documents/kettle.txt", "--force").status == 0
    assert (training / "kettle.yaml").read_text("utf-8").startswith("# yaml-language-server")


def test_an_id_that_is_taken_is_not_used_again(training: Path) -> None:
    (training / "other.yaml").write_text("id: kettle\n")
    made = new_set([training / "documents" / "kettle.txt"])
    assert made.text.startswith("id: kettle-2\n")
    with pytest.raises(QuizError, match="taken"):
        new_set([training / "documents" / "kettle.txt"], set_id="kettle")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("none.txt",), "there is no such document"),
        (("training",), "this is a folder"),
        ((), "missing argument"),
        (("training/documents/kettle.txt", "--id", "a b"), "'a b' of the set is malformed"),
        (("training/documents/kettle.txt", "--id", "../x"), "malformed"),
        (("training/documents/kettle.txt", "--title", " "), "the title is empty"),
        (("training/documents/kettle.txt", "-o", "x.txt"), "x.txt.yaml"),
        (("training/documents/kettle.txt", "-o", "no/x.yaml"), "there is no such folder"),
        (
            ("training/documents/kettle.txt", "-o", "sets/x.yaml"),
            "copy it to sets/documents/kettle.txt, or leave --output out: the set then goes to "
            "training",
        ),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(
    cli: Cli, training: Path, args: tuple[str, ...], said: str
) -> None:
    before = sorted(cli.work.rglob("*"))
    ran = cli("new", *args)
    assert ran.status == 2
    assert said in ran.err
    assert "Traceback" not in ran.err
    assert sorted(cli.work.rglob("*")) == before


def test_a_folder_documents_holds_no_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    deep = tmp_path / "set" / "documents" / "part"
    deep.mkdir(parents=True)
    (deep / "kettle.txt").write_text(KETTLE, "utf-8")
    made = new_set([Path("set/documents/part/kettle.txt")])
    assert made.path == Path("set/kettle.yaml")
    assert "documents/part/kettle.txt" in made.text


def test_a_document_without_a_sentence_of_its_own_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("tick\n" * 2000)
    with pytest.raises(QuizError, match="nothing can be quoted"):
        new_set([path])


@pytest.mark.parametrize(
    "text",
    [
        "42",
        "a a\n\na a",
        "{{x}}",
        "a: b # c",
        "- - -\n1. a",
        "水は百度で沸騰します。",
        "'\"",
        "x\u200dy\n",
    ],
)
def test_odd_documents_make_sound_sets(text: str, tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_text(text, "utf-8")
    if not any(map(str.isalnum, text)):
        with pytest.raises(QuizError):
            new_set([path])
        return
    made = new_set([path])
    for written in (made.text, uncommented(made.text)):
        assert [f for f in findings(tmp_path / "odd.yaml", written) if f[0] == "error"] == []


MARKS = "at 3.5 kg: a 'b' \"c\" {{d}} {e} # - | > & * [f] ? % @ `g` — “h” \\ é 水 no"
WORDS = st.sampled_from(["Water", "boils.", *MARKS.split()])
LINES = st.lists(WORDS, min_size=1, max_size=30).map(" ".join)
TEXTS = st.lists(LINES, min_size=1, max_size=8).map("\n".join) | st.text(min_size=1, max_size=80)


def _tried(path: Path) -> tuple[NewSet | None, str]:
    try:
        return new_set([path]), ""
    except QuizError as error:
        return None, error.message


@example(text="\ud7fc\x850", gaps="\n")
@settings(max_examples=examples(120), deadline=None)
@given(text=TEXTS, gaps=st.sampled_from(["\n", "\n\n", " ", "\r\n"]))
def test_the_set_for_any_document_has_no_errors(
    tmp_path_factory: pytest.TempPathFactory, text: str, gaps: str
) -> None:
    folder = tmp_path_factory.mktemp("set")
    path = folder / "any.txt"
    path.write_bytes(text.replace("\n", gaps).encode("utf-8", "replace"))
    made, refused = _tried(path)
    if made is None:
        assert "nothing can be quoted" in refused or "is empty" in refused
        return
    for written in (made.text, uncommented(made.text)):
        errors = [f for f in findings(folder / "any.yaml", written) if f[0] == "error"]
        assert errors == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Water boils at 100 °C at sea level, and a lid keeps the steam in the pot.", "en"),
        ("Der Topf ist nicht leer und die Milch ist mit dem Deckel auf dem Herd.", "de"),
        ("L'eau bout dans une casserole qui est sur le feu avec les œufs.", "fr"),
        ("Het water kookt en de stoom wordt niet door een deksel tegengehouden.", "nl"),
        ("水は百度で沸騰します。", "ja"),
        ("Η κατσαρόλα βράζει", "el"),
        ("Pot 42", UNKNOWN),
        ("", UNKNOWN),
    ],
)
def test_the_language_is_told_or_left_open(text: str, language: str) -> None:
    assert language_of(text) == language


def test_the_language_of_the_shipped_documents_is_told() -> None:
    for path in shipped_questions().rglob("documents/*.txt"):
        assert language_of(path.read_text("utf-8")) == "en"


def test_a_language_that_is_not_told_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Pot 42")
    assert "language: und  # could not be told" in new_set([tmp_path / "a.txt"]).text


@pytest.mark.parametrize("args", [("new", "training/documents/kettle.txt"), ("schema",)])
def test_neither_command_loads_textual(cli: Cli, training: Path, args: tuple[str, ...]) -> None:
    code = (
        f"import sys; from quiz.cli.main import run; run({list(args)!r}); "
        "sys.exit(any(name.split('.')[0] in ('textual', 'rich') for name in sys.modules))"
    )
    assert cli.python("-c", code).returncode == 0


def test_the_schema_is_printed(cli: Cli) -> None:
    assert cli("schema").out == schema_text()
