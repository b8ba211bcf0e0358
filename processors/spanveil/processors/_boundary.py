"""The propagation boundary of a service: installed with the sinks, removed with them."""

from collections.abc import Callable

from opentelemetry.propagate import get_global_textmap, set_global_textmap
from opentelemetry.sdk.trace import TracerProvider

from spanveil.config import Config
from spanveil.context import KeyRing
from spanveil.processors._tenant import TenantTags
from spanveil.propagators import Counts, IngressLinkProcessor, SpanveilPropagator, guard_egress


def install_boundary(
    config: Config, key_ring: KeyRing, provider: TracerProvider
) -> Callable[[], None]:
    """Make our propagator the global one and put the wire guard under every client.

    Args:
        config: The allowlist.
        key_ring: Makes the tags that internal destinations get.
        provider: Gets the processor that links a new trace to its untrusted caller.

    Returns:
        A function that takes both away again.

    Raises:
        ConfigError: A client could not be guarded: a planted header reached a loopback server.
    """
    counts, tag = Counts(), TenantTags(key_ring).resolve
    guard = guard_egress(config, key_ring=key_ring, tag=tag, counts=counts)
    try:
        guard.check()
    except BaseException:
        guard.uninstall()
        raise
    before = get_global_textmap()
    ours = SpanveilPropagator(config, key_ring=key_ring, tag=tag, counts=counts)
    set_global_textmap(ours)
    provider.add_span_processor(IngressLinkProcessor())  # type: ignore[arg-type]
    guard.watch()

    def remove() -> None:
        guard.uninstall()
        # Somebody who replaced it meanwhile keeps what they set.
        if get_global_textmap() is ours:
            set_global_textmap(before)

    return remove
