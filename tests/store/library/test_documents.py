from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from quiz.errors import DocumentError
from quiz.store.library.documents import MAX_BYTES, read_document


def test_markdown_made_to_be_slow_is_refused(tmp_path: Path) -> None:
    text = b"[" * 90_000 + b"\n"
    assert read_document(written(tmp_path / "a.md", text), root=tmp_path).text
    slow = written(tmp_path / "b.md", b"\n\n".join([b"*a_[" * 50_000] * 3))
    assert "marks of Markdown" in refused(slow, tmp_path).message
    read_document(written(tmp_path / "b.txt", b"*a_[" * 50_000), root=tmp_path)


def refused(path: Path, root: Path) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        read_document(path, root=root)
    assert caught.value.path == str(path)
    return caught.value


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"plain\n", "plain\n"),
        ("Größe – 한국어".encode(), "Größe – 한국어"),
        ("\ufeffwith mark".encode(), "with mark"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (b"nul \x00 esc \x1b[2J", "nul ␀ esc ␛[2J"),
        (b"a\tb", "a    b"),
        ("x\u202ey".encode(), "x‹U+202E›y"),
    ],
)
def test_text_is_decoded_and_normalised(tmp_path: Path, data: bytes, text: str) -> None:
    path = written(tmp_path / "d.txt", data)
    document = read_document(path, root=tmp_path)
    assert (document.text, document.name, document.path) == (text, "d", str(path))


def test_markdown_is_known_by_its_suffix_and_the_name_is_the_sets(tmp_path: Path) -> None:
    path = written(tmp_path / "d.MD", b"# Title\n\ntext")
    document = read_document(path, root=tmp_path, name="key")
    assert (document.name, document.title, document.markdown) == ("key", "Title", True)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_byte_that_is_not_utf8_is_named_with_its_place(tmp_path: Path, mark: bytes) -> None:
    data = mark + "one\r\n\ttwö\rcaf".encode() + b"\xe9 au lait"
    error = refused(written(tmp_path / "d.txt", data), tmp_path)
    assert error.message.startswith("byte 0xE9")
    assert f"offset {len(data) - 9}" in error.message
    assert (error.line, error.column) == (3, 4)
    assert "save the file as UTF-8" in str(error)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_other_unicode_encodings_are_named(tmp_path: Path, encoding: str) -> None:
    data = ("" if encoding.endswith(("6", "2")) else "\ufeff") + "text"
    error = refused(written(tmp_path / "d.txt", data.encode(encoding)), tmp_path)
    assert f"{encoding[:6].upper()}, not UTF-8" in error.message


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\t\n"])
def test_an_empty_document_is_refused(tmp_path: Path, data: bytes) -> None:
    assert "empty" in refused(written(tmp_path / "d.txt", data), tmp_path).message


@pytest.mark.parametrize("name", ["d.pdf", "d", "d.txt.gz"])
def test_only_text_and_markdown_are_documents(tmp_path: Path, name: str) -> None:
    assert ".txt or .md" in refused(written(tmp_path / name, b"text"), tmp_path).message


def test_a_document_larger_than_the_limit_is_not_even_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("quiz.store.library.documents._open_below")
    path = tmp_path / "d.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    error = refused(path, tmp_path)
    assert "too large" in error.message
    assert "20 MB" in str(error)


def test_a_document_of_just_the_limit_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quiz.store.library.documents.MAX_BYTES", 4)
    assert read_document(written(tmp_path / "d.txt", b"four"), root=tmp_path).text == "four"
    assert "too large" in refused(written(tmp_path / "d.txt", b"fives"), tmp_path).message


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "d.txt").mkdir()
    assert "a folder" in refused(tmp_path / "d.txt", tmp_path).message


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "d.txt")
    assert "a pipe" in refused(tmp_path / "d.txt", tmp_path).message


def test_a_pipe_that_takes_the_files_place_does_not_block(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "d.txt")
    plain = written(tmp_path / "plain.txt", b"text").stat()
    monkeypatch.setattr(Path, "stat", lambda self, **_: plain)
    assert "a pipe" in refused(tmp_path / "d.txt", tmp_path).message


def test_a_device_is_refused_even_inside_the_root(tmp_path: Path) -> None:
    (tmp_path / "d.txt").symlink_to("/dev/zero")
    assert "outside" in refused(tmp_path / "d.txt", tmp_path).message
    assert "a device" in refused(tmp_path / "d.txt", Path("/")).message


def test_a_link_that_stays_inside_is_followed(tmp_path: Path) -> None:
    written(tmp_path / "real.txt", b"text")
    (tmp_path / "d.txt").symlink_to("real.txt")
    assert read_document(tmp_path / "d.txt", root=tmp_path).text == "text"


def test_paths_and_links_that_leave_the_root_are_refused(tmp_path: Path) -> None:
    root = tmp_path / "set"
    root.mkdir()
    outside = written(tmp_path / "x.txt", b"secret")
    (root / "link.txt").symlink_to(outside)
    (root / "folder").symlink_to(tmp_path)
    for path in (root / "../x.txt", root / "link.txt", root / "folder" / "x.txt", outside):
        assert "outside" in refused(path, root).message


def test_nothing_is_told_about_missing_files_outside(tmp_path: Path) -> None:
    (tmp_path / "set").mkdir()
    written(tmp_path / "secret.txt", b"x")
    assert "outside" in refused(tmp_path / "set" / ".." / "secre.txt", tmp_path / "set").message


def test_a_root_that_is_a_link_itself_is_fine(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    written(tmp_path / "real" / "d.txt", b"text")
    (tmp_path / "root").symlink_to("real")
    assert read_document(tmp_path / "root" / "d.txt", root=tmp_path / "root").text == "text"


def test_a_missing_document_is_named_with_its_nearest_neighbour(tmp_path: Path) -> None:
    written(tmp_path / "electronic-mesotherapy.txt", b"text")
    error = refused(tmp_path / "electronic-mesoterapy.txt", tmp_path)
    assert error.message == "there is no such document"
    assert error.hint == "did you mean electronic-mesotherapy.txt?"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert (
        refused(tmp_path / "documents" / "d.txt", tmp_path).hint
        == "there is no folder documents either"
    )


def test_a_document_without_like_neighbours_gets_no_hint(tmp_path: Path) -> None:
    written(tmp_path / "zzz.txt", b"text")
    assert refused(tmp_path / "d.txt", tmp_path).hint is None


def test_a_loop_of_links_and_a_broken_name_are_errors_not_crashes(tmp_path: Path) -> None:
    (tmp_path / "d.txt").symlink_to("d.txt")
    refused(tmp_path / "d.txt", tmp_path)
    refused(tmp_path / "a\0b.txt", tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_document_without_permission_is_an_error(tmp_path: Path) -> None:
    path = written(tmp_path / "d.txt", b"text")
    path.chmod(0)
    assert "cannot be read" in refused(path, tmp_path).message


def test_a_folder_exchanged_for_a_link_meanwhile_never_leads_outside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside, root = tmp_path / "outside", tmp_path / "root"
    inner = root / "a" / "documents"
    inner.mkdir(parents=True)
    outside.mkdir()
    written(outside / "d.txt", b"secret")
    path = written(inner / "d.txt", b"public")
    assert read_document(path, root=root).text == "public"
    found = Path.stat

    def exchanging(self: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        status = found(self, follow_symlinks=follow_symlinks)
        if self.name == "d.txt" and not inner.is_symlink():
            inner.rename(root / "away")
            inner.symlink_to(outside)
        return status

    monkeypatch.setattr(Path, "stat", exchanging)
    assert "cannot be read" in refused(path, root).message


def test_a_name_in_another_unicode_form_is_the_same_name(tmp_path: Path) -> None:
    (tmp_path / unicodedata.normalize("NFD", "Übung.txt")).write_text("Die Pumpe läuft.", "utf-8")
    found = read_document(tmp_path / unicodedata.normalize("NFC", "Übung.txt"), root=tmp_path)
    assert found.text == "Die Pumpe läuft."


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("documents\\manual.txt", "write / instead of \\: documents/manual.txt"),
        ("MANUAL.txt", "capitals count in file names: it is called manual.txt"),
        ("manuel.txt", "did you mean manual.txt?"),
    ],
)
def test_a_name_as_other_systems_write_it_gets_a_sentence_that_helps(
    name: str, hint: str, tmp_path: Path
) -> None:
    (tmp_path / "manual.txt").write_text("The pump runs.", "utf-8")
    with pytest.raises(DocumentError) as raised:
        read_document(tmp_path / name, root=tmp_path)
    assert raised.value.hint == hint


def test_an_address_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="an address of the web is not opened"):
        read_document(tmp_path / "https://example.org/manual.txt", root=tmp_path)


def test_a_document_that_folding_makes_huge_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quiz.store.library.documents.MAX_GROWTH", 34)
    assert read_document(written(tmp_path / "d.txt", ("\ufdfa" * 2).encode()), root=tmp_path)
    error = refused(written(tmp_path / "e.txt", ("\ufdfa" * 3).encode()), tmp_path)
    assert "stand for whole words" in error.message
