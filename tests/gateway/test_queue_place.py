"""A queue whose files are gone, replaced, or on a read-only disk is not claimed to keep."""

import shutil
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from spanveil.gateway import Signal
from spanveil.gateway._queue_file import NewBatch, QueueFile
from spanveil.gateway._queue_open import QueueUnusable
from spanveil.gateway._queue_place import GONE
from tests.gateway.processes import PATIENCE, Process, fetch, post, request


def sent(process: Process, count: int = 2) -> set[bytes]:
    """Send until it is taken."""
    for _ in range(int(PATIENCE / 0.1)):
        ids, body = request(count)
        if post(process.http, body) == 200:
            return set(ids)
        time.sleep(0.1)
    pytest.fail("never taken")


def ready(process: Process) -> tuple[int, bytes]:
    return fetch(f"{process.admin}/readyz")


@pytest.mark.parametrize("how", ["directory", "files", "moved"])
def test_a_queue_that_is_gone_is_made_anew_with_what_was_undelivered(
    how: str, launch: Callable[..., Process], http_sink: Any, tmp_path: Path
) -> None:
    http_sink.always = (503, {})
    process = launch(http_sink.url)
    process.wait_ready()
    queue = tmp_path / "queue"
    expected = sent(process) | sent(process)
    for _ in range(2):  # and once more
        if how == "directory":
            shutil.rmtree(queue)
        elif how == "moved":
            shutil.rmtree(tmp_path / "aside", ignore_errors=True)
            queue.rename(tmp_path / "aside")
        else:
            for file in queue.glob("queue-0.sqlite3*"):
                file.unlink()
        expected |= sent(process)
        assert (queue / "queue-0.sqlite3").exists()
    assert process.metric('spanveil_queue_faults{cause="PutBack"}') == 2
    assert b"made anew, with what was undelivered" in process.log
    process.process.kill()  # so that nothing but the files tells the next run
    process.process.wait(PATIENCE)
    http_sink.always = None
    process = launch(http_sink.url)
    process.wait_ready()
    http_sink.wait(lambda: expected <= {span.span_id for span in http_sink.spans()})


def test_another_queue_in_its_place_is_told_and_left_alone(
    launch: Callable[..., Process], http_sink: Any, tmp_path: Path
) -> None:
    http_sink.always = (503, {})
    process = launch(http_sink.url)
    process.wait_ready()
    expected = sent(process)
    queue = tmp_path / "queue"
    queue.rename(tmp_path / "aside")
    other = QueueFile(queue / "queue-0.sqlite3")
    other.write([NewBatch(Signal.TRACES, "tag", 1, 0.0, b"theirs", ("a",))], [])
    other.close()
    http_sink.wait(lambda: ready(process) == (503, GONE.encode()))
    assert post(process.http, request(1)[1]) == 503
    assert process.metric('spanveil_queue_faults{cause="Gone"}') > 0
    http_sink.wait(lambda: f"not ready: {GONE}".encode() in process.log)
    http_sink.always = None  # what was acknowledged is delivered from the open files
    http_sink.wait(lambda: expected == {span.span_id for span in http_sink.spans()})
    shutil.rmtree(queue)
    (tmp_path / "aside").rename(queue)
    http_sink.wait(lambda: ready(process)[0] == 200)
    sent(process)
    process.process.send_signal(signal.SIGTERM)
    assert process.process.wait(PATIENCE) == 0


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Callable[..., None]]:
    """Mount something on the queue's directory; skip where this user may not."""
    where = tmp_path / "queue"
    where.mkdir()

    def mount(*arguments: str) -> None:
        command = ["mount", *arguments, str(where)]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("this user may not mount")

    yield mount
    while (
        subprocess.run(  # each that was mounted over another
            ["umount", "-l", str(where)],  # noqa: S607
            capture_output=True,
            check=False,
        ).returncode
        == 0
    ):
        continue


def test_a_disk_that_became_read_only_is_told_and_taken_when_it_is_not(
    mounted: Callable[..., None], launch: Callable[..., Process], http_sink: Any
) -> None:
    mounted("-t", "tmpfs", "-o", "size=100m", "tmpfs")
    process = launch(http_sink.url)
    process.wait_ready()
    expected = sent(process)
    mounted("--bind", str(process.path.parent / "queue"))
    mounted("-o", "remount,ro,bind")
    http_sink.wait(lambda: ready(process) == (503, b"the queue's disk is read-only"))
    assert post(process.http, request(1)[1]) == 503
    assert process.metric('spanveil_queue_faults{cause="ReadOnly"}') > 0
    mounted("-o", "remount,rw,bind")
    http_sink.wait(lambda: ready(process)[0] == 200)
    expected |= sent(process)
    http_sink.wait(lambda: expected == {span.span_id for span in http_sink.spans()})


def test_nothing_is_written_to_the_disk_below_one_that_was_unmounted(
    mounted: Callable[..., None], launch: Callable[..., Process], http_sink: Any, tmp_path: Path
) -> None:
    mounted("-t", "tmpfs", "-o", "size=100m", "tmpfs")
    process = launch(http_sink.url)
    process.wait_ready()
    sent(process)
    subprocess.run(["umount", "-l", str(tmp_path / "queue")], check=True)  # noqa: S607
    http_sink.wait(lambda: ready(process) == (503, GONE.encode()))
    assert post(process.http, request(1)[1]) == 503
    assert list((tmp_path / "queue").iterdir()) == []


def test_a_log_that_is_gone_alone_is_written_where_the_next_start_finds_it(tmp_path: Path) -> None:
    path = tmp_path / "queue-0.sqlite3"
    file = QueueFile(path)
    (stored,) = file.write([NewBatch(Signal.TRACES, "tag", 1, 0.0, b"kept", ("a",))], [])
    (tmp_path / "queue-0.sqlite3-wal").unlink()
    assert file.fault() == GONE
    with pytest.raises(QueueUnusable):
        file.put_back()
    copy = tmp_path / "copy.sqlite3"
    copy.write_bytes(path.read_bytes())
    with sqlite3.connect(copy) as found:
        assert found.execute("SELECT id, body FROM batch").fetchall() == [(stored.id, b"kept")]
    found.close()
    file.close()


def test_numbers_of_batches_are_kept_and_none_is_given_twice(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "queue-0.sqlite3"
    file = QueueFile(path)
    batches = [NewBatch(Signal.TRACES, "tag", 1, 0.0, b"%d" % n, ("a", "b")) for n in range(5)]
    stored = file.write(batches, [])
    file.write([], [(stored[1].id, sink) for sink in ("a", "b")] + [(stored[2].id, "a")])
    shutil.rmtree(path.parent)
    new = file.put_back()
    assert new.fault() == ""
    assert [(one.id, one.sinks) for one in new.pending()] == [
        (1, ("a", "b")),
        (3, ("b",)),
        (4, ("a", "b")),
        (5, ("a", "b")),
    ]
    assert new.body(3) == b"2"
    assert new.write([batches[0]], [])[0].id == 6
    with pytest.raises(QueueUnusable, match="no other gateway"):
        QueueFile(path)
    new.close()
    again = QueueFile(path)
    assert len(list(again.pending())) == 5
    again.close()
