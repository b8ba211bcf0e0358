"""Importing the engine stays light: nothing of what only some values need."""

import subprocess
import sys

from spanveil import config

HEAVY = (
    "ahocorasick_rs",
    "hyperscan",
    "phonenumbers",
    "presidio_analyzer",
    "pydantic",
    "spacy",
    "sqlglot",
    "tldextract",
    "yaml",
)
LATE = (
    "spanveil.redaction.detection._people",
    "spanveil.redaction.detection._secrets",
    "spanveil.redaction.detection._forms",
)


def test_heavy_packages_wait() -> None:
    code = (
        f"import sys, spanveil.redaction; print([m for m in {HEAVY + LATE!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_redactor_loads_what_it_needs() -> None:
    code = f"""if True:
        import sys, spanveil.redaction
        spanveil.redaction.Redactor(profile="diagnostic")
        print([m for m in {HEAVY + LATE!r} if m in sys.modules])"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"pydantic", "yaml", *LATE} <= set(eval(done.stdout))  # noqa: S307 - our own output
    assert "presidio_analyzer" not in done.stdout


def test_every_public_name_of_the_configuration_is_there() -> None:
    assert sorted(config.__all__) == sorted(set(config.__all__))
    assert all(getattr(config, name) is not None for name in config.__all__)
