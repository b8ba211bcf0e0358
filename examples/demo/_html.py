"""The report as one HTML page that loads nothing."""

from importlib.resources import files
from typing import Final

from jinja2 import Environment, StrictUndefined

from examples.demo._featured import featured_spans
from examples.demo._outcome import Outcome
from examples.demo._text import Segment, segments
from examples.demo._verdict import ExitCode, Verdict

_TEMPLATE: Final = "report.html.j2"
_MAX_CHARS: Final = 20_000


def render(outcome: Outcome, verdict: Verdict) -> str:
    """Return the page.

    Everything that comes out of a span is escaped; the page's own policy forbids scripts and
    any request.
    """
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    template = environment.from_string((files("examples.demo") / _TEMPLATE).read_text("utf-8"))

    def marked(text: str) -> list[Segment]:
        cut = "" if len(text) <= _MAX_CHARS else " …"
        return segments(text[:_MAX_CHARS] + cut, outcome.canaries)

    return template.render(
        outcome=outcome,
        verdict=verdict,
        good=verdict.code is ExitCode.PROVEN and not outcome.unprotected,
        tenants=list(dict.fromkeys(canary.tenant for canary in outcome.canaries)),
        places=_by_place(outcome),
        opened={id(span) for span in featured_spans(outcome.spans)},
        identity=id,
        marked=marked,
    )


def _by_place(outcome: Outcome) -> dict[str, dict[str, object]]:
    places: dict[str, dict[str, object]] = {}
    for fate in outcome.fates:
        places.setdefault(fate.canary.place.value, {})[fate.canary.tenant] = fate
    return places
