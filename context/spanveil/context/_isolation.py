"""Running a decision where no telemetry can be seen."""

from collections.abc import AsyncGenerator, Callable, Mapping
from contextvars import Context
from functools import wraps
from inspect import isasyncgenfunction, isawaitable, iscoroutinefunction, isgeneratorfunction
from typing import Any, Final, ParamSpec, TypeVar, cast

from spanveil.context._carry import run_in

_P = ParamSpec("_P")
_T = TypeVar("_T")

# W3C Trace Context and W3C Baggage: a mapping with one of these names is a propagation carrier.
_CARRIER_NAMES: Final = ("baggage", "traceparent", "tracestate")


def isolated(decide: Callable[_P, _T]) -> Callable[_P, _T]:
    """Return the decision function, to run in an empty `contextvars.Context`.

    Inside it there is no baggage, no current span and no bound `RequestContext`: what it decides by
    has to come in as an argument. An argument that is an OpenTelemetry object, or a mapping with
    propagation headers, is refused. The caller's own context is not touched, so its spans keep
    their parents; spans that are started inside the decision are roots.

    It cannot see what a decision takes from objects that it captured earlier: that is what
    `spanveil lint` and `assert_noninterference` are for.

    Args:
        decide: A function or a coroutine function. A coroutine stays in its caller's task.

    Raises:
        TypeError: `decide` is a generator function, or is called with a telemetry argument.
    """
    if isgeneratorfunction(decide) or isasyncgenfunction(decide):
        raise TypeError("isolated() takes a function or a coroutine function, not a generator")
    if iscoroutinefunction(decide):

        @wraps(decide)
        async def decide_async(*args: Any, **kwargs: Any) -> Any:
            _refuse_telemetry(args, kwargs)
            empty = Context()
            return await run_in(empty, empty.run(decide, *args, **kwargs))

        return cast(Callable[_P, _T], decide_async)

    @wraps(decide)
    def decide_sync(*args: _P.args, **kwargs: _P.kwargs) -> _T:
        _refuse_telemetry(args, kwargs)
        empty = Context()
        result: Any = empty.run(decide, *args, **kwargs)
        if isinstance(result, AsyncGenerator):
            raise TypeError("isolated() takes a function or a coroutine function, not a generator")
        # A partial of a coroutine function, or a callable object with an asynchronous __call__.
        return cast(_T, run_in(empty, result) if isawaitable(result) else result)

    return decide_sync


def _refuse_telemetry(args: tuple[object, ...], kwargs: Mapping[str, object]) -> None:
    for name, value in (*enumerate(args), *kwargs.items()):
        if any(cls.__module__.partition(".")[0] == "opentelemetry" for cls in type(value).__mro__):
            raise TypeError(f"argument {name} of a decision is a telemetry object")
        if isinstance(value, Mapping) and any(header in value for header in _CARRIER_NAMES):
            raise TypeError(f"argument {name} of a decision is a carrier of propagation headers")
