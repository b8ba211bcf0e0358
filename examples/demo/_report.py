"""The report in the terminal."""

from collections.abc import Sequence
from typing import Final

from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from examples.demo._canaries import Canary, Place
from examples.demo._featured import featured_spans, telling_fields
from examples.demo._outcome import CanaryFate, Outcome, SpanPair
from examples.demo._text import excerpt, segments
from examples.demo._verdict import ExitCode, Verdict

_VALUE_WIDTH: Final = 120
_FIELDS_PER_SPAN: Final = 9


def print_report(console: Console, outcome: Outcome, verdict: Verdict, *, full: bool) -> None:
    """Print the run: spans side by side, canaries, facts, verdict.

    Args:
        console: Where to.
        outcome: The run.
        verdict: Its judgement.
        full: Show every span and field.
    """
    for span in outcome.spans if full else featured_spans(outcome.spans):
        console.print(_span_table(span, outcome, full=full), "")
    console.print(_canary_table(outcome), "")
    console.print(_fact_table(outcome), "")
    console.print(_verdict_panel(outcome, verdict))


def _cell(value: str | None, canaries: Sequence[Canary], style: str) -> Text:
    if value is None:
        return Text("—", style="dim")
    text = Text(overflow="fold", style=style)
    for part in segments(excerpt(value, canaries, _VALUE_WIDTH), canaries):
        text.append(part.text, style="bold red" if part.planted else None)
    return text


def _span_table(span: SpanPair, outcome: Outcome, *, full: bool) -> Table:
    title = Text.assemble((span.title, "bold"), f"  {span.tenant}  ", (span.scope, "dim"))
    table = Table(title=title, title_justify="left", expand=True)
    table.add_column("field", ratio=3, overflow="fold")
    table.add_column("class", ratio=2, style="cyan", overflow="fold")
    table.add_column("recorded by the instrumentation", ratio=5, overflow="fold")
    table.add_column("received by the shared sink", ratio=5, overflow="fold")
    canaries = outcome.canaries
    pairs = span.pairs if full else telling_fields(span, canaries, _FIELDS_PER_SPAN)
    for pair in pairs:
        table.add_row(
            _cell(pair.path, canaries, ""),
            pair.content_class.replace("_", " "),
            _cell(pair.before, canaries, ""),
            _cell(pair.after, canaries, "green" if pair.changed else ""),
        )
    if len(pairs) < len(span.pairs):
        table.caption = f"{len(span.pairs) - len(pairs)} more fields: --full, or the page"
    return table


def _canary_table(outcome: Outcome) -> Table:
    tenants = list(dict.fromkeys(canary.tenant for canary in outcome.canaries))
    table = Table(title="Planted canaries, and where they got to", title_justify="left")
    table.add_column("planted in")
    for tenant in tenants:
        table.add_column(tenant)
    if outcome.leaked:
        table.add_column("found at", overflow="fold")
    fates = {(fate.canary.tenant, fate.canary.place): fate for fate in outcome.fates}
    for place in Place:
        of_place = [fates[tenant, place] for tenant in tenants]
        row: list[RenderableType] = [place.value, *(_fate(fate) for fate in of_place)]
        if outcome.leaked:
            row.append(Text(_places([leak for fate in of_place for leak in fate.leaks])))
        table.add_row(*row)
    return table


def _fate(fate: CanaryFate) -> Text:
    if fate.leaks:
        return Text("in the sink", "bold red")
    return Text("kept out", "green") if fate.recorded else Text("never recorded", "yellow")


def _places(leaks: Sequence[str]) -> str:
    fields = [place for place in leaks if " / " in place]
    places = list(dict.fromkeys(fields or leaks))
    more = f" and {len(places) - 1} more" if len(places) > 1 else ""
    return places[0] + more if places else ""


def _fact_table(outcome: Outcome) -> Table:
    table = Table(title="What operators keep", title_justify="left")
    table.add_column("fact")
    table.add_column("recorded", justify="right")
    table.add_column("in the sink", justify="right")
    table.add_column("for example", overflow="fold")
    for fact in outcome.facts:
        style = "green" if fact.kept == fact.recorded else "bold red"
        table.add_row(
            fact.name, str(fact.recorded), Text(str(fact.kept), style), Text(fact.example)
        )
    tags = outcome.tags
    style = "green" if tags.tagged == tags.spans and tags.separate else "yellow"
    table.add_row(
        "opaque tenant tag",
        str(tags.spans),
        Text(str(tags.tagged), style),
        Text("\n".join(tags.tags)),
    )
    return table


def _verdict_panel(outcome: Outcome, verdict: Verdict) -> Panel:
    good = verdict.code is ExitCode.PROVEN and not outcome.unprotected
    size = f"{outcome.request_bytes / 1024:.0f} KiB in {outcome.requests} OTLP request(s)"
    details = Text(f"Searched: {size}, as they came in, plain and decoded.", style="dim")
    return Panel(
        Group(Text(verdict.sentence, style="bold"), details),
        title="without Spanveil" if outcome.unprotected else "with Spanveil",
        border_style="green" if good else "red",
    )
