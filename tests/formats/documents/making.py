"""Small files of many kinds, made by hand for the tests of their readers."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def relations(*targets: tuple[str, str, str], external: Sequence[str] = ()) -> str:
    """A part of relations: id, kind and target of each."""
    outside = ' TargetMode="External"'
    rows = "".join(
        f'<Relationship Id="{id_}" Type="{_KIND}/{kind}" Target="{target}"'
        f"{outside if id_ in external else ''}/>"
        for id_, kind, target in targets
    )
    return f'<Relationships xmlns="{_RELATIONS}">{rows}</Relationships>'


def docx(body: str, *, styles: str = "", numbering: str = "", footnotes: str = "") -> bytes:
    """A Word file with this inside its body."""
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relations(("r1", "officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {W} {R}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations(
            ("r1", "styles", "styles.xml"),
            ("r2", "numbering", "numbering.xml"),
            ("r3", "footnotes", "footnotes.xml"),
            ("web", "hyperlink", "https://example.org/a"),
            external=["web"],
        ),
    }
    for name, inner in (("styles", styles), ("numbering", numbering), ("footnotes", footnotes)):
        if inner:
            parts[f"word/{name}.xml"] = f"<w:{name} {W}>{inner}</w:{name}>"
    return zipped(parts)


def para(text: str, style: str = "", extra: str = "") -> str:
    """A paragraph of a Word file."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{extra}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


HEADINGS = "".join(
    f'<w:style w:styleId="H{n}"><w:name w:val="heading {n}"/></w:style>' for n in (1, 2, 3)
)


def pptx(
    slides: Sequence[str],
    *,
    hidden: Sequence[int] = (),
    notes: Mapping[int, str] = MappingProxyType({}),
) -> bytes:
    """A presentation whose slides have these shapes."""
    numbers = range(1, len(slides) + 1)
    ids = "".join(f'<p:sldId id="{255 + n}" r:id="s{n}"/>' for n in numbers)
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relations(("r1", "officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": (
            f"<p:presentation {P} {R}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>"
        ),
        "ppt/_rels/presentation.xml.rels": relations(
            *((f"s{n}", "slide", f"slides/slide{n}.xml") for n in numbers)
        ),
    }
    for n, shapes in zip(numbers, slides, strict=True):
        show = ' show="0"' if n in hidden else ""
        parts[f"ppt/slides/slide{n}.xml"] = _tree("sld", shapes, show)
        if n in notes:
            shape = box(notes[n], "body")
            parts[f"ppt/notesSlides/n{n}.xml"] = _tree("notes", shape, "")
            parts[f"ppt/slides/_rels/slide{n}.xml.rels"] = relations(
                ("n", "notesSlide", f"../notesSlides/n{n}.xml")
            )
    return zipped(parts)


def _tree(name: str, shapes: str, extra: str) -> str:
    tree = f"<p:cSld><p:spTree>{shapes}</p:spTree></p:cSld>"
    return f"<p:{name} {P} {A} {R}{extra}>{tree}</p:{name}>"


def box(text: str, kind: str | None = None) -> str:
    """A shape with a paragraph for each line; two spaces before it make it deeper."""
    place = "" if kind is None else f'<p:nvPr><p:ph type="{kind}"/></p:nvPr>'
    lines = "".join(
        f'<a:p><a:pPr lvl="{(len(line) - len(line.lstrip())) // 2}"/>'
        f"<a:r><a:t>{line.strip()}</a:t></a:r></a:p>"
        for line in text.split("\n")
    )
    return f"<p:sp><p:nvSpPr>{place}</p:nvSpPr><p:txBody>{lines}</p:txBody></p:sp>"


_ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style", "drawing", "presentation")
)


def odt(
    body: str, *, styles: str = "", kind: str = "text", manifest: str = "", formula: str = ""
) -> bytes:
    """An OpenDocument file with this inside its body."""
    parts: dict[str, str | bytes] = {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "content.xml": f"<office:document-content {_ODF}>"
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body>"
        "</office:document-content>",
    }
    if manifest:
        parts["META-INF/manifest.xml"] = f"<manifest>{manifest}</manifest>"
    if formula:
        parts["Object 1/content.xml"] = f"<math>{formula}</math>"
    return zipped(parts)


def epub(
    chapters: Mapping[str, str], *, nav: str = "", extra: Mapping[str, str] = MappingProxyType({})
) -> bytes:
    """An electronic book with these chapters, in order."""
    items = "".join(
        f'<item id="c{n}" href="{name}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    if nav:
        items += (
            '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
        )
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Book</dc:title>'
        f"<dc:language>en</dc:language></metadata><manifest>{items}</manifest>"
        f"<spine>{spine}</spine></package>"
    )
    container = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
    page = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>{}</body></html>'
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "OPS/book.opf": package,
            **{f"OPS/{name}": page.format(text) for name, text in chapters.items()},
            **({"OPS/nav.xhtml": page.format(nav)} if nav else {}),
            **extra,
        }
    )


class Word(NamedTuple):
    """Words of a page of a PDF: where they begin, from the lower left corner, and how large."""

    x: float
    y: float
    text: str
    size: float = 11
    bold: bool = False


def pdf(
    pages: Sequence[Sequence[Word]],
    *,
    outline: Sequence[tuple[str, int]] = (),
    labels: str = "",
    title: str = "",
    encrypted: bool = False,
) -> bytes:
    """A PDF of these pages; `outline` has titles with their pages, `labels` as in its catalogue."""
    objects: list[str] = ["", ""]

    def add(content: str) -> int:
        objects.append(content)
        return len(objects)

    fonts = [
        add(f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>")
        for name in ("Helvetica", "Helvetica-Bold")
    ]
    kids = []
    for page in pages:
        drawn = "".join(
            f"BT /F{2 if w.bold else 1} {w.size} Tf {w.x} {w.y} Td ({_literal(w.text)}) Tj ET\n"
            for w in page
        )
        content = add(f"<< /Length {len(drawn)} >>\nstream\n{drawn}endstream")
        kids.append(
            add(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {content} 0 R "
                f"/Resources << /Font << /F1 {fonts[0]} 0 R /F2 {fonts[1]} 0 R >> >> >>"
            )
        )
    extra = f"/PageLabels << /Nums [{labels}] >>" if labels else ""
    if outline:
        first = len(objects) + 2
        last = first + len(outline) - 1
        top = add(
            f"<< /Type /Outlines /First {first} 0 R /Last {last} 0 R /Count {len(outline)} >>"
        )
        for n, (said, page_number) in enumerate(outline):
            beside = f"/Next {first + n + 1} 0 R" if n + 1 < len(outline) else ""
            add(f"<< /Title ({_literal(said)}) /Parent {top} 0 R {beside} "
                f"/Dest [{kids[page_number]} 0 R /Fit] >>")  # fmt: skip
        extra += f" /Outlines {top} 0 R"
    objects[0] = f"<< /Type /Catalog /Pages 2 0 R {extra} >>"
    objects[1] = (
        f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{k} 0 R' for k in kids)}] >>"
    )
    trailer = f"/Info {add(f'<< /Title ({_literal(title)}) >>')} 0 R " if title else ""
    if encrypted:
        locked = add(f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{'ab' * 32}> /U <{'cd' * 32}> >>")
        trailer += f"/Encrypt {locked} 0 R /ID [<00><00>] "
    return _file(objects, trailer)


def _literal(text: str) -> str:
    return "".join(f"\\{c}" if c in "()\\" else c for c in text)


def _file(objects: Sequence[str], trailer: str) -> bytes:
    out = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    start = len(out)
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n{rows}".encode()
    return (
        out
        + f"trailer\n<< /Size {size} /Root 1 0 R {trailer}>>\nstartxref\n{start}\n%%EOF".encode()
    )


def column(text: str, x: float, top: float, *, pitch: float = 14, size: float = 11) -> list[Word]:
    """Lines of text under each other."""
    return [Word(x, top - pitch * n, line, size) for n, line in enumerate(text.split("\n"))]
