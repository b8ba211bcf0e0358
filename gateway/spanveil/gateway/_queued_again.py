"""A batch that was queued under another policy is redacted by today's before it is sent.

A reload, or a restart with another configuration, can be stricter than what stood when a batch came
in. Redaction only tightens, so what the old policy took away stays away whatever the new one says.
"""

import asyncio

from spanveil.config import Config
from spanveil.gateway._compression import compress
from spanveil.gateway._content import unpacked
from spanveil.gateway._pipeline import Pipeline
from spanveil.gateway._queue_rows import Stored
from spanveil.gateway._stats import Stats


class QueuedAgain:
    """Redact queued batches again where that is due.

    It has an engine of its own, since that of the receivers works at the same time.

    Args:
        config: Today's configuration.
        key: The key of pseudonyms.
        stats: Where to count.
    """

    def __init__(self, config: Config, key: bytes | None, stats: Stats) -> None:
        self._pipeline = Pipeline(config, key)
        self._stats = stats
        self._one_at_a_time = asyncio.Lock()

    async def body(self, sink: str, stored: Stored, body: bytes) -> bytes:
        """Return a batch as a sink may see it today.

        Items that today's policy cannot redact are left out and counted.

        Args:
            sink: The sink's name.
            stored: The batch.
            body: Its body, in gzip.

        Raises:
            PayloadError: The batch is no request, which is a damaged queue.
        """
        form = self._pipeline.form_of(sink)
        if form is None or form.policy == stored.policy:
            return body
        async with self._one_at_a_time:
            outcome = await asyncio.to_thread(
                lambda: form.core.redact_again(stored.signal, unpacked(body), stored.tag)
            )
            # One request after the other is one request.
            again = await asyncio.to_thread(
                lambda: compress(b"".join(part.body for part in outcome.parts))
            )
        self._stats.add("spanveil_redacted_again_batches", exporter=sink)
        for cause, number in outcome.rejections.items():
            self._stats.add("spanveil_rejected_items", number, cause=cause, exporter=sink)
        return again
