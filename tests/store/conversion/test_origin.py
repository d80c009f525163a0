"""The head of a converted document, and where such a document goes."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.core.documents.document import Document
from quiz.errors import QuizError
from quiz.store.conversion.origin import Origin, made_from, sha256, with_head
from quiz.store.conversion.target import Standing, original, target_for

ORIGIN = Origin("it's a policy.pdf", sha256(b"x"), "citequiz 1.0, pypdfium2 5.1")
NOW = Origin("policy.pdf", sha256(b"new"), "citequiz 1.0")


def test_a_document_says_what_it_was_made_from_and_whether_it_was_edited() -> None:
    text = with_head("# One\n\nText.\n", ORIGIN, "The 'plan'", "en-GB")
    made = made_from(text)
    assert made is not None
    assert made.origin == ORIGIN
    assert not made.edited
    for edited in (text + "x", text.replace("plan", "map"), text.replace("text_sha", "x_sha")):
        found = made_from(edited)
        assert found is not None
        assert found.edited
    crlf = made_from(text.replace("\n", "\r\n"))
    assert crlf is not None
    assert not crlf.edited


def test_the_head_gives_title_language_and_the_name_in_citations() -> None:
    text = with_head("# One\n\nText.\n", ORIGIN, "The 'plan'\nof 2020", "en-GB")
    document = Document("d", text, "d.md")
    assert document.title == "The 'plan' of 2020"
    assert document.cited_title == "The 'plan' of 2020 (it's a policy.pdf)"
    assert document.spoken == "en-gb"
    assert document.text == "One\n\nText."


def test_what_was_written_by_hand_has_no_origin() -> None:
    assert made_from("---\ntitle: x\n---\n\nText.\n") is None
    assert made_from("Text.\n") is None


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    path = tmp_path / "policy.pdf"
    path.write_bytes(b"new")
    (tmp_path / "documents").mkdir()
    return path


def stands(policy: Path, text: str) -> Standing:
    (policy.parent / "documents" / "policy.md").write_text(text, encoding="utf-8")
    return target_for(policy, policy.parent / "documents", NOW).standing


def test_what_is_to_be_done_depends_on_what_is_there(policy: Path) -> None:
    assert target_for(policy, None, NOW) == (policy.parent / "documents/policy.md", Standing.NEW)
    same = with_head("Text.\n", NOW._replace(converter="citequiz 1.0, pypdfium2 5.1"))
    old = with_head("Text.\n", NOW._replace(sha256=sha256(b"old")))
    assert stands(policy, same) is Standing.SAME
    assert stands(policy, same + "edited\n") is Standing.SAME
    assert stands(policy, old) is Standing.NEWER
    assert stands(policy, old + "edited\n") is Standing.EDITED
    assert stands(policy, "My own text.\n") is Standing.FOREIGN


def test_a_name_that_another_files_document_has_gets_the_ending(policy: Path) -> None:
    other = with_head("Text.\n", NOW._replace(name="policy.docx"))
    (policy.parent / "documents" / "policy.md").write_text(other, encoding="utf-8")
    found = target_for(policy, None, NOW)
    assert (found.path.name, found.standing) == ("policy-pdf.md", Standing.NEW)


def test_an_output_is_a_file_or_a_folder_also_one_with_a_dot_in_its_name(policy: Path) -> None:
    folder = policy.parent / "v1.2"
    folder.mkdir()
    assert target_for(policy, folder, NOW).path == folder / "policy.md"
    assert target_for(policy, policy.parent / "new", NOW).path.name == "policy.md"
    assert target_for(policy, folder / "x.md", NOW).path == folder / "x.md"
    with pytest.raises(QuizError, match=r"\.md file"):
        target_for(policy, folder / "x.txt", NOW)


def test_an_original_in_documents_stays_and_is_never_overwritten(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    page = folder / "plan.md"
    page.write_text("<!doctype html>", encoding="utf-8")
    assert target_for(page, None, NOW._replace(name="plan.md")).path == folder / "plan-converted.md"
    with pytest.raises(QuizError, match="overwrite the original"):
        target_for(page, page, NOW)


def test_links_that_lead_out_are_neither_read_nor_written_through(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.pdf").write_bytes(b"x")
    inside = tmp_path / "set"
    inside.mkdir()
    link = inside / "policy.pdf"
    link.symlink_to(outside / "secret.pdf")
    with pytest.raises(QuizError, match="leads out of its folder"):
        original(link)
    (inside / "documents").symlink_to(outside)
    (inside / "real.pdf").write_bytes(b"x")
    with pytest.raises(QuizError, match="nothing is written through"):
        target_for(inside / "real.pdf", None, NOW)


@pytest.mark.parametrize(
    ("name", "says"), [("polcy.pdf", "did you mean policy.pdf"), ("documents", "folder")]
)
def test_a_file_that_is_not_there_is_told(policy: Path, name: str, says: str) -> None:
    with pytest.raises(QuizError) as caught:
        original(policy.parent / name)
    assert says in str(caught.value)
