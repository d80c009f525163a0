"""Files read in a process of their own: what it says, and what it survives."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from quiz.errors import DocumentError
from quiz.extras import install
from quiz.formats.documents import child, converting
from quiz.formats.documents import zipped as packages
from quiz.formats.documents.converted import UnreadableError
from quiz.formats.documents.converting import convert
from tests.effort import times
from tests.formats.documents.making import box, column, docx, epub, odt, para, pdf, pptx, zipped
from tests.processes import run_python


def text_of(data: bytes, name: str, **more: str) -> str:
    return convert(data, Path(name), **more).markdown  # type: ignore[arg-type]


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(DocumentError) as caught:
        convert(data, Path(name))
    return str(caught.value)


def test_what_a_file_is_is_told_by_its_bytes() -> None:
    assert text_of(docx(para("Leave.")), "plan.txt") == "Leave.\n"
    assert text_of(pdf([column("Leave the building at once, all of you.", 70, 700)]), "a.md")
    assert text_of(b"<!DOCTYPE html><html><p>Leave.</html>", "plan.md") == "Leave.\n"


def test_the_converter_is_named_with_its_version_and_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    pages = [column(f"Page {n} has a text that is longer.", 70, 700) for n in range(3)]
    found = convert(pdf(pages), Path("a.pdf"), progress=lambda *done: told.append(done))
    assert found.converter.startswith("citequiz ")
    assert "pypdfium2 " in found.converter
    assert told == [(0, 3), (1, 3), (2, 3)]


def test_pandoc_reads_other_kinds_and_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("SECRET", encoding="utf-8")
    secret = tmp_path / "secret.txt"
    rst = f"Plan\n====\n\nLeave *now*.\n\n.. include:: {secret}\n"
    found = convert(rst.encode(), Path("plan.rst"))
    assert found.markdown == "Leave *now*.\n"
    assert found.title == "Plan"
    assert "pandoc 3." in found.converter
    tex = rf"\documentclass{{article}}\begin{{document}}\input{{{secret}}} x\end{{document}}"
    for name, text in (("a.tex", tex), ("a.org", f"#+INCLUDE: {secret}\nx\n")):
        assert "SECRET" not in text_of(text.encode(), name)
    assert "not found" in refusal(f"include::{secret}[]\n\nx\n".encode(), "a.adoc")


def test_text_in_another_encoding_is_read_and_its_encoding_told() -> None:
    found = convert("GRÖSSE\n\nDie Tür – zu.\n\n- eins\n- zwei\n".encode("cp1252"), Path("a.txt"))
    assert "Die Tür – zu." in found.markdown
    assert "windows-1252" in found.notes[0]
    assert text_of("Die Tür".encode("cp437"), "a.txt", encoding="cp437") == "Die Tür\n"
    assert "no encoding klingon" in _refused_encoding("klingon")
    assert "not in utf-8" in _refused_encoding("utf-8")


def _refused_encoding(name: str) -> str:
    with pytest.raises(DocumentError) as caught:
        convert(b"T\xfcr", Path("a.txt"), encoding=name)
    return str(caught.value)


ENTITIES = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:body><w:p><w:r><w:t>&b;&c;</w:t></w:r></w:p></w:body></w:document>"""


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (zipped({"word/document.xml": ENTITIES}), "a.docx", "entities"),
        (docx(para("x"))[:-40], "a.docx", "damaged"),
        (zipped({"readme.txt": "x"}), "a.zip", "zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.doc", "before 2007"),
        (b"\x89PNG\r\n", "a.png", "OCR"),
        (b"\0\1\2\3" * 50, "a.bin", "no text"),
        (b"\\documentclass{article}\\begin{document} \\end{oops", "a.tex", "pandoc cannot read it"),
        (b"", "a.docx", "empty"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(data: bytes, name: str, says: str) -> None:
    assert says in refusal(data, name)


def test_an_archive_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    made = docx(para("x" * 1_000_000))
    assert len(made) < 10_000
    monkeypatch.setattr(packages, "MAX_PART", 100_000)
    with pytest.raises(UnreadableError, match="unpacks to more than"):
        packages.Parts(made).read("word/document.xml")
    monkeypatch.setattr(packages, "MAX_PART", 2_000_000)
    monkeypatch.setattr(packages, "MAX_ALL", 1_500_000)
    parts = packages.Parts(made)
    parts.read("word/document.xml")
    with pytest.raises(UnreadableError, match="unpacks to more than"):
        parts.read("word/document.xml")


def test_a_reader_that_breaks_down_or_takes_too_long_is_ended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(converting, "_START", "import os; os.abort()")
    assert "damaged, or made to do harm" in refusal(b"x", "a.txt")
    monkeypatch.setattr(converting, "_START", "import time; time.sleep(60)")
    with pytest.raises(DocumentError, match="minutes"):
        convert(b"x", Path("a.txt"), seconds=0.2)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is no such limit")
def test_memory_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    hungry = (
        "import sys; sys.path[:] = sys.argv.pop(1).split('\\n'); "
        "import quiz.formats.documents.child as c; c.read = lambda *a: bytearray(1 << 40); "
        "sys.exit(c.main(sys.argv[1:]))"
    )
    monkeypatch.setattr(converting, "_START", hungry)
    assert "of memory" in refusal(b"x", "a.rst")
    assert child.MEMORY < 1 << 40


@pytest.mark.parametrize(("library", "name"), [("pypdfium2", "a.pdf"), ("pypandoc", "a.rst")])
def test_a_missing_extra_is_named_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, library: str, name: str
) -> None:
    without = converting._START.replace(
        "from quiz", f"sys.modules[{library!r}] = None; from quiz", 1
    )
    monkeypatch.setattr(converting, "_START", without)
    data = pdf([column("Leave.", 70, 700)]) if name == "a.pdf" else b"x"
    extra = {"pypdfium2": "pdf", "pypandoc": "documents"}[library]
    said = refusal(data, name)
    assert install(extra) in said
    assert "\n" not in said


def test_ten_thousand_pages_are_read() -> None:
    pages = times(10_000, 1_000)
    page = column("This page says one thing, and the next one says it too.", 70, 700)
    found = convert(pdf([page] * pages), Path("long.pdf"))
    assert found.markdown.count("<!-- page ") == pages


WATCHED = """
import os, sys
def watch(event, arguments):
    reaching = event.startswith(("socket.", "urllib.", "ftplib.", "subprocess.", "os.system"))
    writing = event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+")
    if reaching or writing or event in ("os.remove", "os.rename", "os.mkdir"):
        os._exit(9)
sys.dont_write_bytecode = True
sys.addaudithook(watch)
"""
AWAY = "<img src='http://example.org/a.png'><link rel=stylesheet href='//example.org/a.css'>"
FETCHING: dict[str, str | bytes] = {
    "a.html": f"<!doctype html><html>{AWAY}<script src='http://example.org/a.js'></script>x</html>",
    "a.epub": epub({"a.xhtml": f"<p>x{AWAY}</p>"}),
    "a.docx": docx('<w:p><w:hyperlink r:id="web"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>'),
    "a.pptx": pptx([box("x", "title")]),
    "a.odt": odt(
        "<text:p>x<drawing:frame><drawing:object href='../../a'/></drawing:frame></text:p>"
    ),
    "a.vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\nx\n",
    "a.pdf": pdf([column("x marks the spot", 70, 700)]),
}


@pytest.mark.parametrize("name", FETCHING)
def test_nothing_is_fetched_started_or_written_while_a_file_is_read(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(converting, "_START", WATCHED + converting._START)
    content = FETCHING[name]
    assert "x" in text_of(content if isinstance(content, bytes) else content.encode(), name)


@pytest.mark.parametrize(
    "deed", ["open('x', 'w')", "import socket; socket.create_connection(('::1', 9))"]
)
def test_the_watch_sees_a_reader_that_writes_or_reaches_out(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, deed: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(converting, "_START", WATCHED + deed)
    assert "made to do harm" in refusal(b"x", "a.txt")


def test_nothing_of_it_is_loaded_by_other_commands() -> None:
    code = "import sys; from quiz.cli.main import run; run(['--help']); print(*sorted(sys.modules))"
    done = run_python("-c", code)
    assert done.returncode == 0, done.stderr
    loaded = done.stdout.split("\n")[-2].split()
    found = {name.partition(".")[0] for name in loaded} | set(loaded)
    assert not found & {"pypdfium2", "pypandoc", "zipfile", "quiz.formats.documents"}
