"""A planted bad decision fails with the least telemetry that moves it; a good one passes."""

import asyncio
import functools
import itertools
import random
import threading
import time
import warnings
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from opentelemetry import baggage, trace

from spanveil.context import isolated
from spanveil.testing import Telemetry, assert_noninterference

SUPPORT = "support-session"


def _role(user: str) -> str:
    return {"alice": "admin"}.get(user, "viewer")


def good(user: str = "bob") -> bool:
    return _role(user) == "admin"


def by_baggage() -> bool:
    return good() or baggage.get_baggage("role") == "admin"


def by_constant_elsewhere() -> bool:
    return good() or _in_support()


def _in_support() -> bool:
    return baggage.get_baggage("app.mode") == SUPPORT.upper().lower()


def by_presence() -> bool:
    span = trace.get_current_span()
    return "tenant.id" in getattr(span, "attributes", {})


def by_flag() -> bool:
    return getattr(trace.get_current_span(), "attributes", {}).get("internal") is True


def by_trace_state() -> bool:
    state = trace.get_current_span().get_span_context().trace_state
    return state.get("vendor") == "gold"


def by_header(telemetry: Telemetry) -> bool:
    return telemetry.headers.get("x-tenant-id") is not None


def by_exception() -> bool:
    if baggage.get_baggage("debug"):
        raise PermissionError
    return True


def by_two() -> bool:
    bag = baggage.get_all()
    return bag.get("role") == "admin" and bag.get("scope") == "write"


def by_length() -> bool:
    return len(str(baggage.get_baggage("tenant") or "")) > 18


async def asynchronously() -> bool:
    await asyncio.sleep(0)
    return baggage.get_baggage("role") == "admin"


class Checker:
    def __call__(self) -> bool:
        return baggage.get_baggage("custom-name") == "custom-value"


@pytest.mark.parametrize(
    ("decide", "blamed"),
    [
        (by_baggage, ["baggage 'role'"]),
        (by_presence, ["span attribute 'tenant.id'"]),
        (by_flag, ["span attribute 'internal'"]),
        (by_trace_state, ["trace state 'vendor'"]),
        (by_header, ["header 'x-tenant-id'"]),
        (by_exception, ["baggage 'debug'"]),
        (by_two, ["baggage 'role'", "baggage 'scope'"]),
        (by_length, ["baggage 'tenant'"]),
        (asynchronously, ["baggage 'role'"]),
        (functools.partial(by_baggage), ["baggage 'role'"]),
        (lambda: by_baggage(), ["baggage 'role'"]),
        (Checker(), ["baggage 'custom-name'"]),
        (Checker().__call__, ["baggage 'custom-name'"]),
    ],
    ids=itertools.count(),
)
def test_a_bad_decision_fails_with_the_least_that_moves_it(
    decide: Callable[..., Any], blamed: list[str]
) -> None:
    with pytest.raises(AssertionError, match="telemetry changes the answer") as failed:
        assert_noninterference(decide)
    lines = str(failed.value).splitlines()
    assert sorted(line.removeprefix("  - ") for line in lines if line.startswith("  - ")) == blamed
    assert failed.value.__cause__ is None
    assert failed.value.__context__ is None
    for value in ("gold", "custom-value", "write", "telemetry-canary"):
        assert value not in str(failed.value)


def test_names_and_values_can_be_given() -> None:
    assert_noninterference(by_constant_elsewhere)  # the value is computed: it cannot be guessed
    with pytest.raises(AssertionError, match=r"baggage 'app\.mode'"):
        assert_noninterference(by_constant_elsewhere, values=[SUPPORT])
    read = {"key": "app" + ".other"}
    with pytest.raises(AssertionError, match=r"baggage 'app\.other'"):
        assert_noninterference(lambda: baggage.get_baggage(read["key"]), names=["app.other"])


@pytest.mark.parametrize(
    "decide",
    [
        good,
        lambda: good("alice"),
        lambda telemetry: good("alice"),
        isolated(by_baggage),
        isolated(by_presence),
        isolated(by_trace_state),
        isolated(asynchronously),
    ],
    ids=itertools.count(),
)
def test_a_good_or_isolated_decision_passes(decide: Callable[..., Any]) -> None:
    assert_noninterference(decide, max_examples=50)


def test_a_thread_of_the_service_that_draws_random_numbers_is_no_fault() -> None:
    done = threading.Event()

    def draw() -> None:
        while not done.is_set():
            random.getrandbits(128)
            time.sleep(0)

    thread = threading.Thread(target=draw)
    thread.start()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            assert_noninterference(good, max_examples=50)
    finally:
        done.set()
        thread.join()


def test_an_exception_is_an_answer() -> None:
    def refuses() -> bool:
        raise PermissionError

    assert_noninterference(refuses, max_examples=20)


def test_a_decision_that_changes_by_itself_is_an_error() -> None:
    counter = itertools.count()
    with pytest.raises(ValueError, match="by itself"):
        assert_noninterference(lambda: next(counter))


def test_nothing_stays_behind() -> None:
    assert_noninterference(good, max_examples=20)
    assert dict(baggage.get_all()) == {}
    assert not trace.get_current_span().get_span_context().is_valid


@settings(deadline=None, max_examples=3, suppress_health_check=[HealthCheck.nested_given])
@given(st.sampled_from(["alice", "bob"]))
def test_it_runs_inside_hypothesis(user: str) -> None:
    assert_noninterference(lambda: good(user), max_examples=3)


def test_telemetry_keeps_its_values_to_itself() -> None:
    seen: list[Telemetry] = []
    assert_noninterference(lambda telemetry: seen.append(telemetry), max_examples=5)
    assert all("telemetry-canary" not in repr(telemetry) for telemetry in seen)
    assert any(telemetry.headers for telemetry in seen)
    assert any(telemetry.trace_state for telemetry in seen)
