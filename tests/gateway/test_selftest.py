"""The self-test behind readiness."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from spanveil.config import Config
from spanveil.gateway import _selftest
from spanveil.gateway._content import unpacked
from spanveil.gateway._fair import Room
from spanveil.gateway._pipeline import Pipeline
from spanveil.gateway._queue import DurableQueue, Entry
from spanveil.gateway._queue_file import QueueFile, Stored
from spanveil.gateway._selftest import CANARY_SINK, SelfTest
from spanveil.gateway._signals import Signal
from tests.gateway.processes import PATIENCE


@pytest.fixture
def pipeline() -> Pipeline:
    sinks = [{"url": "http://127.0.0.1:9"}]
    return Pipeline(Config.model_validate({"gateway": {"sinks": sinks}}))


def test_canaries_of_an_earlier_run_do_not_stand_for_those_of_this(
    pipeline: Pipeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_selftest, "_TIMEOUT", 0.5)

    async def run() -> tuple[str, str, int]:
        test = SelfTest()
        late: list[Stored] = []
        is_late = True

        def stored(one: Stored) -> None:
            (late.append if is_late else test.arrived)(one)

        queue = DurableQueue(QueueFile(tmp_path / "queue-0.sqlite3"), Room(2**24, 1.0), stored)
        await test.run(pipeline, queue)
        first, is_late = test.failure, False
        monkeypatch.setattr(_selftest, "_TIMEOUT", PATIENCE)
        for one in late:  # they arrive when nobody waits for them any more
            test.arrived(one)
        read: list[bytes] = []
        body = queue.body

        async def seen(one: Stored) -> bytes:
            read.append(await body(one))
            return read[-1]

        monkeypatch.setattr(queue, "body", seen)
        await test.run(pipeline, queue)
        left = queue.batches
        await queue.close()
        assert read
        assert all(unpacked(one) for one in read)
        return first, test.failure, left

    first, second, left = asyncio.run(run())
    assert first == "the self-test took too long"
    assert second == ""
    # Those of the second run would have stayed, to be taken for those of the third.
    assert left == 0


def test_a_canary_that_comes_out_of_the_queue_is_seen_behind_older_ones(
    pipeline: Pipeline, tmp_path: Path
) -> None:
    async def run() -> str:
        test = SelfTest()
        queue = DurableQueue(
            QueueFile(tmp_path / "queue-0.sqlite3"), Room(2**24, 1.0), test.arrived
        )
        old = [Entry(Signal.TRACES, CANARY_SINK, 50, b"", (CANARY_SINK,))]
        await queue.put(old)
        leaking: Any = b"the canary"
        entry = Entry(Signal.TRACES, "x", 1, b"here is the canary again", ())
        with pytest.raises(_selftest.SelfTestFailed) as failed:
            await test._through(queue, [(leaking, entry)])
        await queue.close()
        return str(failed.value)

    assert asyncio.run(run()) == "a canary came out of the queue"
