"""Binding a context to the work that is done under it."""

import logging
import threading
from collections.abc import Callable
from contextvars import ContextVar, Token
from types import TracebackType
from typing import Final, Protocol, final

from spanveil.context._errors import MissingTenantContext
from spanveil.context._request import RequestContext

_LOGGER: Final = logging.getLogger("spanveil.context")
_CURRENT: Final[ContextVar[RequestContext | None]] = ContextVar(
    "spanveil.request_context", default=None
)


class Carrier(Protocol):
    """A second place that keeps the context while it is bound, registered by another room.

    Each place survives where the other is lost, so keeping both in step is what makes a lost tenant
    visible.
    """

    def attach(self, context: RequestContext) -> object:
        """Keep the context and return a token for `detach`."""
        ...

    def detach(self, token: object) -> None:
        """Undo the `attach` that returned this token."""
        ...


_carriers: tuple[Carrier, ...] = ()
_carriers_lock: Final = threading.Lock()
_reported: Final[set[tuple[type, str]]] = set()


def register_carrier(carrier: Carrier) -> Callable[[], None]:
    """Have every later `bind` attach this carrier too.

    A carrier that raises is ignored for that binding and reported once to the log: it never fails a
    request.

    Returns:
        A function that unregisters it; calling it again does nothing.
    """
    global _carriers
    with _carriers_lock:
        _carriers = (*_carriers, carrier)
    pending = [carrier]

    def unregister() -> None:
        global _carriers
        with _carriers_lock:
            if pending:
                gone = pending.pop()
                index = next(i for i, known in enumerate(_carriers) if known is gone)
                _carriers = _carriers[:index] + _carriers[index + 1 :]

    return unregister


# Lower case, since it is used as the verb that it is: `with bind(context):`.
@final
class bind:
    """Bind a context to the work inside a `with` block, in synchronous and asynchronous code.

    There is no setter without an end: a value that is set in a pool's worker and not reset is seen
    by the next job. Binds nest; leaving one restores the one around it. Around a `yield`, wrap the
    generator in `carry_stream`, or the consumer runs under the generator's tenant between two
    items.

    Raises:
        TypeError: What is given is not a `RequestContext`.
    """

    __slots__ = ("_attached", "_context", "_token")

    def __init__(self, context: RequestContext) -> None:
        if type(context) is not RequestContext:
            raise TypeError("bind() takes a RequestContext, which ContextResolver.resolve() makes")
        self._context = context
        self._token: Token[RequestContext | None] | None = None
        self._attached: list[tuple[Carrier, object]] = []

    def __enter__(self) -> RequestContext:
        if self._token is not None:
            raise RuntimeError("this bind() is already entered: make a new one for each block")
        self._token = _CURRENT.set(self._context)
        for carrier in _carriers:
            try:
                self._attached.append((carrier, carrier.attach(self._context)))
            except Exception as error:
                _report(carrier, "attach", error)
        return self._context

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        while self._attached:
            carrier, attached = self._attached.pop()
            try:
                carrier.detach(attached)
            except Exception as failure:
                _report(carrier, "detach", failure)
        token, self._token = self._token, None
        if token is not None:
            _restore(token, self._context)


def current() -> RequestContext | None:
    """Return the bound context, or `None`; there is no default and no "last tenant"."""
    return _CURRENT.get()


def require_tenant() -> RequestContext:
    """Return the bound context, which has a tenant.

    Raises:
        MissingTenantContext: Nothing is bound, or what is bound has no tenant.
    """
    context = _CURRENT.get()
    if context is None:
        raise MissingTenantContext("no request context is bound: wrap this work in bind(context)")
    context.require_tenant()
    return context


def _restore(token: Token[RequestContext | None], bound: RequestContext) -> None:
    try:
        _CURRENT.reset(token)
    except ValueError:
        # The block is left in another contextvars.Context than it was entered in, as when the event
        # loop closes an abandoned asynchronous generator. Where this binding is still to be seen,
        # it ends here too.
        if _CURRENT.get() is bound:
            _CURRENT.set(None if token.old_value is Token.MISSING else token.old_value)


def _report(carrier: Carrier, operation: str, error: Exception) -> None:
    case = (type(carrier), operation)
    if case not in _reported:
        _reported.add(case)
        _LOGGER.warning(
            "a context carrier failed and is ignored (carrier=%s, operation=%s, error=%s)",
            type(carrier).__qualname__,
            operation,
            type(error).__name__,
        )
