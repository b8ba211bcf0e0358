"""`spanveil scan`: report what is sensitive in files, without ever printing it."""

import sys
from collections.abc import Callable
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
from spanveil.cli._otlp_json import is_otlp
from spanveil.cli._scan_document import DocumentScan
from spanveil.cli._scan_findings import Findings
from spanveil.cli._scan_text import scan_text
from spanveil.config import SHIPPED_PROFILES, load, read_environment
from spanveil.redaction import Redactor
from spanveil.redaction.detection import Detector

_FOUND = 1


@click.command()
@click.option(
    "--profile",
    type=click.Choice(SHIPPED_PROFILES),
    default="shared",
    show_default=True,
    help="What may stand in OTLP: what this profile would change is reported.",
)
@of_inputs
@click.option(
    "--fail-on",
    type=click.Choice(["any", "entities", "never"]),
    default="any",
    show_default=True,
    help="What makes the exit code 1: any finding, or detected entities and secrets alone.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def scan(
    files: tuple[Path, ...],
    profile: str,
    config_path: Path | None,
    form: str,
    signal: str | None,
    fail_on: str,
    as_json: bool,
) -> None:
    """Report what is sensitive in FILES, or in standard input.

    Each line names a place, its content class, how many values, the longest of them, and the
    entity types that detection found; a value is never printed. Of OTLP (protobuf, JSON, a
    Collector's file exporter) every field is reported that the profile would change, so that a
    redacted dump has no findings. Of other JSON and of text it is what detection finds, by key or
    by line.

    Exits with 1 if something was found, 2 if the input cannot be read.

    \b
    Example:
      spanveil scan traces.json
      spanveil scan --fail-on entities --json app.log
      spanveil scan < request.pb
    """
    config = load(config_path or read_environment().config)
    findings = Findings()
    documents = DocumentScan(
        Redactor(config, profile=profile), Redactor(config, profile="diagnostic"), findings
    )
    inputs = [(path, read(path)) for path in files or (Path("-"),)]
    with progress(sum(len(raw) for _, raw in inputs), "scanning") as advance:
        for path, raw in inputs:
            if is_protobuf(raw, form, signal):
                _scan_protobuf(path, raw, signal, documents, advance)
            else:
                _scan_readable(path, raw, form, documents, findings, advance)
    if as_json:
        click.echo(findings.as_json())
    else:
        for line in findings.as_lines():
            click.echo(line)
        click.echo(f"{findings.count} findings", err=True)
    counted = {"any": findings.count, "entities": findings.entities, "never": 0}
    sys.exit(_FOUND if counted[fail_on] else 0)


def _scan_protobuf(
    path: Path,
    raw: bytes,
    signal: str | None,
    documents: DocumentScan,
    advance: Callable[[int], object],
) -> None:
    from google.protobuf.message import DecodeError

    from spanveil.cli._otlp_bytes import UnknownSignal, as_document, iter_frames

    try:
        for message in list(iter_frames(raw)) or [raw]:
            document, unknown = as_document(message, signal)
            documents.otlp(str(path), document)
            if unknown:
                documents.unknown_fields(str(path), unknown)
            advance(len(message))
    except UnknownSignal:
        raise unknown_signal(path) from None
    except DecodeError:
        raise no_request(path, signal) from None


def _scan_readable(
    path: Path,
    raw: bytes,
    form: str,
    documents: DocumentScan,
    findings: Findings,
    advance: Callable[[int], object],
) -> None:
    text = decoded(raw)
    pieces = (json_lines(text) or [text]) if form != "text" else []
    parsed = [(parse(piece), len(piece.encode("utf-8", "replace"))) for piece in pieces if piece]
    if form == "json" and any(
        document is None and piece.strip()
        for (document, _), piece in zip(parsed, filter(None, pieces), strict=True)
    ):
        raise click.UsageError(f"{path}: expected JSON")
    if not any(document is not None for document, _ in parsed):
        scan_text(str(path), text, Detector(), findings, advance)
        return
    for document, size in parsed:
        if isinstance(document, dict) and is_otlp(document):
            documents.otlp(str(path), document)
        elif document is not None:
            documents.other(str(path), document)
        advance(size)
