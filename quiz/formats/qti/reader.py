"""QTI 1.2 and 2.x: a file of items, or a package of files; each item is read by its structure."""

from __future__ import annotations

from collections.abc import Iterator

from quiz.errors import QuizError
from quiz.formats.bank.bounded import BankFile
from quiz.formats.bank.item import Item, Place
from quiz.formats.bank.qti_names import simple_name, with_simple_names
from quiz.formats.bank.xml import element_lines, elements, parse_xml
from quiz.formats.qti2.reader import item_of as new_item
from quiz.formats.qti12.reader import item_of as old_item

_ENDINGS = (".xml", ".qti", ".dat")
_ASIDE = ("imsmanifest.xml", "assessment_meta.xml")


def read(bank: BankFile) -> Iterator[Item]:
    """The items of a file or of all files of a package; raises QuizError where there is none."""
    count = 0
    for item in _of_package(bank) if bank.is_zip else _of_file(bank):
        count += 1
        yield item
    if not count:
        raise QuizError("there are no items in it", path=bank.path)


def _of_package(bank: BankFile) -> Iterator[Item]:
    """Every item once: Canvas writes some twice, whole and as other programs want them."""
    seen: set[str] = set()
    for name in sorted(bank.archive.names, key=lambda n: "non_cc_assessments" not in n):
        if not name.lower().endswith(_ENDINGS) or name.rpartition("/")[2] in _ASIDE:
            continue
        try:
            items = list(_of_file(bank.archive.member(name)))
        except QuizError as error:
            place = Place(error.path or f"{bank.path}/{name}", error.line or 0)
            yield Item(place, name, reason=error.message)
            continue
        for item in items:
            if not item.uid or item.uid not in seen:
                yield item
        seen |= {item.uid for item in items}


def _of_file(bank: BankFile) -> Iterator[Item]:
    """The items of a file; none of a test, a manifest, or whatever else is in a package."""
    if b"questestinterop" in bank.head:
        lines = element_lines(bank, "item")
        for element in elements(bank, "item"):
            yield old_item(with_simple_names(element), Place(bank.path, next(lines, 0)))
        return
    root = with_simple_names(parse_xml(bank))
    if simple_name(root) == "assessmentItem":
        yield new_item(root, Place(bank.path, 1))
