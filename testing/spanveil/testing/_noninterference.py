"""Showing that telemetry does not change an answer.

Noninterference (Goguen and Meseguer, 1982): what the one may do must not depend on what the other
says. Here the answer of a decision must be the same under every telemetry as under none.
"""

import asyncio
import inspect
import warnings
from collections.abc import Callable, Coroutine, Iterable, Iterator, Sequence
from contextvars import Context
from typing import Any, Final

from spanveil.testing._telemetry import (
    COMMON_NAMES,
    COMMON_VALUES,
    MAX_TRACE_STATE,
    Decide,
    Entry,
    Telemetry,
    Value,
    constants_of,
    entries_for,
)

_Outcome = tuple[str, object]
_MARK: Final = "telemetry-canary"


def assert_noninterference(
    decide: Decide,
    *,
    sources: Iterable[object] = (),
    names: Iterable[str] = (),
    values: Iterable[str] = (),
    max_examples: int = 200,
) -> None:
    """Fail if telemetry changes the answer of a decision, and name the least that does.

    The decision runs without telemetry, then with each likely value under all likely names at once,
    in baggage, span attributes, trace state and headers, then with `max_examples` random mixes.
    Names and values are the usual ones and the string constants of the decision and what it calls.
    An exception is an answer, too; its type counts.

    Args:
        decide: A function, or coroutine function, of no argument or of one: the `Telemetry` that it
            runs under, to build a request from. It runs a few hundred times and must give the same
            answer each time.
        sources: More functions, classes or modules whose constants are tried.
        names: More names to try.
        values: More values to try.
        max_examples: How many random mixes.

    Raises:
        AssertionError: The answer changed. The message names the telemetry, never its value.
        ValueError: The answer changes by itself.
    """
    run = _runner(decide)
    baseline = run(Telemetry.of(()))
    if run(Telemetry.of(())) != baseline:
        raise ValueError("the decision changes its answer by itself: make it deterministic first")
    constants = constants_of([decide, *sources])
    all_names = list(dict.fromkeys((*names, *constants, *COMMON_NAMES)))
    all_values = list(dict.fromkeys((*values, *constants, *COMMON_VALUES, _MARK)))

    def interferes(entries: Iterable[Entry]) -> bool:
        return run(Telemetry.of(entries)) != baseline

    found = _first(all_names, all_values, interferes) or _random(
        all_names, [*constants, *values] or all_values, interferes, max_examples
    )
    if found is not None:
        # Outside every `except` block: the errors inside quote values.
        kind, _ = run(Telemetry.of(found))
        raise AssertionError(_message(found, baseline[0], kind))


def _runner(decide: Decide) -> Callable[[Telemetry], _Outcome]:
    takes_telemetry = bool(inspect.signature(decide).parameters)
    function: Callable[..., object] = decide

    def call(telemetry: Telemetry) -> object:
        telemetry.attach()
        answer = function(telemetry) if takes_telemetry else function()
        if inspect.iscoroutine(answer):
            return asyncio.run(_awaited(answer))
        return answer

    def run(telemetry: Telemetry) -> _Outcome:
        try:
            return "returned", Context().run(call, telemetry)
        except Exception as error:
            return "raised", type(error)

    return run


async def _awaited(answer: Coroutine[Any, Any, object]) -> object:
    return await answer


def _first(
    names: Sequence[str], values: Sequence[Value], interferes: Callable[[Iterable[Entry]], bool]
) -> list[Entry] | None:
    """Try each value under all names, which finds every dependence on one name for certain."""
    for value in values:
        for start in range(0, len(names), MAX_TRACE_STATE):
            entries = list(entries_for(names[start : start + MAX_TRACE_STATE], value))
            if interferes(entries):
                return _smallest(entries, interferes)
    return None


def _smallest(
    entries: Sequence[Entry], interferes: Callable[[Iterable[Entry]], bool]
) -> list[Entry]:
    """Let Hypothesis shrink a set of entries that interferes."""
    from hypothesis import strategies as st
    from hypothesis.errors import NoSuchExample

    def chosen(mask: Sequence[bool]) -> list[Entry]:
        return [entry for entry, kept in zip(entries, mask, strict=True) if kept]

    masks = st.lists(st.booleans(), min_size=len(entries), max_size=len(entries))
    try:
        mask = _find(masks, lambda drawn: interferes(chosen(drawn)), 5_000)
    except NoSuchExample:
        return list(entries)
    return chosen(mask)


def _random(
    names: Sequence[str],
    values: Sequence[Value],
    interferes: Callable[[Iterable[Entry]], bool],
    max_examples: int,
) -> list[Entry] | None:
    """Try random mixes, for what depends on several names or on a form that no constant has."""
    from hypothesis import strategies as st
    from hypothesis.errors import NoSuchExample

    # Every name at once has some value, so that two names meet theirs: there are few to draw.
    used = names[:MAX_TRACE_STATE]
    value: st.SearchStrategy[Value] = st.sampled_from(values) | st.text(max_size=20)
    assigned = st.lists(value, min_size=len(used), max_size=len(used)).map(
        lambda drawn: [
            entry
            for name, value in zip(used, drawn, strict=True)
            for entry in entries_for([name], value)
        ]
    )
    try:
        found = _find(assigned, interferes, max_examples)
    except NoSuchExample:
        return None
    return _smallest(found, interferes)


def _find(strategy: Any, condition: Callable[[Any], bool], max_examples: int) -> Any:
    """Return the smallest draw that meets the condition; `NoSuchExample` if none does."""
    from hypothesis import HealthCheck, Verbosity, find, settings

    with warnings.catch_warnings():
        # Said when the state of the global generator differs after a draw: strategies here leave it
        # alone, but a service's own threads use it (OpenTelemetry's for ids and for retries).
        warnings.filterwarnings("ignore", message="Do not use the `random` module inside")
        return find(
            strategy,
            condition,
            settings=settings(
                max_examples=max_examples,
                derandomize=True,
                database=None,
                deadline=None,
                verbosity=Verbosity.quiet,
                suppress_health_check=list(HealthCheck),
            ),
        )


def _message(entries: Sequence[Entry], before: str, after: str) -> str:
    return "\n".join(
        (
            "telemetry changes the answer of this decision:",
            *(f"  - {line}" for line in _lines(entries)),
            f"without it the decision {before}, with it {after}"
            + (" something else" if before == after else ""),
            "decide by a RequestContext or PolicyInput, and run the decision through isolated()",
        )
    )


def _lines(entries: Sequence[Entry]) -> Iterator[str]:
    for entry in entries:
        yield f"{entry.channel} {entry.name!r}"
