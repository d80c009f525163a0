"""Forty more kinds of files become Markdown by pandoc, shut in: no files, no network, bounded."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable

from quiz.core.rendering.front_matter import front_matter
from quiz.formats.documents.converted import Converted, UnreadableError

MAX_HEAP = "1024m"
_TO = "gfm-raw_html-tex_math_gfm-tex_math_dollars+yaml_metadata_block"
_SECONDS = 240
_ESCAPED = re.compile(r"^(title|lang): (.*)$", re.MULTILINE)


def read_with_pandoc(data: bytes, form: str) -> Converted:
    """What pandoc makes of a file. Raises UnreadableError; ImportError without the library."""
    pandoc, version = _program()
    command = [pandoc, "+RTS", f"-M{MAX_HEAP}", "-RTS", "--sandbox", "--standalone", "--wrap=none"]
    command += ["--from", form, "--to", _TO, "--track-changes=accept", "--markdown-headings=atx"]
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise UnreadableError(
            f"pandoc needs more than {_SECONDS} seconds for it", "split it"
        ) from None
    except OSError as error:
        raise UnreadableError(f"pandoc cannot be run: {error.strerror}") from None
    if done.returncode:
        raise UnreadableError(*_complaint(done.stderr.decode("utf-8", "replace")))
    text = done.stdout.decode("utf-8", "replace")
    head = front_matter(text)
    markdown = text[head.length :].lstrip("\n")
    if not markdown.strip():
        raise UnreadableError("there is no text in this file")
    return Converted(_tidy(markdown), head.title, head.language, f"pandoc {version}")


def _program() -> tuple[str, str]:
    import pypandoc

    find: Callable[[], str] = pypandoc.get_pandoc_path
    version: Callable[[], str] = pypandoc.get_pandoc_version
    try:
        return str(find()), str(version())
    except OSError:
        raise ImportError("pypandoc without pandoc") from None


def _complaint(said: str) -> tuple[str, str]:
    if "heap overflow" in said.lower() or "heap exhausted" in said.lower():
        return f"pandoc needs more than {MAX_HEAP} of memory for it", "split it"
    lines = [line.strip() for line in said.split("\n") if line.strip()]
    reason = next((line for line in lines if not line.startswith("[WARNING]")), "it gave no reason")
    reason = re.sub(r"/\S+/", "", reason)[:200]
    return (
        f"pandoc cannot read it: {reason}",
        "look whether it is whole, and of the kind its name says",
    )


def _tidy(markdown: str) -> str:
    """Less what is only for web sites: attributes, empty comments between lists."""
    return re.sub(r"^<!-- -->\n\n?", "", markdown, flags=re.MULTILINE)
