"""Nothing of one tenant where it does not belong."""

from collections.abc import Iterable, Iterator

from spanveil.testing._canary import IDENTITY_FIELDS, TenantCanaries
from spanveil.testing._receiver import Received
from spanveil.testing._search import Finder, Hit, Word
from spanveil.testing._wire import SentRequest

_MOST_SHOWN = 20


def assert_no_leak(telemetry: object, canaries: Iterable[TenantCanaries | str]) -> None:
    """Fail if a canary is anywhere in a piece of telemetry.

    Args:
        telemetry: OTLP bytes or messages, text, or mappings and sequences of them.
        canaries: The tenants of a test, or words of your own.

    Raises:
        AssertionError: A canary was found. The message names the path, never the value.
        ValueError: There are no canaries, or one is too short to be recognised.
    """
    words: list[Word] = []
    for position, canary in enumerate(canaries):
        if isinstance(canary, str):
            words.append(Word("", f"canary {position}", canary))
        else:
            words += [Word(canary.label, name, text) for name, text in canary.words.items()]
    if not words or any(len(word.text) < 6 for word in words):
        raise ValueError("assert_no_leak needs canaries of at least 6 characters")
    raise_for(sorted(Finder(words).hits(telemetry, "telemetry")))


def raise_for(hits: Iterable[Hit]) -> None:
    """Raise an `AssertionError` that lists the hits, if there are any."""
    lines = [f"  - {hit}" for hit in hits]
    if lines:
        more = len(lines) - _MOST_SHOWN
        shown = [*lines[:_MOST_SHOWN], *([f"  - and {more} more"] if more > 0 else [])]
        raise AssertionError("\n".join([f"{len(lines)} leaks:", *shown]))


def telemetry_hits(received: Iterable[Received], finder: Finder) -> Iterator[Hit]:
    """Yield every canary in what was exported: none belongs there."""
    for export in received:
        hits = finder.hits(export.message, export.signal)
        hits |= finder.hits(export.metadata, f"{export.signal} export header")
        yield from sorted(hits)
        if not hits:
            # The bytes themselves, for what the decoded message does not show.
            yield from sorted(finder.hits(export.raw, f"{export.signal} bytes"))


def request_hits(request: SentRequest, finder: Finder) -> Iterator[Hit]:
    """Yield the canaries that a request should not have carried.

    Nobody's words belong in an address or a header. In a body, the acting tenant's own words are
    what the request is about, but its identity is not, and another tenant's words never are.
    """
    where = f"request to {request.peer}"
    for word in finder.find(request.target):
        yield Hit(f"{where}: its address", word.owner, word.field)
    for name, value in request.headers:
        for word in finder.find(name) | finder.find(value):
            yield Hit(f"{where}: header {finder.shown(name)}", word.owner, word.field)
    for word in finder.find(request.body):
        if word.owner != request.acting or word.field in IDENTITY_FIELDS:
            yield Hit(f"{where}: its body", word.owner, word.field)
