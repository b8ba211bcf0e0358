"""The tenant arrives where the work runs, and nowhere else."""

import asyncio
import contextvars
import threading
from collections.abc import AsyncGenerator, Generator
from concurrent.futures import ThreadPoolExecutor

import pytest

from spanveil.context import (
    CarryingExecutor,
    ContextThreadPoolExecutor,
    RequestContext,
    bind,
    carry,
    carry_stream,
    current,
    require_tenant,
)


def _tenant() -> str | None:
    context = current()
    return context.tenant_id if context else None


def test_carry_into_a_thread_and_a_timer(acme: RequestContext) -> None:
    seen: list[str | None] = []
    with bind(acme):
        work = carry(lambda: seen.append(_tenant()))
    threads = [threading.Thread(target=work), threading.Timer(0, work)]
    for thread in threads:
        thread.start()
        thread.join()
    assert seen == ["acme", "acme"]


def test_carry_takes_arguments_and_several_threads_at_once(acme: RequestContext) -> None:
    barrier = threading.Barrier(4, timeout=60)

    def work(number: int, *, plus: int) -> tuple[str | None, int]:
        barrier.wait()
        return _tenant(), number + plus

    with bind(acme):
        carried = carry(work)
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda number: carried(number, plus=1), range(4)))
    assert results == [("acme", number + 1) for number in range(4)]


def test_what_is_carried_unbound_runs_unbound(acme: RequestContext) -> None:
    carried = carry(_tenant)
    with bind(acme):
        assert carried() is None


def test_carry_of_a_coroutine_function(acme: RequestContext, globex: RequestContext) -> None:
    async def work(number: int) -> tuple[int, str | None, str | None]:
        before = _tenant()
        await asyncio.sleep(0)
        return number, before, _tenant()

    with bind(acme):
        carried = carry(work)

    async def main() -> list[tuple[int, str | None, str | None]]:
        with bind(globex):
            found = list(await asyncio.gather(carried(1), carried(2)))
            assert _tenant() == "globex"
        return found

    assert asyncio.run(main()) == [(1, "acme", "acme"), (2, "acme", "acme")]


def test_carry_refuses_generators(acme: RequestContext) -> None:
    for function in (_generator, _stream):
        with pytest.raises(TypeError, match="carry_stream"):
            carry(function)


def test_executors_carry_and_keep_nothing(acme: RequestContext, globex: RequestContext) -> None:
    with ThreadPoolExecutor(1) as inner:
        for pool in (CarryingExecutor(inner), ContextThreadPoolExecutor(1)):
            with bind(acme):
                first = pool.submit(_tenant)
                mapped = list(pool.map(lambda _: _tenant(), range(3)))
            with bind(globex):
                second = pool.submit(_tenant)
            assert [first.result(), second.result()] == ["acme", "globex"]
            assert mapped == ["acme"] * 3
            assert pool.submit(_tenant).result() is None
            pool.shutdown()


def test_the_default_executor_of_a_loop(acme: RequestContext) -> None:
    async def main() -> tuple[str | None, str | None]:
        loop = asyncio.get_running_loop()
        with bind(acme):
            lost = await loop.run_in_executor(None, _tenant)
        loop.set_default_executor(ContextThreadPoolExecutor(1))
        with bind(acme):
            kept = await loop.run_in_executor(None, _tenant)
        return lost, kept

    assert asyncio.run(main()) == (None, "acme")


async def _stream(context: RequestContext) -> AsyncGenerator[str | None, None]:
    with bind(context):
        for _ in range(3):
            await asyncio.sleep(0)
            yield require_tenant().tenant_id


def _generator(context: RequestContext) -> Generator[str | None, None, None]:
    with bind(context):
        for _ in range(3):
            yield require_tenant().tenant_id


def test_an_asynchronous_stream_neither_leaks_nor_loses(
    acme: RequestContext, globex: RequestContext
) -> None:
    async def main() -> list[tuple[str | None, str | None]]:
        pairs = []
        mine, other = carry_stream(_stream(acme)), carry_stream(_stream(globex))
        for _ in range(3):
            pairs.append((await anext(mine), await anext(other)))
            assert current() is None
        with pytest.raises(StopAsyncIteration):
            await anext(mine)
        await other.aclose()
        return pairs

    assert asyncio.run(main()) == [("acme", "globex")] * 3


def test_a_synchronous_stream_neither_leaks_nor_loses(
    acme: RequestContext, globex: RequestContext
) -> None:
    with bind(globex):
        stream = carry_stream(_generator(acme))
        for tenant in stream:
            assert tenant == "acme"
            assert _tenant() == "globex"
        closed = carry_stream(_generator(acme))
        next(closed)
        closed.close()
        assert _tenant() == "globex"
    assert current() is None


def test_a_stream_keeps_the_tenant_of_its_creator(
    acme: RequestContext, globex: RequestContext
) -> None:
    async def body() -> AsyncGenerator[str | None, None]:
        while True:
            yield _tenant()

    async def main() -> list[str | None]:
        with bind(acme):
            stream = carry_stream(body())
        with bind(globex):
            seen = [await anext(stream)]
        seen.append(await anext(stream))
        await stream.aclose()
        return seen

    assert asyncio.run(main()) == ["acme", "acme"]


def test_cancellation_and_errors_reach_the_generator(acme: RequestContext) -> None:
    ended: list[str] = []

    async def body() -> AsyncGenerator[int, None]:
        try:
            with bind(acme):
                yield 1
                await asyncio.sleep(60)
        except asyncio.CancelledError:
            ended.append(str(_tenant()))
            raise

    async def main() -> None:
        stream = carry_stream(body())
        await anext(stream)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01):
                await anext(stream)
        assert current() is None

    asyncio.run(main())
    assert ended == ["None"]


def test_an_error_in_a_stream_is_the_consumers_to_see(acme: RequestContext) -> None:
    async def body() -> AsyncGenerator[int, None]:
        with bind(acme):
            yield 1
            await asyncio.sleep(0)
            raise LookupError("broken")

    async def main() -> None:
        stream = carry_stream(body())
        assert await anext(stream) == 1
        with pytest.raises(LookupError, match="broken"):
            await anext(stream)

    asyncio.run(main())


def test_other_context_variables_travel_too(acme: RequestContext) -> None:
    """The trace parent is one of them."""
    variable: contextvars.ContextVar[str] = contextvars.ContextVar("variable", default="unset")

    def read() -> tuple[str, str | None]:
        return variable.get(), _tenant()

    token = variable.set("parent")
    with bind(acme):
        carried = carry(read)
    variable.reset(token)
    assert carried() == ("parent", "acme")
