"""Which tenant the current work belongs to, as two carriers that must agree.

The request context lives in a context variable of `spanveil.context`, and its tag is mirrored under
a key of the OpenTelemetry context. Each survives where the other is lost: a propagator's
``extract`` starts from an empty OpenTelemetry context, and
``opentelemetry-instrumentation-threading`` carries only the OpenTelemetry context into a thread.
"""

from typing import Final, NamedTuple

from opentelemetry import context as otel_context
from opentelemetry.context import Context, get_current

from spanveil.context import CONFLICT, UNSCOPED, KeyRing, RequestContext, current

_MIRROR: Final = otel_context.create_key("spanveil.tenant")
TAG_SLOT: Final = "_spanveil_tenant"
"""Where an item's tag is kept; see `remember`."""


class _Mirrored:
    """A mirrored tag, until its `bind` ends.

    Whoever saved the OpenTelemetry context (an instrumentation that lost its token, a pool's
    worker) holds this object, and must not go on naming the tenant of a request that is over.
    """

    __slots__ = ("bound", "key_ring", "tag")

    def __init__(self, bound: RequestContext, tag: str, key_ring: KeyRing) -> None:
        self.bound: RequestContext | None = bound
        self.key_ring = key_ring
        self.tag: str | None = tag

    def end(self) -> None:
        """Name nobody any more."""
        self.bound = self.tag = None


class TenantTags:
    """Resolve the tag of the current work.

    Args:
        key_ring: Makes the tags.
    """

    __slots__ = ("key_ring",)

    def __init__(self, key_ring: KeyRing) -> None:
        self.key_ring = key_ring

    def of(self, bound: RequestContext | None) -> str:
        """Return the tag of a request context, ``unscoped`` where it has no tenant."""
        if bound is None or bound.tenant_id is None:
            return UNSCOPED
        return self.key_ring.tag(bound.tenant_id).text

    def resolve(self, otel: Context | None = None) -> str:
        """Return the tag of the work that runs now.

        Args:
            otel: The OpenTelemetry context that a span was started with; ``None`` for the current.

        Returns:
            A tag's text; ``unscoped`` where neither carrier names a tenant; ``conflict`` where they
            name two, which is treated as no tenant.
        """
        bound = current()
        cell = (get_current() if otel is None else otel).get(_MIRROR)
        if type(cell) is not _Mirrored:
            return self.of(bound)
        if bound is None:
            return cell.tag or UNSCOPED
        # Every span asks: nearly always both carriers hold the same context, whose tag is made.
        if cell.bound is bound and cell.key_ring is self.key_ring:
            return cell.tag or UNSCOPED
        tag = self.of(bound)
        return tag if cell.tag is None or cell.tag == tag else CONFLICT


class _Attached(NamedTuple):
    """What `TenantMirror.attach` did: the cell, the context that holds it, and the one before."""

    cell: _Mirrored
    attached: Context
    before: Context


class TenantMirror:
    """A `spanveil.context.Carrier` that mirrors the tag in the OpenTelemetry context."""

    __slots__ = ("_tags",)

    def __init__(self, tags: TenantTags) -> None:
        self._tags = tags

    def attach(self, context: RequestContext) -> object:
        """Mirror the tag of a context that is being bound."""
        cell = _Mirrored(context, self._tags.of(context), self._tags.key_ring)
        before = get_current()
        attached = otel_context.set_value(_MIRROR, cell, before)
        otel_context.attach(attached)
        return _Attached(cell, attached, before)

    def end(self, token: object) -> None:
        """Name nobody by the mirrored tag, in every OpenTelemetry context that holds it."""
        if type(token) is _Attached:
            token.cell.end()

    def detach(self, token: object) -> None:
        """Undo ``attach``, unless a span or a propagator has put another context on top.

        Then what is current stays so: a span that is still open must not lose its place to a block
        that was entered before it. The cell in it names nobody, and goes with it.
        """
        # Not `otel_context.detach`: a token that another has been reset under, or that is of
        # another contextvars.Context, brings back a stale context or logs an error.
        if type(token) is _Attached and get_current() is token.attached:
            otel_context.attach(token.before)


def remember(holder: object, tag: str) -> None:
    """Keep an item's tag, out of reach of its attributes, for as long as the item lives.

    Args:
        holder: An object of the SDK's that all forms of the item share. A span's context is handed
            out by the live span and by every read-only view of it; a log record's attributes are
            shared by the copies that a batch processor makes.
        tag: The tag's text.
    """
    vars(holder)[TAG_SLOT] = tag


def recall(holder: object) -> str:
    """Return the tag that `remember` kept, ``unscoped`` if there is none."""
    tag = None if holder is None else vars(holder).get(TAG_SLOT)
    return tag if isinstance(tag, str) else UNSCOPED
