"""Letters that are not what they look like: another script inside a word, signs without width."""

from __future__ import annotations

from collections.abc import Iterator

from quiz.core.checking.findings import Notice
from quiz.core.checking.rules.meaning.notices import notice
from quiz.core.checking.view import View
from quiz.core.text.late_pattern import LatePattern

# Cyrillic beside Latin is never meant; of the Greek letters only those that look Latin, since
# science writes β-carotene and TNFα.
_CYRILLIC, _LOOKALIKE = "\u0400-\u04ff", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονυρι"
_MIXED = LatePattern(
    rf"[A-Za-z][{_CYRILLIC}]|[{_CYRILLIC}][A-Za-z]|[A-Za-z][{_LOOKALIKE}]|[{_LOOKALIKE}][A-Za-z]"
)
_WORD = LatePattern(r"[^\W_]+")
# Joiners belong to scripts that join; beside a Latin, Greek or Cyrillic letter they hide.
_INVISIBLE = LatePattern(
    "(?<=[\u0020-\u052f])[\u200b-\u200d\u2060\ufeff]|[\u200b-\u200d\u2060\ufeff](?=[\u0020-\u052f])"
)


def letters(view: View) -> Iterator[Notice]:
    """`mixed-script` and `invisible-character`: texts that cannot be typed as they look."""
    for part in view.texts:
        text = part.text
        if text.isascii():
            continue
        if _INVISIBLE.search(text) or not any(c.isprintable() and not c.isspace() for c in text):
            message = "a character without width hides in this text"
            hint = "type the text anew, or paste it as plain text"
            yield notice("invisible-character", view.question, part.path, message, hint)
        word = next((w for w in _WORD.findall(text) if _MIXED.search(w)), None)
        if word is not None:
            sign = next(c for c in word if not c.isascii())
            message = (
                f"'{word}' mixes scripts: '{sign}' is U+{ord(sign):04X}, not the letter it seems"
            )
            hint = "type the word anew on one keyboard"
            yield notice("mixed-script", view.question, part.path, message, hint)
