"""The event loop of the gateway's processes."""

import asyncio
import resource
import subprocess
import sys
from typing import Any

import pytest

from spanveil.gateway import _worker
from spanveil.gateway._event_loop import open_many_files, run_loop
from tests.gateway.processes import PATIENCE


def test_as_many_files_are_opened_as_the_system_allows(monkeypatch: pytest.MonkeyPatch) -> None:
    limits = [1024, 20_000]

    def set_limits(what: int, new: tuple[int, int]) -> None:
        assert what == resource.RLIMIT_NOFILE
        limits[:] = new

    monkeypatch.setattr(resource, "getrlimit", lambda what: tuple(limits))
    monkeypatch.setattr(resource, "setrlimit", set_limits)
    assert open_many_files() == 20_000
    limits[0] = 1024

    def refuse(what: int, new: tuple[int, int]) -> None:
        raise ValueError("not allowed to raise maximum limit")

    monkeypatch.setattr(resource, "setrlimit", refuse)
    assert open_many_files() == 1024


@pytest.mark.skipif(sys.platform == "win32", reason="uvloop is not made for Windows")
@pytest.mark.parametrize("is_installed", [True, False])
def test_the_fast_loop_is_used_where_it_is_installed(
    is_installed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not is_installed:
        monkeypatch.setitem(sys.modules, "uvloop", None)
    seen: list[str] = []

    async def main() -> None:
        seen.append(type(asyncio.get_running_loop()).__module__)

    run_loop(main())
    assert [name.startswith("uvloop") for name in seen] == [is_installed]


def test_memory_that_a_flood_left_is_given_back() -> None:
    script = """
from spanveil.gateway._event_loop import give_back, keep_memory, resident_bytes as resident
keep_memory()
held = [b"x" * 50_000 for _ in range(12_000)]
kept = held[::2_000]
full = resident()
del held
assert resident() > full - 100 * 2**20  # what is in use at the end keeps it
assert give_back()
assert resident() < full - 300 * 2**20
assert not give_back()
"""
    subprocess.run([sys.executable, "-c", script], check=True, timeout=PATIENCE)


def test_a_running_gateway_gives_memory_back_again_and_again(
    configured: Any, running: Any, http_sink: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[bool] = []
    for name in ("_SELF_TEST_EVERY", "_LOOK_EVERY"):
        monkeypatch.setattr(_worker, name, 0.05)
    monkeypatch.setattr(_worker, "give_back", lambda: given.append(True))
    running(configured(http_sink))
    http_sink.wait(lambda: len(given) > 1)
