"""A web page that was saved with its pictures in one file becomes Markdown."""

from __future__ import annotations

from email import message_from_bytes, policy

from quiz.formats.documents.converted import Converted, UnreadableError
from quiz.formats.documents.web.html import read_html


def read_mhtml(data: bytes) -> Converted:
    """The text of the first page in it. Raises UnreadableError."""
    try:
        for part in message_from_bytes(data, policy=policy.compat32).walk():
            content = part.get_payload(decode=True)
            if part.get_content_type() == "text/html" and isinstance(content, bytes):
                return read_html(content)
    except (LookupError, ValueError, RecursionError):
        raise UnreadableError("the saved page is damaged", "save it again, as HTML") from None
    raise UnreadableError("there is no page in this file", "save it again, as HTML")
