"""Whether the queue's files are where they were opened, which writing to them does not tell.

A file that was removed, or that something was mounted over, is written and synced as before, and is
gone with the process.
"""

import os
from pathlib import Path
from typing import Final

GONE: Final = "the queue's files are gone"
READ_ONLY: Final = "the queue's disk is read-only"


class Place:
    """Where files are.

    Args:
        directory: What they are in.
        files: The files, which are open.

    Raises:
        OSError: One of them is not there.
    """

    def __init__(self, directory: Path, *files: Path) -> None:
        self._directory = directory
        self._device = directory.stat().st_dev
        self._files = {file: _identity(file) for file in files}

    def fault(self) -> str:
        """Return why what is written now would not be found by the next start, or ``""``."""
        try:
            if not all(map(self.has, self._files)):
                return GONE
            flags = os.statvfs(self._directory).f_flag
        except OSError:
            return GONE
        return READ_ONLY if flags & os.ST_RDONLY else ""

    def has(self, file: Path) -> bool:
        """Say whether a file is the one that was opened."""
        try:
            return _identity(file) == self._files[file]
        except OSError:
            return False

    def is_on_its_disk(self) -> bool:
        """Say whether the directory, or what is left of the path to it, is on the disk it was on.

        A directory below which the disk was unmounted is another's, and hidden when that is back.
        """
        for found in (self._directory, *self._directory.absolute().parents):
            try:
                return found.stat().st_dev == self._device
            except OSError:
                continue
        return False


def _identity(file: Path) -> tuple[int, int]:
    found = file.stat()
    return found.st_dev, found.st_ino
