"""The event loop of the gateway's processes."""

import asyncio
import sys

import pytest

from spanveil.gateway._event_loop import run_loop


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
