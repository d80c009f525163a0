"""The three kinds of notes: to turn over, to type, to fill gaps; and how their cards look."""

from __future__ import annotations

from typing import NamedTuple

STYLE = """.card { font: 20px/1.45 sans-serif; text-align: start; max-width: 40em; margin: auto; }
.choices { margin: .6em 0; }
.answer { font-weight: bold; }
.cloze { font-weight: bold; }
blockquote { margin: .6em 0; padding-inline-start: .8em; border-inline-start: .2em solid; }
cite { font-style: normal; opacity: .75; }"""
_BEHIND = """{{#Why}}<div>{{Why}}</div>{{/Why}}
{{#Reasons}}<div>{{Reasons}}</div>{{/Reasons}}
{{Passages}}"""
_ASKED = "{{Question}}{{#Choices}}<div class=choices>{{Choices}}</div>{{/Choices}}"
_HINT = "{{#Hint}}<p>{{hint:Hint}}</p>{{/Hint}}"
_TURN = "{{FrontSide}}<hr id=answer><div class=answer>{{Answer}}</div>"
FIELDS = ("Question", "Choices", "Answer", "Why", "Passages", "Reasons", "Hint")


class NoteType(NamedTuple):
    """A note type: its lasting number, its name, and what is on the two sides of a card."""

    number: int
    name: str
    front: str
    back: str
    cloze: bool = False

    def json(self, deck: int, made: int) -> dict[str, object]:
        """As Anki keeps it."""
        fields = [
            {"name": name, "ord": at, "font": "Arial", "size": 20, "media": [], "rtl": False,
             "sticky": False}
            for at, name in enumerate(FIELDS)
        ]  # fmt: skip
        card = {
            **{"name": "Card 1", "ord": 0, "qfmt": self.front, "afmt": self.back, "did": None},
            **{"bqfmt": "", "bafmt": "", "bfont": "", "bsize": 0},
        }
        return {
            **{"id": str(self.number), "name": self.name, "type": int(self.cloze)},
            **{"did": deck, "mod": made, "usn": -1, "sortf": 0, "css": STYLE, "tags": []},
            **{"flds": fields, "tmpls": [card], "req": [[0, "any", [0]]], "vers": []},
            **{"latexPre": "", "latexPost": ""},
        }


TURNED = NoteType(1_617_283_001, "Citequiz", _ASKED + _HINT, f"{_TURN}\n{_BEHIND}")
TYPED = NoteType(
    1_617_283_002, "Citequiz (typed)", _ASKED + "{{type:Answer}}" + _HINT, f"{_TURN}\n{_BEHIND}"
)
GAPS = NoteType(
    1_617_283_003,
    "Citequiz (gaps)",
    "{{cloze:Question}}" + _HINT,
    "{{cloze:Question}}<hr id=answer><div>{{Answer}}</div>\n" + _BEHIND,
    cloze=True,
)
ALL = (TURNED, TYPED, GAPS)
