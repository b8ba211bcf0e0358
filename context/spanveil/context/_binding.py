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


class Carrier(Protocol):
    """A second place that keeps the context while it is bound, registered by another room.

    Each place survives where the other is lost, so keeping both in step is what makes a lost tenant
    visible.
    """

    def attach(self, context: RequestContext) -> object:
        """Keep the context and return a token for `end` and `detach`."""
        ...

    def end(self, token: object) -> None:
        """Name nobody by what was kept under this token, wherever a copy of it is.

        Called as soon as the block ends: in any order, and perhaps in another thread or
        `contextvars.Context` than `attach`.
        """
        ...

    def detach(self, token: object) -> None:
        """Undo the `attach` that returned this token, if that can still be done here.

        Called after `end`, once the blocks that were entered inside this one have ended too: so in
        the reverse order of `attach`. Something else may have been put on top of what was attached,
        as a span that is still open, and is left as it is.
        """
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


class _Entry:
    """One block that was entered: its context, and what the carriers gave for it."""

    __slots__ = ("attached", "context", "left", "token")

    def __init__(
        self, context: RequestContext, attached: list[tuple[Carrier, object]], left: bool = False
    ) -> None:
        self.context = context
        self.attached = attached
        self.left = left
        self.token: Token[tuple[_Entry, ...]] | None = None

    def enter(self) -> None:
        self.token = _ENTERED.set((*_settled(_ENTERED.get()), self))
        for carrier in _carriers:
            try:
                self.attached.append((carrier, carrier.attach(self.context)))
            except Exception as error:
                _report(carrier, "attach", error)

    def end(self) -> None:
        for carrier, token in reversed(self.attached):
            try:
                carrier.end(token)
            except Exception as error:
                _report(carrier, "end", error)

    def detach(self) -> None:
        for carrier, token in reversed(self.attached):
            try:
                carrier.detach(token)
            except Exception as error:
                _report(carrier, "detach", error)
        self.attached.clear()


# All blocks that are entered, the innermost last. Not one context and a token to reset it by:
# blocks need not end in the order they began (a generator that is closed late, two exit stacks),
# and tokens that are reset in another order bring back a tenant whose block has ended. A block that
# was left while an inner one is open stays here, marked, until the inner one is left too: only then
# can its carriers undo what they did, with nothing of ours on top of it.
_ENTERED: Final[ContextVar[tuple[_Entry, ...]]] = ContextVar("spanveil.request_context", default=())


# Lower case, since it is used as the verb that it is: `with bind(context):`.
@final
class bind:
    """Bind a context to the work inside a `with` block, in synchronous and asynchronous code.

    There is no setter without an end: a value that is set in a pool's worker and not reset is seen
    by the next job. Binds nest; leaving one leaves the others as they are. Around a `yield`, wrap
    the generator in `carry_stream`, or the consumer runs under the generator's tenant between two
    items.

    Raises:
        TypeError: What is given is not a `RequestContext`.
    """

    __slots__ = ("_context", "_entry")

    def __init__(self, context: RequestContext) -> None:
        if type(context) is not RequestContext:
            raise TypeError("bind() takes a RequestContext, which ContextResolver.resolve() makes")
        self._context = context
        self._entry: _Entry | None = None

    def __enter__(self) -> RequestContext:
        if self._entry is not None:
            raise RuntimeError("this bind() is already entered: make a new one for each block")
        self._entry = entry = _Entry(self._context, [])
        entry.enter()
        return self._context

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        entry, self._entry = self._entry, None
        if entry is not None:
            _leave(entry)


def current() -> RequestContext | None:
    """Return the bound context, or `None`; there is no default and no "last tenant"."""
    entered = _ENTERED.get()
    if not entered:
        return None
    # Every span asks this: the innermost is nearly always the answer.
    if not entered[-1].left:
        return entered[-1].context
    return next((entry.context for entry in reversed(entered) if not entry.left), None)


def require_tenant() -> RequestContext:
    """Return the bound context, which has a tenant.

    Raises:
        MissingTenantContext: Nothing is bound, or what is bound has no tenant.
    """
    context = current()
    if context is None:
        raise MissingTenantContext("no request context is bound: wrap this work in bind(context)")
    context.require_tenant()
    return context


def _leave(entry: _Entry) -> None:
    entry.end()
    entered = _ENTERED.get()
    try:
        if entry.token is not None:
            _ENTERED.reset(entry.token)
    except ValueError:
        # The block is left in another contextvars.Context than it was entered in, as when the event
        # loop closes an abandoned asynchronous generator. The entry stays where it was entered and
        # in every copy of that; marked, none of them takes it for bound, and the next block that is
        # entered or left there clears it away.
        entry.left = True
        return
    if entered and entered[-1] is entry:
        entry.detach()
        entered = entered[:-1]
    else:
        # Marked in this contextvars.Context alone: a task that was started inside the block and
        # outlives it goes on under its tenant.
        gone = _Entry(entry.context, entry.attached, left=True)
        entered = tuple(gone if other is entry else other for other in entered)
    _ENTERED.set(_settled(entered))


def _settled(entered: tuple[_Entry, ...]) -> tuple[_Entry, ...]:
    """Undo what the carriers did for the innermost blocks that have ended, and forget these."""
    while entered and entered[-1].left:
        entered[-1].detach()
        entered = entered[:-1]
    return entered


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
