"""What the room offers, and what it must never reach."""

import subprocess
import sys

import spanveil.context


def test_the_public_names_are_sorted_and_there() -> None:
    names = spanveil.context.__all__
    assert len(set(names)) == len(names)
    assert all(hasattr(spanveil.context, name) for name in names)


def test_importing_the_room_loads_no_telemetry_and_no_cryptography() -> None:
    """import-linter proves it for the source; this proves it for a running interpreter."""
    script = (
        "import sys, spanveil.context\n"
        "loaded = {name.partition('.')[0] for name in sys.modules}\n"
        "print(sorted(loaded & {'opentelemetry', 'jwt', 'cryptography'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
