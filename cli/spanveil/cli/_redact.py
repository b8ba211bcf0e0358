"""`spanveil redact`: redact text, JSON or an OTLP dump, from files to standard output."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from spanveil.cli._inputs import (
    decoded,
    is_protobuf,
    json_lines,
    no_request,
    of_inputs,
    parse,
    progress,
    read,
    unknown_signal,
)
from spanveil.cli._otlp_json import is_otlp, redact_otlp
from spanveil.config import SHIPPED_PROFILES, ContentClass, load, read_environment
from spanveil.redaction import Redactor, Report


@click.command()
@click.option(
    "--profile",
    type=click.Choice(SHIPPED_PROFILES),
    default="diagnostic",
    show_default=True,
    help="The profile of the sink.",
)
@of_inputs
@click.option("--report", "show_report", is_flag=True, help="Print counts to standard error.")
def redact(
    files: tuple[Path, ...],
    profile: str,
    config_path: Path | None,
    form: str,
    signal: str | None,
    show_report: bool,
) -> None:
    """Redact FILES, or standard input, and print the result.

    OTLP in JSON (one document, or one on each line as a Collector's file exporter writes it) and in
    protobuf (one Export...ServiceRequest, or a file exporter's frames) is treated key by key; other
    JSON, and JSON lines, as message payloads; anything else as text of a log.

    \b
    Example:
      spanveil redact < prompt.txt
      spanveil redact --profile shared traces.json
      spanveil redact --profile shared < request.pb > redacted.pb
    """
    config = load(config_path or read_environment().config)
    report = Report()
    run = _Run(Redactor(config, profile=profile), report, config.tenant.attribute, signal)
    inputs = [(path, read(path)) for path in files or (Path("-"),)]
    with progress(sum(len(raw) for _, raw in inputs), "redacting") as advance:
        for path, raw in inputs:
            _write(run.pieces(path, raw, form), advance)
    if run.rejected:
        click.echo(f"left out {run.rejected} items that could not be redacted", err=True)
    if show_report:
        click.echo(repr(report), err=True)


def _write(pieces: Iterator[tuple[bytes, int]], advance: Callable[[int], object]) -> None:
    for shown, size in pieces:
        sys.stdout.buffer.write(shown)
        advance(size)
    sys.stdout.buffer.flush()


class _Run:
    """One call of the verb."""

    def __init__(
        self, redactor: Redactor, report: Report, attribute: str, signal: str | None
    ) -> None:
        self._redactor = redactor
        self._report = report
        self._attribute = attribute
        self._signal = signal
        self.rejected = 0

    def pieces(self, path: Path, raw: bytes, form: str) -> Iterator[tuple[bytes, int]]:
        """Yield what is shown of an input, piece by piece, and how many bytes each took."""
        if is_protobuf(raw, form, self._signal):
            yield from self._binary(path, raw)
            return
        text = decoded(raw)
        lines = json_lines(text) if form != "text" else None
        if lines is None:
            yield self._text(text, form).encode("utf-8", "replace"), len(raw)
            return
        for line in lines:
            size = len(line.encode("utf-8", "replace"))
            yield self._line(line).encode("utf-8", "replace"), size

    def _binary(self, path: Path, raw: bytes) -> Iterator[tuple[bytes, int]]:
        from spanveil.cli._otlp_bytes import OtlpBytes, UnknownSignal, frame, iter_frames
        from spanveil.gateway import PayloadError

        if sys.stdout.isatty():
            raise click.UsageError("the output is binary: redirect it to a file")
        walk = OtlpBytes(self._redactor, self._attribute)
        frames = list(iter_frames(raw))
        try:
            for message in frames or [raw]:
                shown = walk.redact(message, self._signal, self._report)
                yield (frame(shown) if frames else shown), len(message)
        except UnknownSignal:
            raise unknown_signal(path) from None
        except PayloadError:
            raise no_request(path, self._signal) from None
        finally:
            self.rejected += walk.rejected

    def _line(self, line: str) -> str:
        if not line.strip():
            return line
        return self._text(line, "json")

    def _text(self, text: str, form: str) -> str:
        end = "\n" if text.endswith("\n") else ""
        body = text.removesuffix("\n")
        document = parse(body) if form != "text" else None
        if isinstance(document, dict) and is_otlp(document):
            return _dump(redact_otlp(document, self._redactor, self._report)) + end
        is_json = form == "json" or (form == "auto" and body.lstrip()[:1] in {"{", "["})
        content_class = ContentClass.MESSAGE_PAYLOAD if is_json else ContentClass.LOG_TEXT
        shown, treated = self._redactor.text(body, content_class)
        self._report.merge(treated)
        return shown + end


def _dump(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))
