"""The event loop of the gateway's processes."""

import asyncio
import resource
import sys

import pytest

from spanveil.gateway._event_loop import open_many_files, run_loop


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
