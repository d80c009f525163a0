"""A pack: a zip of sets and what belongs to them, with a manifest of hashes."""

from __future__ import annotations

import io
import json
import stat
import zipfile

from quiz import __version__
from quiz.errors import QuizError
from quiz.store.sharing.parcel import MAX_FILES, MAX_TOTAL, Parcel, digest, safe_name
from quiz.store.sharing.unpacked import unpacked_sets

MANIFEST = "citequiz-pack.json"
VERSION = 1
SUFFIX = ".quizpack.zip"
_MAX_MANIFEST = 5_000_000
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def pack(parcel: Parcel) -> bytes:
    """The bytes of a pack; the same for the same files."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        _put(file, MANIFEST, _manifest(parcel))
        for name in sorted(parcel.files):
            _put(file, name, parcel.files[name])
    return held.getvalue()


def _put(file: zipfile.ZipFile, name: str, content: bytes) -> None:
    about = zipfile.ZipInfo(name, _FIRST_DAY)
    about.compress_type = zipfile.ZIP_DEFLATED
    about.external_attr = 0o644 << 16
    file.writestr(about, content)


def _manifest(parcel: Parcel) -> bytes:
    sets = [
        {"id": s.id, "title": s.title, "file": name, "questions": len(s.questions)}
        for name, s in sorted(parcel.sets.items())
    ]
    files = [
        {"name": name, "bytes": len(parcel.files[name]), "sha256": digest(parcel.files[name])}
        for name in sorted(parcel.files)
    ]
    whole = {"pack": VERSION, "made_by": f"citequiz {__version__}", "sets": sets, "files": files}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def is_pack(content: bytes) -> bool:
    """Whether bytes are a zip."""
    return content.startswith(b"PK\x03\x04")


def unpack(content: bytes, origin: str) -> Parcel:
    """The files of a pack, each as its hash says; raises QuizError for anything that does not fit.

    Only files that the manifest names, of a kind that is shared, below one folder.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            files = _files(file, origin)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise _bad(origin, f"the pack is damaged: {error}") from None
    return Parcel(files, unpacked_sets(files, origin))


def _files(file: zipfile.ZipFile, origin: str) -> dict[str, bytes]:
    members = {one.filename: one for one in file.infolist() if not one.is_dir()}
    if MANIFEST not in members:
        raise _bad(origin, "this is no pack: it has no manifest", "`quiz pack SET` makes one")
    if len(members) != len([one for one in file.infolist() if not one.is_dir()]):
        raise _bad(origin, "a name stands twice in the pack")
    promised = _promised(_read(file, members[MANIFEST], _MAX_MANIFEST, origin), origin)
    for name, member in members.items():
        if name != MANIFEST and name not in promised:
            raise _bad(origin, f"the pack holds a file that its manifest does not name: {name}")
        if stat.S_ISLNK(member.external_attr >> 16):
            raise _bad(origin, f"the pack holds a link: {name}")
    found = {}
    for name, (size, wanted) in promised.items():
        if name not in members:
            raise _bad(origin, f"the pack lacks a file that its manifest names: {name}")
        found[name] = _read(file, members[name], size, origin)
        if digest(found[name]) != wanted:
            raise _bad(origin, f"a file is not what the manifest says: {name}")
    return found


def _read(file: zipfile.ZipFile, member: zipfile.ZipInfo, most: int, origin: str) -> bytes:
    with file.open(member) as opened:
        content = opened.read(most + 1)
    if len(content) > most:
        raise _bad(origin, f"a file is larger than it may be: {member.filename}")
    return content


def _promised(manifest: bytes, origin: str) -> dict[str, tuple[int, str]]:
    """Size and hash of each file by name."""
    try:
        whole = json.loads(manifest)
        version = int(whole["pack"])
        rows = [(str(r["name"]), int(r["bytes"]), str(r["sha256"])) for r in whole["files"]]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise _bad(origin, "the manifest of the pack cannot be read") from None
    if version > VERSION:
        raise _bad(origin, "the pack is of a newer version", "install a newer citequiz")
    for name, size, _ in rows:
        if not safe_name(name):
            raise _bad(origin, f"the pack holds a file that does not belong there: {name}")
        if size < 0:
            raise _bad(origin, f"the manifest of the pack is wrong about {name}")
    if len(rows) > MAX_FILES or sum(size for _, size, _ in rows) > MAX_TOTAL:
        raise _bad(origin, "the pack is too large")
    if len({name.casefold() for name, _, _ in rows}) != len(rows):
        raise _bad(origin, "two files of the pack have the same name")
    return {name: (size, wanted) for name, size, wanted in rows}


def _bad(origin: str, message: str, hint: str = "nothing was written") -> QuizError:
    return QuizError(message, path=origin, hint=hint)


def pack_name(parcel: Parcel) -> str:
    """The file's usual name: the id of its only set, else of the first and how many more."""
    ids = [one.id for one in parcel.sets.values()]
    return ids[0] + (f"-and-{len(ids) - 1}-more" if ids[1:] else "") + SUFFIX
