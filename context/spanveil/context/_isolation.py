"""Running a decision where no telemetry can be seen."""

from collections.abc import AsyncGenerator, Callable, Iterable, Mapping
from contextvars import Context
from functools import wraps
from inspect import isasyncgenfunction, isawaitable, iscoroutinefunction, isgeneratorfunction
from itertools import islice
from types import MappingProxyType
from typing import Any, Final, ParamSpec, TypeVar, cast

from spanveil.context._carry import run_in

_P = ParamSpec("_P")
_T = TypeVar("_T")

# W3C Trace Context and W3C Baggage: what has one of these names is a propagation carrier. Header
# names have no case (RFC 9110 section 5.1), are bytes in ASGI, and `HTTP_...` in WSGI.
_CARRIER_NAMES: Final = frozenset({"baggage", "traceparent", "tracestate"})
_PLAIN: Final = frozenset({bool, bytes, float, int, str, type(None)})
_MAX_DEPTH: Final = 4
_MAX_ITEMS: Final = 1_000


def isolated(decide: Callable[_P, _T]) -> Callable[_P, _T]:
    """Return the decision function, to run in an empty `contextvars.Context`.

    Inside it there is no baggage, no current span and no bound `RequestContext`: what it decides by
    has to come in as an argument. An argument that is an OpenTelemetry object, or a mapping with
    propagation headers, is refused. The caller's own context is not touched, so its spans keep
    their parents; spans that are started inside the decision are roots.

    It cannot see what a decision takes from objects that it captured earlier, nor where a plain
    value came from: that is what `spanveil lint` and `assert_noninterference` are for.

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
        fault = _fault(value)
        if fault is not None:
            raise TypeError(f"argument {name} of a decision {fault}")


def _fault(argument: object) -> str | None:
    """Return what makes an argument telemetry, or `None`."""
    level: list[object] = [argument]
    seen = 0
    for _ in range(_MAX_DEPTH):
        inner: list[object] = []
        for value in level:
            if type(value) in _PLAIN:
                continue
            seen += 1
            if seen > _MAX_ITEMS:
                return None
            if _is_telemetry(type(value)):
                return "is or holds a telemetry object"
            if isinstance(value, MappingProxyType):
                return "is or holds a read-only view, as telemetry APIs return: pass a dict"
            if _is_carrier(value):
                return "is or holds a carrier of propagation headers"
            inner += islice(_items(value), _MAX_ITEMS)
        if not inner:
            return None
        level = inner
    return None


def _is_telemetry(kind: type) -> bool:
    return any(cls.__module__.partition(".")[0] == "opentelemetry" for cls in kind.__mro__)


def _is_carrier(value: object) -> bool:
    if isinstance(value, Mapping):
        return any(_is_carrier_name(key) for key in islice(value, _MAX_ITEMS))
    # One of the pairs that headers come in.
    return isinstance(value, tuple | list) and len(value) == 2 and _is_carrier_name(value[0])


def _is_carrier_name(key: object) -> bool:
    if isinstance(key, bytes):
        key = key.decode("latin-1")
    if not isinstance(key, str) or len(key) > 32:
        return False
    return key.lower().replace("_", "-").removeprefix("http-") in _CARRIER_NAMES


def _items(value: object) -> Iterable[object]:
    if isinstance(value, Mapping):
        return value.values()
    return value if isinstance(value, list | tuple | set | frozenset) else ()
