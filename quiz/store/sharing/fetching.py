"""Bring sets from where they are: a file, a folder, a git repository, an address of the web.

Nothing is run of what comes: git without hooks, submodules, large files or other protocols than the
one that was named; https without leaving it.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
import urllib.error
import urllib.request
from pathlib import Path
from typing import IO, NamedTuple
from urllib.parse import urlsplit

from quiz.errors import QuizError
from quiz.store.files.home import NOWHERE, Places
from quiz.store.library.found_files import ENDINGS, set_files
from quiz.store.sharing.pack import is_pack, unpack
from quiz.store.sharing.parcel import MAX_TOTAL, Parcel, content_of, digest, gather, safe_name

TIMEOUT = 60
"""Seconds without a byte; a repository may take ten times as long."""
_SCP = re.compile(r"[\w.-]+@[\w.-]+:[^:]+")
_FORGES = ("github.com", "gitlab.com", "codeberg.org", "git.sr.ht")
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_PROTOCOLS = ("https", "ssh", "git", "file", "http")
_NOWHERE = Places(NOWHERE, NOWHERE, NOWHERE, NOWHERE)


class Address(NamedTuple):
    """Where sets are: `kind` is file, folder, git or https; `text` without a lead like `git+`."""

    kind: str
    text: str

    @property
    def connects(self) -> bool:
        """Whether a connection is opened."""
        return self.kind in ("git", "https") and not self.text.startswith("file:")


class Fetched(NamedTuple):
    """What came, and the state it was in: a commit, or the hash of a pack or of all files."""

    parcel: Parcel
    state: str


def address_of(text: str) -> Address:
    """What a user means; raises QuizError for what is nothing of the kind."""
    parts = urlsplit(text)
    scheme = parts.scheme.lower()
    if scheme.startswith("git+"):
        return _git(text[4:])
    if _SCP.fullmatch(text) or scheme in ("ssh", "git") or text.rstrip("/").endswith(".git"):
        return _git(text)
    if scheme == "file":
        return _local(Path(urllib.request.url2pathname(parts.path)))
    if scheme in ("https", "http") and parts.netloc:
        forge = parts.hostname in _FORGES and len(parts.path.strip("/").split("/")) == 2
        return _git(text) if forge else _web(text)
    if scheme and "://" in text:
        hint = "there are: a file, a folder, https, git, ssh"
        raise QuizError(f"addresses of this kind are not opened: {scheme}", hint=hint)
    return _local(Path(text))


def _local(path: Path) -> Address:
    if not os.path.lexists(path):
        raise QuizError("there is no such file or folder", path=str(path))
    return Address("folder" if path.is_dir() else "file", str(path.absolute()))


def _git(text: str) -> Address:
    scheme = "ssh" if _SCP.fullmatch(text) else urlsplit(text).scheme.lower()
    if not scheme and Path(text).is_dir():
        return Address("git", Path(text).absolute().as_uri())
    if scheme not in _PROTOCOLS or text.startswith("-"):
        raise QuizError(f"git is not asked for this: {text}", hint="https, ssh or git")
    _check_plain(text)
    return Address("git", text)


def _web(text: str) -> Address:
    _check_plain(text)
    return Address("https", text)


def _check_plain(text: str) -> None:
    """Plain http only from this machine: nobody can tell what comes over it."""
    parts = urlsplit(text)
    if parts.scheme == "http" and parts.hostname not in _LOOPBACK:
        raise QuizError("plain http is not opened", path=text, hint="write https://")


def fetch(address: Address) -> Fetched:
    """All sets there with what belongs to them; raises QuizError."""
    if address.kind == "git":
        return _from_git(address.text)
    if address.kind == "folder":
        parcel = _from_folder(Path(address.text))
        return Fetched(parcel, digest("".join(sorted(parcel.hashes.values())).encode()))
    if address.kind == "file" and address.text.lower().endswith(ENDINGS):
        parcel = _from_folder(Path(address.text))
        return Fetched(parcel, digest("".join(sorted(parcel.hashes.values())).encode()))
    web = address.kind == "https"
    content = _from_web(address.text) if web else content_of(Path(address.text), MAX_TOTAL)
    if not is_pack(content):
        hint = "`quiz pack SET` makes one; a git repository is asked for with git+https://…"
        raise QuizError("this is no pack", path=address.text, hint=hint)
    return Fetched(unpack(content, address.text), digest(content))


def _from_folder(path: Path) -> Parcel:
    parcel = gather(set_files([path], _NOWHERE, Path()))
    for name in parcel.files:
        if not safe_name(name):
            hint = "rename it: letters, digits, - and _, and no hidden folders"
            raise QuizError(f"this name cannot be shared: {name}", path=str(path), hint=hint)
    return parcel


def _from_git(url: str) -> Fetched:
    with tempfile.TemporaryDirectory(prefix="citequiz-") as folder:
        target = Path(folder) / "repository"
        _run_git(
            url, ["clone", "--depth=1", "--single-branch", "--no-tags", "--", url, str(target)]
        )
        commit = _run_git(url, ["-C", str(target), "rev-parse", "HEAD"]).strip()
        try:
            return Fetched(_from_folder(target), commit)
        except QuizError as error:
            path = (error.path or "").replace(str(target), url)
            place = {"line": error.line, "column": error.column}
            raise QuizError(error.message, path=path, hint=error.hint, **place) from None


def _run_git(url: str, arguments: list[str]) -> str:
    protocol = "ssh" if _SCP.fullmatch(url) else urlsplit(url).scheme
    settings = {
        "protocol.allow": "never",
        f"protocol.{protocol}.allow": "always",
        "core.hooksPath": os.devnull,
        "core.symlinks": "false",
        "core.fsmonitor": "false",
        "filter.lfs.smudge": "",
        "filter.lfs.required": "false",
        "init.templateDir": "",
    }
    options = [part for key, value in settings.items() for part in ("-c", f"{key}={value}")]
    env = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "GIT_LFS_SKIP_SMUDGE": "1", "LC_ALL": "C"}
    try:
        done = subprocess.run(
            ["git", *options, *arguments],
            env=env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=10 * TIMEOUT,
            check=False,
        )
    except FileNotFoundError:
        raise QuizError("git is not installed", hint="get the pack or the folder instead") from None
    except subprocess.TimeoutExpired:
        raise QuizError("git takes too long", path=url) from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["no reason given"]
        raise QuizError(f"git cannot bring it: {said[-1]}", path=url)
    return done.stdout.decode("utf-8", "replace")


class _Secure(urllib.request.HTTPRedirectHandler):
    """Follows where https leads to, and nowhere else."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: object,
        newurl: str,
    ) -> urllib.request.Request | None:
        """The request that follows; raises QuizError for one that is less safe than before."""
        _web(newurl)
        scheme = urlsplit(newurl).scheme
        if scheme not in ("https", urlsplit(req.full_url).scheme):
            raise QuizError("the address leads elsewhere", path=newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def _from_web(url: str) -> bytes:
    opener = urllib.request.build_opener(_Secure())
    request = urllib.request.Request(url, headers={"User-Agent": "citequiz"})
    try:
        with opener.open(request, timeout=TIMEOUT) as answer:
            content: bytes = answer.read(MAX_TOTAL + 1)
    except urllib.error.HTTPError as error:
        raise QuizError(f"the server says {error.code} {error.reason}", path=url) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        raise QuizError(f"it cannot be fetched: {reason}", path=url) from None
    if len(content) > MAX_TOTAL:
        raise QuizError("the file is too large for a pack", path=url)
    return content
