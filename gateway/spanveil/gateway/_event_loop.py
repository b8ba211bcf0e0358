"""The event loop that the gateway's processes run on, and how they hold memory."""

import asyncio
import contextlib
import ctypes
import gc
import resource
import sys
from collections.abc import Coroutine
from typing import Any, Final

_M_TRIM_THRESHOLD: Final = -1
_M_MMAP_THRESHOLD: Final = -3
_KEEP_BYTES: Final = 32 * 2**20
"""The most that every glibc takes for the second of them (mallopt(3))."""


def run_loop(main: Coroutine[Any, Any, None]) -> None:
    """Run a process of the gateway: on uvloop where it is installed, else on asyncio's own loop.

    Small requests cost a third less on uvloop.
    """
    keep_memory()
    open_many_files()
    try:
        import uvloop
    except ImportError:  # it is not made for every platform
        factory = None
    else:
        factory = uvloop.new_event_loop
    with asyncio.Runner(loop_factory=factory) as runner:
        runner.run(main)


def open_many_files() -> int:
    """Take as many open files as the system allows, of which each connection is one.

    Where the limit is 1,024, as many distributions have it, fewer connections than the receivers
    admit leave none for the queue, the sinks and the admin page.

    Returns:
        How many that are.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != hard:
        with contextlib.suppress(OSError, ValueError):  # a hard limit above what the system has
            resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0]


def keep_memory() -> None:
    """Have the C library reuse large blocks instead of asking the kernel for each of them.

    A batch of 5 MB is otherwise mapped, zeroed and unmapped each time that it is copied.
    """
    if not sys.platform.startswith("linux"):
        return
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError):  # a C library that knows no such thing
        return
    mallopt(_M_MMAP_THRESHOLD, _KEEP_BYTES)
    mallopt(_M_TRIM_THRESHOLD, 2 * _KEEP_BYTES)


def settle() -> None:
    """Take what lives as long as the process out of the garbage collector's rounds.

    The catalogue and the rules are some hundred thousand objects, which each full round would visit
    to find them alive.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
