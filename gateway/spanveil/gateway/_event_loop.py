"""The event loop that the gateway's processes run on, and how they hold memory."""

import asyncio
import contextlib
import ctypes
import gc
import os
import resource
import sys
from collections.abc import Coroutine
from typing import Any, Final

_M_TRIM_THRESHOLD: Final = -1
_M_MMAP_THRESHOLD: Final = -3
_MUCH_BYTES: Final = 384 * 2**20
"""Beyond what is in use; the interpreter and its libraries are a fourth of it."""
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


def give_back() -> bool:
    """Give memory back to the system that was free for longer than a moment, and is much.

    A flood leaves each of the C library's arenas as large as it ever was: gRPC's threads have one
    each, and none of them shrinks by itself below what is in use at its end.

    Returns:
        Whether there was as much.
    """
    if not sys.platform.startswith("linux"):
        return False
    try:
        library = ctypes.CDLL(None)
        library.mallinfo2.restype = _MallInfo
        now = library.mallinfo2()
        if resident_bytes() - now.uordblks - now.hblkhd < _MUCH_BYTES:
            return False
        library.malloc_trim(0)
    except (OSError, AttributeError):  # a C library that knows no such thing
        return False
    return True


class _MallInfo(ctypes.Structure):
    """What mallinfo2(3) returns; in use are ``uordblks``, and ``hblkhd`` of large blocks."""

    _fields_ = [
        (name, ctypes.c_size_t)
        for name in (
            *("arena", "ordblks", "smblks", "hblks", "hblkhd"),
            *("usmblks", "fsmblks", "uordblks", "fordblks", "keepcost"),
        )
    ]


def resident_bytes() -> int:
    """Return the memory of this process that is resident."""
    try:
        with open("/proc/self/statm", "rb") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:  # no /proc: the peak is the nearest that the standard library knows
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def settle() -> None:
    """Take what lives as long as the process out of the garbage collector's rounds.

    The catalogue and the rules are some hundred thousand objects, which each full round would visit
    to find them alive.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
