"""Carrying the bound context to where Python drops it: threads, executors, generators.

Every helper takes a snapshot of the caller's whole `contextvars.Context` and runs the work in a
copy of it. So the work sees the tenant and the trace of whoever asked for it, sees nothing that an
earlier job left in its thread, and leaves nothing behind.
"""

from collections.abc import (
    AsyncGenerator,
    AsyncIterator,
    Awaitable,
    Callable,
    Coroutine,
    Generator,
    Iterator,
)
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextvars import Context, copy_context
from functools import wraps
from inspect import isasyncgenfunction, iscoroutinefunction, isgeneratorfunction
from typing import Any, Generic, ParamSpec, TypeVar, cast, overload

_P = ParamSpec("_P")
_T = TypeVar("_T")


def carry(function: Callable[_P, _T]) -> Callable[_P, _T]:
    """Return the function, to run under what is bound now, whoever calls it and in which thread.

    `Thread(target=carry(work))`, `loop.run_in_executor(None, carry(work))`, `Timer(5,
    carry(work))`. A coroutine function runs each of its steps so. Tasks need no help: asyncio
    carries the context.

    Raises:
        TypeError: It is a generator function; use `carry_stream` on what it returns.
    """
    if isgeneratorfunction(function) or isasyncgenfunction(function):
        raise TypeError("carry() takes a function: use carry_stream() on what a generator returns")
    snapshot = copy_context()
    # A Context can be entered once at a time, and the function may be called from several threads:
    # hence a copy for each call.
    if iscoroutinefunction(function):

        @wraps(function)
        async def carried_async(*args: Any, **kwargs: Any) -> Any:
            own = snapshot.copy()
            return await run_in(own, own.run(function, *args, **kwargs))

        return cast(Callable[_P, _T], carried_async)

    @wraps(function)
    def carried(*args: _P.args, **kwargs: _P.kwargs) -> _T:
        return snapshot.copy().run(function, *args, **kwargs)

    return carried


class CarryingExecutor(Executor):
    """An executor that runs each call under what is bound where the call is submitted.

    Args:
        executor: The thread pool that does the work. Not a process pool: a context does not cross
            processes; use `seal` for that.
    """

    def __init__(self, executor: Executor) -> None:
        self._executor = executor

    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        """Schedule the call under the context of the caller."""
        return self._executor.submit(carry(fn), *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Shut the inner executor down."""
        self._executor.shutdown(wait=wait, cancel_futures=cancel_futures)


class ContextThreadPoolExecutor(ThreadPoolExecutor):
    """A thread pool that carries the context.

    It is fit for `loop.set_default_executor`, which takes no other kind of executor.
    """

    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        """Schedule the call under the context of the caller."""
        return super().submit(carry(fn), *args, **kwargs)


class CarriedStream(Generic[_T]):
    """A generator whose every step runs in a context of its own; see `carry_stream`."""

    def __init__(self, generator: Generator[_T, Any, Any]) -> None:
        self._generator = generator
        self._context = copy_context()

    def __iter__(self) -> Iterator[_T]:
        return self

    def __next__(self) -> _T:
        return self._context.run(self._generator.__next__)

    def close(self) -> None:
        """Close the generator, in its own context."""
        self._context.run(self._generator.close)


class CarriedAsyncStream(Generic[_T]):
    """An asynchronous generator whose steps run in a context of its own; see `carry_stream`."""

    def __init__(self, generator: AsyncGenerator[_T, Any]) -> None:
        self._generator = generator
        self._context = copy_context()

    def __aiter__(self) -> AsyncIterator[_T]:
        return self

    async def __anext__(self) -> _T:
        return await _Steps(self._context, self._context.run(self._generator.__anext__))

    async def aclose(self) -> None:
        """Close the generator, in its own context."""
        await _Steps(self._context, self._context.run(self._generator.aclose))


@overload
def carry_stream(generator: AsyncGenerator[_T, Any]) -> CarriedAsyncStream[_T]: ...
@overload
def carry_stream(generator: Generator[_T, Any, Any]) -> CarriedStream[_T]: ...
def carry_stream(
    generator: AsyncGenerator[_T, Any] | Generator[_T, Any, Any],
) -> CarriedAsyncStream[_T] | CarriedStream[_T]:
    """Give a generator a context of its own, a copy of what is bound now.

    What the generator binds around a `yield` does not leak to its consumer between two items, and
    the generator keeps its tenant however often the consumer changes its own.
    """
    if isinstance(generator, AsyncGenerator):
        return CarriedAsyncStream(generator)
    return CarriedStream(generator)


def run_in(context: Context, awaitable: Awaitable[_T]) -> Coroutine[Any, Any, _T]:
    """Return a coroutine that awaits something in the given context.

    It stays in the same task, and so under the same cancellation and time limits.
    """

    async def run() -> _T:
        return await _Steps(context, awaitable)

    return run()


class _Steps(Generic[_T]):
    """Await something with each of its steps run inside a `contextvars.Context`.

    A task of its own (`create_task(..., context=)`) would do the same for asyncio, at the price of
    a trip through the event loop for each item and of a second task to cancel.
    """

    __slots__ = ("_awaitable", "_context")

    def __init__(self, context: Context, awaitable: Any) -> None:
        self._context = context
        self._awaitable = awaitable

    def __await__(self) -> Generator[Any, Any, _T]:
        steps = self._context.run(self._awaitable.__await__)
        send: Callable[..., Any] = steps.send
        value: Any = None
        while True:
            try:
                waiting = self._context.run(send, value)
            except StopIteration as done:
                result: _T = done.value
                return result
            try:
                value = yield waiting
                send = steps.send
            except (
                BaseException
            ) as error:  # cancellation, too, is delivered where the awaited code waits
                value = error
                send = steps.throw
