"""Importing the engine stays light: nothing of what only some values need."""

import subprocess
import sys

HEAVY = ("presidio_analyzer", "spacy", "sqlglot", "hyperscan", "phonenumbers", "tldextract")


def test_heavy_packages_wait() -> None:
    code = f"import sys, spanveil.redaction; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
