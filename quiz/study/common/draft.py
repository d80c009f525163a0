"""A half-given answer, kept so that a crash loses nothing that was seen or typed."""

from __future__ import annotations

import json
from typing import NamedTuple

from quiz.core.grading.grading import Response
from quiz.core.memory.scheduling import Confidence
from quiz.core.questions.hints import LookedUp


class Draft(NamedTuple):
    """Help taken, and a response that waits for the learner's own judgement (None: none yet)."""

    question: str = ""
    attempt: int = 0
    hints: int = 0
    response: Response | None = None
    confidence: Confidence = Confidence.UNMARKED
    looked_up: LookedUp = LookedUp.NOTHING

    def dump(self) -> str:
        """As JSON text."""
        response = None if self.response is None else response_data(self.response)
        fields = {
            "question": self.question,
            "attempt": self.attempt,
            "hints": self.hints,
            "response": response,
            "confidence": self.confidence.value,
            "looked_up": self.looked_up.value,
        }
        return json.dumps(fields, ensure_ascii=False)


def load_draft(text: str) -> Draft:
    """Read a draft back; anything unreadable is an empty draft."""
    try:
        fields = json.loads(text)
        response = fields["response"]
        return Draft(
            str(fields["question"]),
            int(fields["attempt"]),
            int(fields["hints"]),
            None if response is None else load_response(response),
            Confidence(fields["confidence"]),
            LookedUp(fields.get("looked_up", "")),
        )
    except (ValueError, KeyError, TypeError):
        return Draft()


def response_text(response: Response, looked_up: LookedUp) -> str:
    """What a review keeps of a response: its JSON text, with what was looked up before it."""
    data = response_data(response)
    if looked_up:
        data["looked_up"] = looked_up.value
    return json.dumps(data, ensure_ascii=False)


def load_looked_up(text: str) -> LookedUp:
    """What was looked up before the response that a review keeps."""
    try:
        return LookedUp(json.loads(text).get("looked_up", ""))
    except (ValueError, AttributeError, TypeError):
        return LookedUp.NOTHING


def response_data(response: Response) -> dict[str, object]:
    """A response as JSON values, without what is empty."""
    data: dict[str, object] = {"given": list(response.given)}
    if response.judged:
        data["judged"] = list(response.judged)
    if response.gave_up:
        data["gave_up"] = True
    if response.contested:
        data["contested"] = True
    return data


def load_response(data: dict[str, list[str] | list[bool] | bool]) -> Response:
    """The reverse of `response_data`. Raises KeyError or TypeError for other data."""
    given, judged = data["given"], data.get("judged", [])
    if not isinstance(given, list) or not isinstance(judged, list):
        raise TypeError("a response needs lists")
    return Response(
        tuple(str(text) for text in given),
        tuple(bool(flag) for flag in judged),
        bool(data.get("gave_up", False)),
        bool(data.get("contested", False)),
    )
