"""Text in another encoding than UTF-8 becomes Markdown."""

from __future__ import annotations

from quiz.core.documents.blocks import Kind
from quiz.core.documents.document import Document
from quiz.core.rendering.front_matter import front_matter
from quiz.core.text.safe_text import sanitise
from quiz.formats.documents.converted import Converted, UnreadableError
from quiz.formats.documents.markdown.inline import Inline
from quiz.formats.documents.markdown.writer import MarkdownWriter
from quiz.store.files.encodings import decoded

_MARKDOWN = (".md", ".markdown")
_BULLETS = "-*•–—·"


def read_text(data: bytes, name: str, encoding: str = "") -> Converted:
    """Text with its headings and lists; Markdown stays as it is. Raises UnreadableError."""
    try:
        text, used = decoded(data, encoding)
    except LookupError:
        raise UnreadableError(
            f"there is no encoding {encoding}", "for example windows-1252"
        ) from None
    except UnicodeError:
        raise UnreadableError(f"the file is not in {encoding}", "leave --encoding out") from None
    if "\0" in text:
        raise UnreadableError("the file is no text", "convert a file with text in it")
    notes = (f"read as {used}; if letters are wrong, say --encoding NAME",)
    text = sanitise(text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    "))
    if name.lower().endswith(_MARKDOWN):
        head = front_matter(text)
        return Converted(text[head.length :], head.title, head.language, notes=notes)
    out = MarkdownWriter()
    document = Document("text", text)
    for block in document.blocks:
        words = Inline(document.text[block.text_start : block.text_end])
        raw = document.text[block.start : block.end]
        if block.kind is Kind.HEADING:
            out.heading(block.level + 1, Inline(raw.split("\n")[0]))
        elif block.kind is Kind.CODE:
            out.code(raw)
        elif block.kind is Kind.ITEM and raw.strip()[:1] in _BULLETS:
            out.item(0, words)
        else:
            out.paragraph(Inline(raw))
    title = document.title if document.sections and document.sections[0].level == 0 else ""
    return Converted(out.markdown, title, notes=notes)
