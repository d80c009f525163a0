from __future__ import annotations

import io
import json
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.errors import QuizError
from quiz.store.library.found_files import Found
from quiz.store.sharing.pack import MANIFEST, pack, pack_name, unpack
from quiz.store.sharing.parcel import Parcel, digest, gather, safe_name
from tests.plain.nine_types import SET, write_set


@pytest.fixture
def parcel(tmp_path: Path) -> Parcel:
    return gather([Found(write_set(tmp_path / "sets"), tmp_path)])


def packed(files: dict[str, bytes], manifest: object | None = None) -> bytes:
    """A pack made by somebody else."""
    rows = [{"name": n, "bytes": len(c), "sha256": digest(c)} for n, c in files.items()]
    whole = {"pack": 1, "sets": [], "files": rows} if manifest is None else manifest
    return zipped({MANIFEST: json.dumps(whole).encode(), **files})


def zipped(members: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return held.getvalue()


def test_what_is_packed_comes_out_as_it_was(parcel: Parcel) -> None:
    assert unpack(pack(parcel), "p.zip") == parcel
    assert set(parcel.files) == {"bread.yaml", "documents/bread.txt"}
    assert pack_name(parcel) == "bread.quizpack.zip"


def test_the_same_sets_make_the_same_pack(parcel: Parcel) -> None:
    assert pack(parcel) == pack(parcel)


def test_the_manifest_names_the_sets_and_hashes_every_file(parcel: Parcel) -> None:
    with zipfile.ZipFile(io.BytesIO(pack(parcel))) as file:
        manifest = json.loads(file.read(MANIFEST))
    assert manifest["sets"] == [
        {"id": "bread", "title": "Baking bread", "file": "bread.yaml", "questions": 9}
    ]
    assert {row["name"]: row["sha256"] for row in manifest["files"]} == parcel.hashes


def test_the_lock_file_goes_along(tmp_path: Path) -> None:
    path = write_set(tmp_path)
    path.with_name("bread.quiz-lock.json").write_text("{}", "utf-8")
    assert "bread.quiz-lock.json" in gather([Found(path, tmp_path)]).files


def test_a_document_outside_the_folder_is_not_packed(tmp_path: Path) -> None:
    path = write_set(tmp_path / "inner", SET.replace("documents/bread.txt", "../secret.txt"))
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    with pytest.raises(QuizError, match="outside"):
        gather([Found(path, path.parent)])


def test_a_document_that_is_a_link_to_the_outside_is_not_packed(tmp_path: Path) -> None:
    path = write_set(tmp_path / "inner")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    document = tmp_path / "inner" / "documents" / "bread.txt"
    document.unlink()
    document.symlink_to(tmp_path / "secret.txt")
    with pytest.raises(QuizError, match="outside"):
        gather([Found(path, path.parent)])


def test_a_set_with_an_error_is_not_packed(tmp_path: Path) -> None:
    path = write_set(tmp_path, SET.replace("type: true-false", "type: nothing"))
    with pytest.raises(QuizError, match="nothing"):
        gather([Found(path, tmp_path)])


Spoil = Callable[[dict[str, bytes]], bytes]
ONE = b"id: one\ntitle: One\n"


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda files: zipped(files), "no manifest"),
        (lambda files: pack_with(files, "bread.yaml", b"other"), "not what the manifest says"),
        (lambda files: zipped({MANIFEST: b"[", **files}), "manifest of the pack cannot be read"),
        (lambda files: packed(files, {"pack": 9, "files": []}), "newer version"),
        (lambda files: packed(files, {"pack": 1, "files": [3]}), "cannot be read"),
        (lambda files: packed({**files, "../evil.yaml": ONE}), "does not belong there"),
        (lambda files: packed({**files, "/etc/evil.yaml": ONE}), "does not belong there"),
        (lambda files: packed({**files, "run.sh": b"rm"}), "does not belong there"),
        (lambda files: packed({**files, ".git/config.md": b"x"}), "does not belong there"),
        (lambda files: packed({**files, "BREAD.YAML": ONE}), "have the same name"),
        (lambda files: extra(files, "more.yaml"), "does not name: more.yaml"),
        (lambda files: missing(files, "bread.yaml"), "lacks a file"),
        (lambda files: packed({"documents/bread.txt": b"x"}), "no question set"),
        (lambda files: packed({**files, "bad.yaml": b"id: ["}), "p.zip/bad.yaml:1"),
        (lambda files: packed({"bread.yaml": files["bread.yaml"]}), "there is no such document"),
        (lambda files: linked(files, "bread.yaml"), "holds a link"),
        (lambda files: bomb(files), "larger than it may be"),
        (lambda files: pack_bytes(files)[:400], "damaged"),
    ],
)
def test_a_pack_that_is_not_as_it_should_be_is_refused(
    parcel: Parcel, spoil: Spoil, said: str
) -> None:
    with pytest.raises(QuizError) as caught:
        unpack(spoil(dict(parcel.files)), "p.zip")
    assert said in str(caught.value)
    assert str(caught.value).startswith("p.zip")


def pack_bytes(files: dict[str, bytes]) -> bytes:
    return packed(files)


def pack_with(files: dict[str, bytes], name: str, content: bytes) -> bytes:
    """A file is another one than the manifest says."""
    rows = [{"name": n, "bytes": len(c), "sha256": digest(c)} for n, c in files.items()]
    return packed({**files, name: content}, {"pack": 1, "files": rows})


def extra(files: dict[str, bytes], name: str) -> bytes:
    rows = [{"name": n, "bytes": len(c), "sha256": digest(c)} for n, c in files.items()]
    return packed({**files, name: ONE}, {"pack": 1, "files": rows})


def missing(files: dict[str, bytes], name: str) -> bytes:
    rows = [{"name": n, "bytes": len(c), "sha256": digest(c)} for n, c in files.items()]
    return packed({n: c for n, c in files.items() if n != name}, {"pack": 1, "files": rows})


def linked(files: dict[str, bytes], name: str) -> bytes:
    held = io.BytesIO(packed({n: c for n, c in files.items() if n != name}, manifest_of(files)))
    with zipfile.ZipFile(held, "a") as file:
        about = zipfile.ZipInfo(name)
        about.external_attr = (stat.S_IFLNK | 0o777) << 16
        file.writestr(about, "/etc/passwd")
    return held.getvalue()


def manifest_of(files: dict[str, bytes]) -> object:
    rows = [{"name": n, "bytes": len(c), "sha256": digest(c)} for n, c in files.items()]
    return {"pack": 1, "files": rows}


def bomb(files: dict[str, bytes]) -> bytes:
    """Ten megabytes in a few bytes, where the manifest says ten bytes."""
    rows = [{"name": "bread.yaml", "bytes": 10, "sha256": "0"}]
    return packed({"bread.yaml": b"a" * 10_000_000}, {"pack": 1, "files": rows})


@pytest.mark.parametrize("name", ["a.yaml", "b/documents/c d.md", "ä/漢.txt", "x.quiz-lock.json"])
def test_names_below_the_folder_are_safe(name: str) -> None:
    assert safe_name(name)


@pytest.mark.parametrize(
    "name",
    [
        *("", "/a.yaml", "../a.yaml", "a/../b.yaml", "a//b.yaml", ".a.yaml", "a/.b.yaml"),
        *("c:a.yaml", "a\\b.yaml", "a\0.yaml", "a.exe", "a", "a /b.yaml", "a./b.yaml", "a\n.md"),
        "x" * 300 + ".yaml",
    ],
)
def test_names_that_lead_elsewhere_are_not(name: str) -> None:
    assert not safe_name(name)
