"""Commands of a sitting about what is the learner's own: notes, bookmarks, what is set aside."""

from __future__ import annotations

from quiz.plain.commands import Command
from quiz.plain.console import Console
from quiz.study.common.noting import bookmark, note_on, write_note
from quiz.study.common.set_aside import SAID, Aside
from quiz.study.sitting.study import Study

OWN = "note bookmark bury suspend"
_WAYS = {"bury": Aside.TODAY, "suspend": Aside.FOR_GOOD}


def obey_own(console: Console, study: Study, command: Command) -> bool:
    """Do what was typed; True when the question on screen is not to be answered any more.

    Raises HistoryError when it cannot be kept.
    """
    if command.name in _WAYS:
        how = _WAYS[command.name]
        study.set_aside(how)
        console.say(SAID[how])
        return study.feedback is None
    if command.name == "bookmark":
        marked = bookmark(study.workspace, study.current_uid)
        console.say("Bookmarked." if marked else "Not bookmarked any more.")
    else:
        _note(console, study, command.text)
    return False


def _note(console: Console, study: Study, text: str) -> None:
    uid = study.current_uid
    if text:
        gone = text == "-"
        write_note(study.workspace, uid, "" if gone else text)
        console.say("There is no note now." if gone else "Kept; you see it with each verdict.")
        return
    old = note_on(study.workspace, uid)
    if old is None:
        console.say("There is no note yet. Write one: :note mind the second condition")
    else:
        console.say(old.text, lead="  My note: ")
        console.say("`:note -` removes it; :note and other words replace it.")
