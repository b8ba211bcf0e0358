"""What a vendor's library sends by itself, past every processor: seen and said, not stopped."""

import logging
import threading
from collections.abc import Iterable
from typing import Final

_LOGGER: Final = logging.getLogger("spanveil")
# Langfuse 5: a thread posts media (images, audio, data URIs of inputs and outputs) to
# /api/public/media and puts them where the answer says, unless LANGFUSE_MEDIA_UPLOAD_ENABLED=false.
_MEDIA_THREADS: Final = "langfuse._task_manager.media_upload_consumer"


def open_side_channels(processors: Iterable[object]) -> list[str]:
    """Return what the libraries of these processors send past the guard, in words for a log.

    Args:
        processors: The processors of a provider. Only those of known libraries are looked into.
    """
    if not any(type(one).__module__.startswith("langfuse.") for one in processors):
        return []
    if any(type(one).__module__ == _MEDIA_THREADS for one in threading.enumerate()):
        return ["Langfuse uploads media by itself: set LANGFUSE_MEDIA_UPLOAD_ENABLED=false"]
    return []


def warn_of(channels: Iterable[str]) -> None:
    """Write one line for each channel to the log of Spanveil."""
    for channel in channels:
        _LOGGER.warning("what the guard cannot redact leaves this process: %s", channel)
