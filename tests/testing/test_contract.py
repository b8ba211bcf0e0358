"""The import-linter contract of the documentation holds what it says."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "authorization.md"


@pytest.fixture
def service(tmp_path: Path) -> Path:
    text = DOCUMENT.read_text("utf-8")
    (contract,) = re.findall(r"```toml\n(\[tool\.importlinter\].*?)```", text, re.DOTALL)
    (tmp_path / "pyproject.toml").write_text(contract)
    package = tmp_path / "myservice"
    (package / "policy").mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "policy" / "__init__.py").write_text("import myservice.common\n")
    (package / "tracing.py").write_text("from opentelemetry import baggage\n")
    (package / "common.py").touch()
    return tmp_path


def _lint_imports(service: Path) -> subprocess.CompletedProcess[str]:
    script = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", script, "--no-cache"], cwd=service, capture_output=True, text=True
    )


def test_the_documented_contract_holds(service: Path) -> None:
    done = _lint_imports(service)
    assert done.returncode == 0, done.stdout
    assert "1 kept, 0 broken" in done.stdout


@pytest.mark.parametrize(
    "common", ["import myservice.tracing\n", "import opentelemetry.trace\n", "import importlib\n"]
)
def test_the_documented_contract_notices_an_indirect_import(service: Path, common: str) -> None:
    (service / "myservice" / "common.py").write_text(common)
    done = _lint_imports(service)
    assert done.returncode == 1
    assert "0 kept, 1 broken" in done.stdout
