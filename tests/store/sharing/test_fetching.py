from __future__ import annotations

import threading
import urllib.request
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

import pytest

from quiz.errors import QuizError
from quiz.store.library.found_files import Found
from quiz.store.sharing.fetching import _Secure, address_of, fetch
from quiz.store.sharing.pack import pack
from quiz.store.sharing.parcel import Parcel, gather
from tests.plain.nine_types import write_set
from tests.processes import run


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder without a word, and sends `/away` elsewhere."""

    def log_message(self, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        if self.path.startswith("/away"):
            self.send_response(302)
            self.send_header("Location", "http://example.invalid/p.zip")
            self.end_headers()
        else:
            super().do_GET()


@pytest.fixture
def parcel(tmp_path: Path) -> Parcel:
    return gather([Found(write_set(tmp_path / "sets"), tmp_path)])


@pytest.fixture
def server(tmp_path: Path, parcel: Parcel) -> Iterator[str]:
    """A server on this machine with a pack."""
    folder = tmp_path / "served"
    folder.mkdir()
    (folder / "p.zip").write_bytes(pack(parcel))
    (folder / "page.html").write_text("<p>no pack</p>", "utf-8")
    handler = partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as httpd:
        thread = threading.Thread(target=httpd.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{httpd.server_address[1]}"
        httpd.shutdown()
        thread.join()


def git(folder: Path, *args: str) -> None:
    who = ("-c", "user.name=n", "-c", "user.email=e@example.org", "-c", "commit.gpgsign=false")
    run(["git", *who, *args], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    write_set(folder / "sets")
    (folder / "run-me.sh").write_text("echo", "utf-8")
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "first")
    return folder


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("https://example.org/p.zip", "https"),
        ("https://example.org/a/training.git", "git"),
        ("git+https://example.org/a/training", "git"),
        ("https://github.com/owner/training", "git"),
        ("https://github.com/owner/training/releases/p.zip", "https"),
        ("git@example.org:owner/training.git", "git"),
        ("ssh://git@example.org/training", "git"),
        ("git+file:///srv/training", "git"),
    ],
)
def test_an_address_is_told_by_its_form(text: str, kind: str) -> None:
    assert address_of(text).kind == kind


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("http://example.org/p.zip", "plain http is not opened"),
        ("git+http://example.org/p", "plain http is not opened"),
        ("ftp://example.org/p.zip", "addresses of this kind are not opened: ftp"),
        ("git+ext::sh -c touch", "git is not asked for this"),
        ("git+--upload-pack=touch", "there is no such file or folder"),
        ("nothing.zip", "there is no such file or folder"),
        ("file:///nothing.zip", "there is no such file or folder"),
    ],
)
def test_what_is_no_address_of_sets_is_said(text: str, said: str) -> None:
    with pytest.raises(QuizError, match=said.replace("+", r"\+")):
        address_of(text)


def test_a_folder_gives_its_sets_and_what_belongs_to_them(tmp_path: Path, parcel: Parcel) -> None:
    (tmp_path / "sets" / "secret.txt").write_text("secret", "utf-8")
    found = fetch(address_of(str(tmp_path / "sets")))
    assert found.parcel == parcel
    assert "secret.txt" not in found.parcel.files


def test_a_repository_gives_the_sets_of_its_newest_commit(repository: Path) -> None:
    found = fetch(address_of(f"git+file://{repository}"))
    assert set(found.parcel.files) == {"bread.yaml", "documents/bread.txt"}
    assert len(found.state) == 40


def test_a_link_in_a_repository_leads_nowhere(repository: Path) -> None:
    document = repository / "sets" / "documents" / "bread.txt"
    document.unlink()
    document.symlink_to("/etc/passwd")
    git(repository, "commit", "-qam", "link")
    found = fetch(address_of(f"git+file://{repository}"))
    assert found.parcel.files["documents/bread.txt"] == b"/etc/passwd"


def test_a_hook_of_a_repository_is_not_run(repository: Path, tmp_path: Path) -> None:
    hook = repository / ".git" / "hooks" / "post-checkout"
    hook.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n", "utf-8")
    hook.chmod(0o755)
    fetch(address_of(f"git+file://{repository}"))
    assert not (tmp_path / "ran").exists()


def test_a_repository_that_is_not_there_is_said_in_the_words_of_git(tmp_path: Path) -> None:
    with pytest.raises(QuizError, match="git cannot bring it"):
        fetch(address_of(f"git+file://{tmp_path}/nothing"))


def test_a_broken_set_of_a_repository_is_named_by_its_address(repository: Path) -> None:
    (repository / "sets" / "bread.yaml").write_text("id: [", "utf-8")
    git(repository, "commit", "-qam", "broken")
    with pytest.raises(QuizError) as caught:
        fetch(address_of(f"git+file://{repository}"))
    assert caught.value.place.startswith(f"file://{repository}/sets/bread.yaml:1")


def test_a_pack_comes_from_a_server(server: str, parcel: Parcel) -> None:
    assert fetch(address_of(f"{server}/p.zip")).parcel == parcel


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("nothing.zip", "the server says 404"),
        ("page.html", "this is no pack"),
        ("away", "plain http is not opened"),
    ],
)
def test_what_a_server_gives_else_is_refused(server: str, path: str, said: str) -> None:
    with pytest.raises(QuizError, match=said):
        fetch(address_of(f"{server}/{path}"))


def test_a_server_that_is_not_there_is_said() -> None:
    with pytest.raises(QuizError, match="cannot be fetched"):
        fetch(address_of("http://127.0.0.1:9/p.zip"))


@pytest.mark.parametrize("there", ["http://127.0.0.1:8000/admin", "file:///etc/passwd"])
def test_what_came_over_https_leads_to_nothing_less(there: str) -> None:
    request = urllib.request.Request("https://example.org/p.zip")
    with pytest.raises(QuizError, match="leads elsewhere"):
        _Secure().redirect_request(request, BytesIO(), 302, "Found", {}, there)
