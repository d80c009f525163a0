from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quiz.errors import DocumentError, QuizError
from quiz.store.files.home import Places, places
from quiz.store.library import found_files as set_files
from quiz.store.library.library import Library

SET = """\
id: {id}
title: {title}
documents: {{doc: documents/a.txt, out: ../../outside.txt, none: documents/none.txt}}
questions:
  - id: first
    type: numeric
    stem: How many?
    answer: 1
    sources: [{{document: doc, exact: e}}]
  - id: second
    type: open
    stem: Say
    model_answer: {answer}
    points: [p]
    sources: [{{document: doc, exact: e}}]
"""

Write = Callable[..., Path]
Open = Callable[..., Library]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    """An empty home; no shipped sets."""
    monkeypatch.setattr(set_files, "shipped_questions", lambda: tmp_path / "shipped")
    return places({"QUIZ_HOME": str(tmp_path / "home")})


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(name: str, id_: str = "", title: str = "T", answer: str = "This") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(SET.format(id=id_ or path.stem, title=title, answer=answer))
        return path

    return write


@pytest.fixture
def opened(home: Places, tmp_path: Path) -> Iterator[Open]:
    libraries: list[Library] = []

    def opened(*paths: Path) -> Library:
        libraries.append(Library.open(list(paths) or None, places=home, cwd=tmp_path))
        return libraries[-1]

    yield opened
    for library in libraries:
        library.close()


def ids(library: Library) -> list[str]:
    return [entry.id for entry in library.sets]


def test_sets_come_from_here_then_the_users_folder_then_the_shipped_ones(
    write: Write, opened: Open
) -> None:
    for name in ("shipped/s/a.yaml", "home/questions/b.yaml", "questions/c.yml", "other/d.yaml"):
        write(name)
    assert ids(opened()) == ["c", "b", "a"]


def test_given_paths_leave_out_all_other_places(write: Write, opened: Open) -> None:
    write("questions/a.yaml")
    file, folder = write("x/b.yaml"), write("y/deep/c.yaml").parent.parent
    library = opened(file, folder)
    assert [(e.id, e.root) for e in library.sets] == [("b", file.parent), ("c", folder)]


def test_a_folder_is_searched_sorted_and_without_hidden_and_document_folders(
    write: Write, opened: Open, tmp_path: Path
) -> None:
    kept = ["q/b.yaml", "q/c.YAML", "q/a/b/c/d/e.yml"]
    dropped = ["q/.hidden/f.yaml", "q/.g.yaml", "q/documents/h.yaml", "q/a/b/c/d/e/i.yaml"]
    for name in (*kept, *dropped, "q/readme.txt"):
        write(name, id_=name.replace("/", "-").replace("q-", "").lstrip("."))
    found = [str(entry.path.relative_to(tmp_path)) for entry in opened(tmp_path / "q").sets]
    assert found == kept


def test_links_out_of_the_folder_are_not_followed(
    write: Write, opened: Open, tmp_path: Path
) -> None:
    write("q/a.yaml")
    secret = write("elsewhere/b.yaml")
    (tmp_path / "q" / "folder").symlink_to(secret.parent)
    (tmp_path / "q" / "file.yaml").symlink_to(secret)
    (tmp_path / "q" / "loop").symlink_to(tmp_path / "q")
    assert ids(opened(tmp_path / "q")) == ["a"]


def test_a_folder_with_too_many_files_is_read_in_part(
    write: Write, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(set_files, "MAX_FILES", 2)
    for name in "dacb":
        write(f"q/{name}.yaml")
    assert ids(opened(tmp_path / "q")) == ["a", "b"]


def test_a_file_reached_twice_counts_once(write: Write, opened: Open, tmp_path: Path) -> None:
    path = write("q/a.yaml")
    (tmp_path / "link").symlink_to(path.parent)
    assert len(opened(path, path.parent, tmp_path / "link", path).sets) == 1


def test_an_identical_copy_is_left_out(write: Write, opened: Open, tmp_path: Path) -> None:
    write("shipped/a.yaml")
    write("questions/a.yaml")
    assert [entry.path for entry in opened().sets] == [tmp_path / "questions" / "a.yaml"]


def test_another_set_with_a_used_id_is_broken(write: Write, opened: Open) -> None:
    first, second = write("questions/a.yaml"), write("shipped/a.yaml", answer="Else")
    good, bad = opened().sets
    assert (good.path, good.ok, bad.path, bad.ok) == (first, True, second, False)
    assert bad.problems[0].message == f"the id 'a' is already used by {first}"
    assert (bad.problems[0].path, bad.problems[0].line) == (str(second), 1)


def test_a_broken_set_does_not_hide_a_good_one(write: Write, opened: Open) -> None:
    write("questions/a.yaml").write_text("id: good\ntitle: [\n")
    write("questions/b.yaml").write_bytes(b"\xff\xfe")
    write("questions/c.yaml", id_="good")
    library = opened()
    assert [(entry.id, entry.ok) for entry in library.sets] == [
        ("good", False),
        ("b", False),
        ("good", True),
    ]
    assert library.entry("good").ok
    assert library.sets[0].index == ()


def test_a_broken_set_with_a_used_id_keeps_its_own_problems(write: Write, opened: Open) -> None:
    write("questions/a.yaml")
    write("shipped/a.yaml", answer="''")
    assert [problem.rule for problem in opened().sets[1].problems] == ["empty"]


@pytest.mark.parametrize("name", ["nowhere", "empty", "nowhere.yaml"])
def test_a_given_path_without_sets_is_an_error(opened: Open, tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(QuizError, match=name):
        opened(tmp_path / name)


def test_what_an_entry_tells(write: Write, opened: Open, tmp_path: Path) -> None:
    path = write("questions/a.yaml", title="About a")
    for library in (opened(), opened()):  # parsed, then from the cache
        entry = library.sets[0]
        assert (entry.path, entry.root) == (path, tmp_path / "questions")
        assert (entry.title, entry.language, entry.count) == ("About a", "en", 2)
        assert entry.documents["doc"] == "documents/a.txt"
        assert [(row.id, row.type, row.line) for row in entry.index] == [
            ("first", "numeric", 5),
            ("second", "open", 10),
        ]
        question = library.question("a/second")
        assert entry.rows["second"].key_hash == question.key_hash
        assert library.place("a/second") == (path, 10)


def test_questions_are_had_by_uid(write: Write, opened: Open) -> None:
    write("questions/a.yaml")
    write("questions/b.yaml", answer="That")
    for library in (opened(), opened()):
        found = library.questions(["b/second", "a/first", "b/first"])
        assert list(found) == ["b/second", "a/first", "b/first"]
        assert [question.key[0] for question in found.values()] == ["That", "1", "1"]
        assert library.question_set("b").questions == (found["b/first"], found["b/second"])


@pytest.mark.parametrize("uid", ["a/none", "none/first", "a", "", "a/first/more"])
def test_an_unknown_question_is_an_error(write: Write, opened: Open, uid: str) -> None:
    write("questions/a.yaml")
    library = opened()
    with pytest.raises(QuizError, match="there is no question"):
        library.question(uid)
    with pytest.raises(QuizError, match="there is no question"):
        library.place(uid)


def test_a_document_is_read_once_and_by_its_key(write: Write, opened: Open, tmp_path: Path) -> None:
    write("questions/documents/a.txt").write_text("Words of the document.\n")
    write("questions/a.yaml")
    library = opened()
    document = library.document("a", "doc")
    assert document.text.strip() == "Words of the document."
    assert library.document("a", "doc") is document


@pytest.mark.parametrize("key", ["out", "none", "undeclared"])
def test_a_document_outside_or_missing_is_an_error(
    write: Write, opened: Open, tmp_path: Path, key: str
) -> None:
    write("questions/sub/a.yaml")
    (tmp_path / "outside.txt").write_text("secret")
    with pytest.raises(DocumentError):
        opened().document("a", key)


def test_a_document_may_lie_beside_the_folder_of_the_set(
    write: Write, opened: Open, tmp_path: Path
) -> None:
    write("questions/sub/deep/a.yaml")
    (tmp_path / "questions" / "outside.txt").write_text("inside the library folder")
    assert opened().document("a", "out").text.startswith("inside")


def test_after_an_edit_a_set_is_read_again(write: Write, opened: Open, tmp_path: Path) -> None:
    write("questions/documents/a.txt").write_text("Old words.\n")
    path = write("questions/a.yaml")
    library = opened()
    assert library.question("a/second").key[0] == "This"
    assert library.document("a", "doc").text.startswith("Old")
    (tmp_path / "questions/documents/a.txt").write_text("New words.\n")
    path.write_text(path.read_text().replace("This", "Now"))
    assert library.reload("a").ok
    assert library.question("a/second").key[0] == "Now"
    assert library.document("a", "doc").text.startswith("New")


def test_an_edit_that_breaks_a_set_is_told_and_can_be_mended(write: Write, opened: Open) -> None:
    path = write("questions/a.yaml")
    library = opened()
    good = path.read_text()
    path.write_text(good.replace("answer: 1", "answer: one"))
    assert [(p.line, p.rule) for p in library.reload("a").problems] == [(8, "bad-value")]
    assert not library.sets[0].ok
    path.write_text(good)
    assert library.reload(library.sets[0]).ok
    assert library.sets[0].ok
    path.unlink()
    assert "no such file" in library.reload("a").problems[0].message


def test_an_edit_may_not_take_an_id_in_use(write: Write, opened: Open) -> None:
    write("questions/a.yaml")
    path = write("questions/b.yaml")
    library = opened()
    path.write_text(path.read_text().replace("id: b", "id: a"))
    assert "already used" in library.reload("b").problems[0].message


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("mesotherapy", ["mesotherapy"]),
        ("Skin", ["skin-care", "skin-types"]),
        ("the needle", ["mesotherapy"]),
        ("m.yaml", ["mesotherapy"]),
        ("types", ["skin-types"]),
        ("derma", ["skin-care", "skin-types"]),
        ("needle", ["mesotherapy"]),
        ("NEED", ["mesotherapy"]),
        ("skin of", ["skin-types"]),
        ("Càring", ["skin-care"]),
        ("{tmp}/questions/derma", ["skin-care", "skin-types"]),
        ("{tmp}/questions/m.yaml", ["mesotherapy"]),
    ],
)
def test_a_set_is_found_by_what_a_user_types(
    write: Write, opened: Open, tmp_path: Path, name: str, expected: list[str]
) -> None:
    write("questions/m.yaml", "mesotherapy", "The needle")
    write("questions/derma/care.yaml", "skin-care", "Caring")
    write("questions/derma/types.yaml", "skin-types", "Types of skin")
    found = opened().find(name.format(tmp=tmp_path))
    assert sorted(entry.id for entry in found) == expected


def test_a_misspelt_set_names_its_neighbour(write: Write, opened: Open) -> None:
    write("questions/mesotherapy.yaml")
    with pytest.raises(QuizError, match=r"'mesoterapie'.*did you mean 'mesotherapy'"):
        opened().find("mesoterapie")


def test_a_misspelt_word_of_a_title_names_the_set_and_its_title(write: Write, opened: Open) -> None:
    write("questions/m.yaml", "mesotherapy", "The golden needle")
    with pytest.raises(QuizError, match=r"'neddle'.*'mesotherapy'\? \(The golden needle\)"):
        opened().find("neddle")


def test_a_whole_word_comes_before_the_beginning_of_one(write: Write, opened: Open) -> None:
    write("questions/a.yaml", "one", "All about skins")
    write("questions/b.yaml", "two", "All about skin")
    assert [entry.id for entry in opened().find("skin")] == ["two"]


@pytest.mark.parametrize("name", ["", "  ", "\0", "...", "x" * 10_000])
def test_an_odd_name_is_an_error(write: Write, opened: Open, name: str) -> None:
    write("questions/a.yaml")
    with pytest.raises(QuizError):
        opened().find(name)


def test_nothing_is_written_without_sets(opened: Open, home: Places) -> None:
    assert opened().sets == []
    assert not home.data.exists()


def test_one_home_holds_everything(tmp_path: Path) -> None:
    found = places({"QUIZ_HOME": str(tmp_path)})
    assert found.history == tmp_path / "history.sqlite"
    assert found.settings == tmp_path / "settings.toml"
    assert (found.cache, found.questions) == (tmp_path / "cache", tmp_path / "questions")


def test_a_relative_home_is_made_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert places({"QUIZ_HOME": "here"}).data == tmp_path / "here"


def test_without_a_home_the_platform_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    for found in (places({}), places({"QUIZ_HOME": " "})):
        assert "citequiz" in found.history.parts
        assert "citequiz" in found.settings.parts


def test_private_folders_are_for_their_owner_only(tmp_path: Path) -> None:
    from quiz.store.files.home import private_folder

    old = os.umask(0)
    try:
        private_folder(tmp_path / "a" / "b")
    finally:
        os.umask(old)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "a" / "b").stat().st_mode & 0o777 == 0o700


def test_the_shipped_sets_are_found_beside_the_package() -> None:
    assert set_files.shipped_questions().name == "questions"
    assert set_files.shipped_questions().is_dir()
