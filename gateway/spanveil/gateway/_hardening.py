"""Keep payloads out of what a process leaves behind when something goes wrong."""

import asyncio
import contextlib
import ctypes
import logging
import resource
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Any, Final

_LOG = logging.getLogger("spanveil.gateway")
_PR_SET_DUMPABLE: Final = 4
_NOISY: Final = ("asyncio", "grpc", "uvicorn", "aiohttp")
_MAX_FRAMES: Final = 30


def log_own(prefix: str = "") -> None:
    """Write what the gateway itself logs to the standard error, and nothing of any library.

    A library may quote what it was given (a statement that it cannot parse, a header).

    Args:
        prefix: Before each message.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter(f"%(asctime)s %(levelname)s {prefix}%(message)s"))
    own = logging.getLogger("spanveil")
    own.handlers = [handler]
    own.setLevel(logging.INFO)
    own.propagate = False
    logging.getLogger().handlers = [logging.NullHandler()]  # else Python has a last resort
    logging.raiseExceptions = False  # which prints a record's arguments


def harden() -> None:
    """Keep payloads out of core dumps, and out of what Python and asyncio say of a fault.

    A limit of 0 does not stop a dump that is piped to a program (core(5)), so that the process is
    marked as not dumpable too, where the system has that (prctl(2)); other processes of the same
    user then cannot read its memory either.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    for noisy in _NOISY:
        logging.getLogger(noisy).setLevel(logging.CRITICAL)
    sys.excepthook = _of_process
    threading.excepthook = _of_thread
    sys.unraisablehook = _of_destructor


def quiet(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Be asyncio's exception handler: its own prints the exception and the task's arguments."""
    tell("internal fault", context.get("exception"))


def tell(what: str, error: BaseException | None) -> None:
    """Log what kind of fault it was and where; its text could quote a payload."""
    kind = type(error).__name__ if error is not None else "unknown"
    _LOG.error("%s: %s%s", what, kind, places(error.__traceback__ if error else None))


def places(traceback: TracebackType | None) -> str:
    """Return a traceback as files, lines and functions, without source and without values."""
    found = []
    while traceback is not None:
        code = traceback.tb_frame.f_code
        found.append(f" {Path(code.co_filename).name}:{traceback.tb_lineno} {code.co_name}")
        traceback = traceback.tb_next
    return " at" + " >".join(found[-_MAX_FRAMES:]) if found else ""


def _of_process(
    kind: type[BaseException], error: BaseException, traceback: TracebackType | None
) -> None:
    _LOG.critical("fault: %s%s", kind.__name__, places(traceback))


def _of_thread(fault: threading.ExceptHookArgs) -> None:
    if fault.exc_type is not SystemExit:
        _LOG.error("fault in a thread: %s%s", fault.exc_type.__name__, places(fault.exc_traceback))


def _of_destructor(fault: "sys.UnraisableHookArgs") -> None:
    _LOG.error("fault in clean-up: %s%s", fault.exc_type.__name__, places(fault.exc_traceback))
