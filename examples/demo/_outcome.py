"""What a run showed: both sides field by field, the canaries' fate, the facts that were kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from examples.demo._canaries import Canary
from examples.demo._facts import KeptFact, kept_facts, name_fact, size_fact, tenant_tags
from examples.demo._search import find
from examples.demo._sink import Export
from examples.demo._spans import RESOURCE_ID, SPAN_NAME, SpanRows, read_rows


@dataclass(frozen=True, slots=True)
class Pair:
    """One field on both sides; ``None`` where a side has no such field."""

    path: str
    content_class: str
    before: str | None
    after: str | None

    @property
    def changed(self) -> bool:
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class SpanPair:
    """One span on both sides.

    Attributes:
        title: The span's name as the sink has it.
        scope: Which instrumentation made it.
        depth: Steps from the root of its trace.
        tenant: The tenant it belongs to; empty for the resource.
        pairs: Its fields.
    """

    title: str
    scope: str
    depth: int
    tenant: str
    pairs: Sequence[Pair]


@dataclass(frozen=True, slots=True)
class CanaryFate:
    """Where one canary got to.

    Attributes:
        canary: Which.
        recorded: Whether an instrumentation recorded it.
        leaks: The places in the sink where it was found, by span and field; no value.
    """

    canary: Canary
    recorded: bool
    leaks: Sequence[str]


@dataclass(frozen=True, slots=True)
class TagCheck:
    """Whether operators can follow one tenant.

    Attributes:
        spans: How many arrived.
        tagged: How many of them carry a tag.
        tags: The distinct tags.
        separate: Each trace has one tag, and no two tenants share one.
    """

    spans: int
    tagged: int
    tags: Sequence[str]
    separate: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that the report is made from."""

    unprotected: bool
    requests: int
    request_bytes: int
    spans: Sequence[SpanPair]
    fates: Sequence[CanaryFate]
    facts: Sequence[KeptFact]
    tags: TagCheck

    @property
    def canaries(self) -> Sequence[Canary]:
        return [fate.canary for fate in self.fates]

    @property
    def leaked(self) -> Sequence[CanaryFate]:
        return [fate for fate in self.fates if fate.leaks]

    @property
    def unrecorded(self) -> Sequence[CanaryFate]:
        """Canaries that no instrumentation recorded: of these a run proves nothing."""
        return [fate for fate in self.fates if not fate.recorded]


def compare(
    recorded: bytes,
    exports: Sequence[Export],
    canaries: Sequence[Canary],
    *,
    tag_attribute: str,
    unprotected: bool,
) -> Outcome:
    """Compare what was recorded with what the sink received.

    Args:
        recorded: The spans before export, as a serialized OTLP request.
        exports: What the sink received.
        canaries: All that were planted.
        tag_attribute: The key of the tenant tag.
        unprotected: Whether Spanveil was left out.
    """
    before = read_rows([recorded])
    after = read_rows(export.body for export in exports if export.signal == "traces")
    in_sink = _leaks(exports, after, canaries)
    in_record = find(recorded, canaries)
    return Outcome(
        unprotected=unprotected,
        requests=len(exports),
        request_bytes=sum(len(export.body) for export in exports),
        spans=_span_pairs(before, after, canaries, tag_attribute),
        fates=[CanaryFate(c, c in in_record, in_sink.get(c, ())) for c in canaries],
        facts=[
            *kept_facts(before, after),
            name_fact(before, after, canaries),
            size_fact(before, after),
        ],
        tags=_check_tags(before, after, canaries, tag_attribute),
    )


def _leaks(
    exports: Iterable[Export], after: Mapping[str, SpanRows], canaries: Sequence[Canary]
) -> dict[Canary, list[str]]:
    """Search the bytes first, then the parsed fields to say where."""
    places: dict[Canary, list[str]] = {}
    for export in exports:
        for part, data in (("headers", export.headers), ("bytes", export.body)):
            for canary in find(data, canaries):
                places.setdefault(canary, []).append(f"{export.signal} request {part}")
    for span in after.values():
        for path, field in span.fields.items():
            for canary in find(f"{path}\n{field.text}", places):
                places[canary].append(_place(span, path, canary))
    return {canary: list(dict.fromkeys(found)) for canary, found in places.items()}


def _place(span: SpanRows, path: str, canary: Canary) -> str:
    """Name the place of a leak, but for the part of the name in which the canary itself stands."""
    scope = span.text("scope name") or span.id
    names = (f"{scope} / {path}", f"{scope} / a key", "a scope name")
    return next(name for name in names if not find(name, [canary]))


def _owner(span: SpanRows, canaries: Sequence[Canary]) -> str:
    text = "\n".join(field.text for field in span.fields.values())
    return next((c.tenant for c in canaries if c.value in text), "")


def _owners(before: Mapping[str, SpanRows], canaries: Sequence[Canary]) -> dict[str, str]:
    """Return the tenant of each trace, told by whose canaries were recorded in it."""
    owners: dict[str, str] = {}
    for span in before.values():
        owners[span.trace_id] = owners.get(span.trace_id) or _owner(span, canaries)
    return owners


def _check_tags(
    before: Mapping[str, SpanRows],
    after: Mapping[str, SpanRows],
    canaries: Sequence[Canary],
    attribute: str,
) -> TagCheck:
    by_trace = tenant_tags(after, attribute)
    owners = _owners(before, canaries)
    by_tenant: dict[str, set[str | None]] = {}
    for trace, tags in by_trace.items():
        by_tenant.setdefault(owners.get(trace, ""), set()).update(tags)
    spans = [span for span in after.values() if span.id != RESOURCE_ID]
    distinct = sorted({tag for tags in by_trace.values() for tag in tags if tag is not None})
    return TagCheck(
        spans=len(spans),
        tagged=sum(span.text(attribute) is not None for span in spans),
        tags=distinct,
        separate=all(len(tags) == 1 for tags in by_tenant.values())
        and len(distinct) == len(by_tenant),
    )


def _span_pairs(
    before: Mapping[str, SpanRows],
    after: Mapping[str, SpanRows],
    canaries: Sequence[Canary],
    tag_attribute: str,
) -> list[SpanPair]:
    owners = _owners(before, canaries)
    spans = {**after, **before}
    empty = SpanRows("", "", "", 0, 0, {})
    order = {span_id: (owners.get(span.trace_id, ""), *_line(span, spans))
             for span_id, span in spans.items()}  # fmt: skip
    pairs = []
    for span_id in sorted(spans, key=order.__getitem__):
        left, right = before.get(span_id, empty), after.get(span_id, empty)
        in_trace = bool(spans[span_id].trace_id)
        pairs.append(
            SpanPair(
                title=right.text(SPAN_NAME) or ("not exported" if in_trace else RESOURCE_ID),
                scope=left.text("scope name") or right.text("scope name") or "",
                depth=len(_line(spans[span_id], spans)) - 1,
                tenant=owners.get(spans[span_id].trace_id, "") if in_trace else "",
                pairs=_pairs(left, right, tag_attribute),
            )
        )
    return pairs


def _line(span: SpanRows, spans: Mapping[str, SpanRows]) -> list[tuple[int, str]]:
    """Return the start and id of a span and its ancestors, from the root: the order to read in."""
    line = [(span.start, span.id)]
    while span.parent_id in spans and len(line) < len(spans):
        span = spans[span.parent_id]
        line.append((span.start, span.id))
    return line[::-1]


def _pairs(left: SpanRows, right: SpanRows, tag_attribute: str) -> list[Pair]:
    pairs = []
    for path in dict.fromkeys([*left.fields, *right.fields]):
        field = left.fields.get(path) or right.fields[path]
        content_class = "tenant tag" if path == tag_attribute else field.content_class
        pairs.append(Pair(path, content_class, left.text(path), right.text(path)))
    return pairs
