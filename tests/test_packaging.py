"""The tree, the build's lists and the public surface agree."""

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = sorted(path.parent.name for path in ROOT.glob("*/spanveil/*/__init__.py"))


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def test_every_room_is_in_every_list(project: dict[str, Any]) -> None:
    tool = project["tool"]
    hatch = tool["hatch"]["build"]
    assert len(ROOMS) >= 8
    assert sorted(hatch["dev-mode-dirs"]) == ROOMS
    assert sorted(hatch["targets"]["wheel"]["packages"]) == [f"{room}/spanveil" for room in ROOMS]
    assert sorted(tool["mypy"]["mypy_path"]) == ROOMS
    assert set(tool["mypy"]["files"]) > set(ROOMS)
    assert sorted(tool["coverage"]["run"]["source"]) == ROOMS
    assert sorted(tool["importlinter"]["root_packages"]) == [f"spanveil.{room}" for room in ROOMS]


def test_namespace_has_no_init() -> None:
    # One stray file would hide every other room in an editable install.
    assert not list(ROOT.glob("*/spanveil/__init__.py"))


def test_every_room_is_typed() -> None:
    assert [
        room for room in ROOMS if not (ROOT / room / "spanveil" / room / "py.typed").is_file()
    ] == []


@pytest.mark.parametrize("room", ROOMS)
def test_public_names_are_sorted_and_exist(room: str) -> None:
    module = __import__(f"spanveil.{room}", fromlist=["__all__"])
    names = list(getattr(module, "__all__", []))
    assert names == sorted(names, key=_as_ruff_sorts)
    assert [name for name in names if not hasattr(module, name)] == []


def _as_ruff_sorts(name: str) -> tuple[int, str]:
    if name.isupper():
        return 0, name
    return (1, name) if name[:1].isupper() else (2, name)


def test_wheel_holds_every_room_and_its_data(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    for path in ROOT.glob("*/spanveil/**/*"):
        if path.is_file() and "__pycache__" not in path.parts:
            assert "/".join(path.relative_to(ROOT).parts[1:]) in names
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"spanveil"}


def test_core_installs_no_gateway_and_no_language_model(project: dict[str, Any]) -> None:
    core = {
        requirement.split(">")[0].split("[")[0]
        for requirement in project["project"]["dependencies"]
    }
    assert core.isdisjoint(
        {"spacy", "presidio-analyzer", "uvicorn", "starlette", "grpcio", "pytest"}
    )


def test_constraints_name_no_address() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert pins
    assert [line for line in pins if "==" not in line or "/" in line or ":" in line] == []
