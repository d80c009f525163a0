"""The built wheel carries the question sets and works from any folder, without a network."""

from __future__ import annotations

import os
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from quiz import __version__
from tests import TOP
from tests.processes import run


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out)]
    run([*build, str(TOP)], check=True, capture_output=True)
    (found,) = out.glob("*.whl")
    return found


def test_the_wheel_holds_code_sets_and_documents(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert wheel.name.startswith(f"citequiz-{__version__}-py3-none-any")
    assert "quiz/questions/mesotherapy/electronic-mesotherapy.yaml" in names
    assert "quiz/questions/mesotherapy/documents/electronic-mesotherapy.txt" in names
    assert not [name for name in names if name.startswith("tests/")]


def test_installed_in_an_empty_environment_it_lists_its_sets(wheel: Path, tmp_path: Path) -> None:
    # The dependencies come from this environment, so that no network is needed; the package
    # itself comes from the wheel alone, since `.pth` files are not followed from a `.pth` file.
    venv.create(tmp_path / "env", with_pip=False)
    site = next((tmp_path / "env").glob("lib/python*/site-packages"))
    zipfile.ZipFile(wheel).extractall(site)
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    python = tmp_path / "env" / "bin" / "python"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    ran = run(
        [python, "-m", "quiz", "list"],
        cwd=elsewhere,
        env={**os.environ, "QUIZ_HOME": str(tmp_path / "home"), "PYTHONPATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    for name in ("electronic-mesotherapy", "mesotherapy-in-dermatology", "comparing-the-two"):
        assert name in ran.stdout
    where = run(
        [python, "-c", "import quiz; print(quiz.__file__)"],
        cwd=elsewhere,
        env={**os.environ, "PYTHONPATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert where.stdout.startswith(str(site))
