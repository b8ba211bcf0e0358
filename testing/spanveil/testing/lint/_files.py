"""Which files are read, and how."""

import os
import tokenize
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from spanveil.testing.lint._options import MAX_BYTES, Options

_SKIPPED_FOLDERS: Final = frozenset(
    {"__pycache__", "build", "dist", "node_modules", "site-packages", "venv"}
)


def files_in(root: Path, options: Options) -> Iterator[Path]:
    """Yield a file, or the Python files of a folder that are the project's own."""
    if root.is_file():
        yield root
        return
    for folder, folders, files in os.walk(root, followlinks=False):
        here = Path(folder)
        folders[:] = sorted(
            name
            for name in folders
            if name not in _SKIPPED_FOLDERS
            and not name.startswith(".")
            and not options.excludes(here / name)
        )
        for name in sorted(files):
            path = here / name
            if path.suffix == ".py" and path.is_file() and not options.excludes(path):
                yield path


def read(path: Path) -> str:
    """Return a file's text, in the encoding that it declares.

    Raises:
        ValueError: It is too large or not in that encoding.
        SyntaxError: It declares an encoding that there is not.
    """
    if path.stat().st_size > MAX_BYTES:
        raise ValueError(f"it is larger than {MAX_BYTES} bytes")
    with tokenize.open(path) as file:
        return file.read()


def dotted_name(path: Path, root: Path) -> str:
    """Return the name under which a file is imported, as far as the folders tell."""
    inside = path.relative_to(root) if root.is_dir() else Path(path.name)
    parts = [*inside.parent.parts, inside.stem]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts) or root.name
