"""XML by the standard library: no entities, and every element with its line.

A declared entity is how a few lines become gigabytes (billion laughs), and how a file reads other
files; no question bank needs one, so a file that declares any is refused before it is parsed.
Bank formats may name a document type (QTI 1.2 does): that is left alone, nothing is fetched.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from xml.etree import ElementTree

from quiz.errors import QuizError
from quiz.formats.bank.bounded import BankFile

Element = ElementTree.Element

MAX_TAGS = 4_000_000
"""Tags of a file, those that close counted, too; 10,000 questions have some 900,000."""

_PROLOG = re.compile(
    r"""(?:\s|<\?.*?\?>|<!--.*?-->)*(?:<!DOCTYPE(?:"[^"]*"|'[^']*'|[^\[>"'])*(?P<own>\[)?)?""",
    re.DOTALL,
)
_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*\?>")
_PLACE = re.compile(r"line (\d+), column (\d+)")


def elements(bank: BankFile, name: str) -> Iterator[Element]:
    """Every element of a name, one after another, each emptied when the next is asked for.

    A large file is never in memory as a whole tree. Raises QuizError as `parse_xml` does.
    """
    text = _harmless(bank)
    try:
        for _, element in ElementTree.iterparse(io.StringIO(text), events=("end",)):
            if local(element) == name:
                yield element
                element.clear()
    except ElementTree.ParseError as error:
        raise _broken(error, bank.path) from None
    except RecursionError:
        raise QuizError("the XML cannot be read", path=bank.path) from None


def parse_xml(bank: BankFile) -> Element:
    """The root of a file; raises QuizError with line and column where it is no sound XML."""
    text = _harmless(bank)
    try:
        return ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise _broken(error, bank.path) from None
    except (ValueError, RecursionError):
        raise QuizError("the XML cannot be read", path=bank.path) from None


def _harmless(bank: BankFile) -> str:
    """The text, once it is known to declare no entities, without what it says of its encoding."""
    text = bank.text.lstrip("\ufeff")
    head = _PROLOG.match(text)
    if head is not None and head["own"] and "<!ENTITY" in text:
        line = text.count("\n", 0, head.end()) + 1
        hint = "a question bank needs none; remove the document type"
        raise QuizError("the XML declares entities", path=bank.path, line=line, hint=hint)
    if text.count("<") > MAX_TAGS:
        message = f"the XML has more than {MAX_TAGS} tags"
        raise QuizError(message, path=bank.path, hint="export it in parts, by category")
    declared = _DECLARATION.match(text)
    if declared is not None:  # the text is decoded already; its line ends stay
        text = "\n" * text.count("\n", 0, declared.end()) + text[declared.end() :]
    return text


def _broken(error: ElementTree.ParseError, path: str) -> QuizError:
    line, column = error.position
    said = _PLACE.sub("", str(error)).rstrip(" :,")
    return QuizError(
        f"the XML is not well-formed: {said}",
        path=path,
        line=line,
        column=column + 1,
        hint="export it again",
    )


def element_lines(bank: BankFile, name: str) -> Iterator[int]:
    """The lines on which elements of this name start, in their order."""
    pattern = re.compile(
        rf"<!\[CDATA\[.*?\]\]>|<!--.*?-->|(<(?:[\w.-]+:)?{re.escape(name)}(?=[\s/>]))", re.DOTALL
    )
    text, line, at = bank.text, 1, 0
    for match in pattern.finditer(text):
        if match[1]:
            line += text.count("\n", at, match.start())
            at = match.start()
            yield line


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
