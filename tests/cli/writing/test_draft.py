from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.cli.running import Cli
from tests.core.drafting.test_drafts import TEXT


@pytest.fixture
def document(cli: Cli) -> Path:
    path = cli.work / "training" / "documents" / "kettle.md"
    path.parent.mkdir(parents=True)
    path.write_text(TEXT, "utf-8")
    return path


def test_the_first_offers_are_written_as_drafts_that_pass_the_check(
    cli: Cli, document: Path
) -> None:
    ran = cli("draft", str(document), "--print", "3")
    assert ran.status == 0
    assert ran.out.startswith("training/kettle.yaml: 3 drafts; `quiz preview training/kettle.yaml`")
    path = document.parent.parent / "kettle.yaml"
    assert path.read_text("utf-8").count("draft: true") == 3
    assert cli("check", str(path)).status == 0


def test_an_author_goes_through_the_document_in_lines(cli: Cli, document: Path) -> None:
    ran = cli("draft", str(document), typed="a\n\ns\nr\nu\nq\n")
    assert ran.status == 0
    assert "Written at" in ran.out
    assert "Taken back" in ran.out
    assert "1 accepted, 1 skipped, 0 left out" in ran.out


def test_what_is_no_document_is_named(cli: Cli) -> None:
    ran = cli("draft", "nosuch.md")
    assert ran.status == 2
    assert "nosuch.md" in ran.err


def test_the_schema_of_drafts_takes_what_the_reader_takes(cli: Cli) -> None:
    schema = json.loads(cli("schema", "--draft").out)
    source = {"document": "kettle", "exact": "The tank holds 12 litres of water."}
    good = {
        "id": "a", "type": "numeric", "stem": "How much?", "answer": 12, "draft": True,
        "sources": [source],
    }  # fmt: skip
    validator = Draft202012Validator(schema)
    assert not list(validator.iter_errors([good]))
    assert list(validator.iter_errors([{**good, "type": "nosuch"}]))
