"""Parts of office files and electronic books: archives that may be bombs, XML that may be one."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from urllib.parse import unquote
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.parsers import expat

from quiz.formats.documents.converted import UnreadableError

MAX_PART = 200_000_000
"""Bytes of one part once unpacked; the text of a thousand pages is some 10 MB of XML."""

MAX_ALL = 600_000_000
"""Bytes of all parts that are unpacked."""

MAX_PARTS = 100_000

_DAMAGED = UnreadableError("the file is damaged or cut off", "get it anew, or save it again")


class Parts:
    """The parts of an archive by name; nothing is ever written to disk."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            self._infos = {info.filename: info for info in self._archive.infolist()}
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
            raise _DAMAGED from None
        if len(self._infos) > MAX_PARTS:
            raise UnreadableError("the file has more parts than a document has")
        self._left = MAX_ALL

    def __contains__(self, name: str) -> bool:
        return name in self._infos

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises UnreadableError where it is damaged, locked or a bomb."""
        info = self._infos.get(name)
        if info is None:
            raise UnreadableError(f"the file is damaged: it has no {name}", _DAMAGED.hint)
        if info.flag_bits & 1:
            raise UnreadableError("the file is encrypted", "save it without a password")
        most = min(MAX_PART, self._left)
        try:
            with self._archive.open(info) as part:
                found = part.read(most + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError):
            raise _DAMAGED from None
        if len(found) > most:
            size = f"more than {most // 1_000_000} MB"
            raise UnreadableError(f"the file unpacks to {size}: it is no document")
        self._left -= len(found)
        return found

    def xml(self, name: str) -> Element:
        """The root of a part that is XML. Raises UnreadableError."""
        return xml_of(self.read(name))

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """Of an office part: the kind and target of each of its relations, by id."""
        folder, _, base = name.rpartition("/")
        relations = f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels"
        if relations not in self:
            return {}
        found = {}
        for relation in self.xml(relations):
            kind = relation.get("Type", "").rpartition("/")[2]
            target = relation.get("Target", "")
            if relation.get("TargetMode") != "External":
                target = inside(folder, target)
            found[relation.get("Id", "")] = kind, target
        return found


def inside(folder: str, target: str) -> str:
    """The name of a part that another one in a folder points at; never one outside the archive."""
    target = unquote(target.partition("#")[0])
    path = target[1:] if target.startswith("/") else posixpath.join(folder, target)
    return posixpath.normpath(path).lstrip("./")


def xml_of(data: bytes) -> Element:
    """The root of XML that declares nothing of its own. Raises UnreadableError."""
    builder = ElementTree.TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.EntityDeclHandler = _refuse_entity
    parser.StartElementHandler = lambda tag, attributes: builder.start(
        _name(tag), {_name(key): value for key, value in attributes.items()}
    )
    parser.EndElementHandler = lambda tag: builder.end(_name(tag))
    parser.CharacterDataHandler = builder.data
    try:
        parser.Parse(data, True)
        return builder.close()
    except (expat.ExpatError, ValueError, LookupError, AssertionError):
        raise _DAMAGED from None


def _name(name: str) -> str:
    return "{" + name if "}" in name else name


def _refuse_entity(*_: object) -> None:
    raise UnreadableError("the file declares entities, as only harmful ones do")


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """An attribute by its name without namespace; empty where there is none."""
    for key, value in element.items():
        if key.rpartition("}")[2] == name:
            return value
    return ""


def whole(text: str, otherwise: int = 0) -> int:
    """A number of at most nine digits; `otherwise` for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else otherwise
