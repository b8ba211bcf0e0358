"""`spanveil redact`: redact text, JSON or an OTLP dump, from files to standard output."""

import json
import sys
from pathlib import Path
from typing import Any

import click

from spanveil.cli._otlp_json import is_otlp, redact_otlp
from spanveil.config import SHIPPED_PROFILES, ContentClass
from spanveil.redaction import Redactor, Report

_MAX_BYTES = 200_000_000


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--profile",
    type=click.Choice(SHIPPED_PROFILES),
    default="diagnostic",
    show_default=True,
    help="The profile of the sink.",
)
@click.option("--report", "show_report", is_flag=True, help="Print counts to standard error.")
def redact(files: tuple[Path, ...], profile: str, show_report: bool) -> None:
    """Redact FILES, or standard input, and print the result.

    OTLP in JSON (one document, or one on each line as a Collector's file exporter writes it) is
    treated key by key; other JSON as a message payload; anything else as text of a log.

    \b
    Example:
      spanveil redact < prompt.txt
      spanveil redact --profile shared traces.json
    """
    redactor, report = Redactor(profile=profile), Report()
    for path in files or (Path("-"),):
        click.echo(_redact(_read(path), redactor, report), nl=False)
    if show_report:
        click.echo(repr(report), err=True)


def _read(path: Path) -> str:
    try:
        raw = sys.stdin.buffer.read(_MAX_BYTES + 1) if str(path) == "-" else path.read_bytes()
    except OSError:
        raise click.UsageError(f"{path}: expected a readable file") from None
    if len(raw) > _MAX_BYTES:
        raise click.UsageError(f"{path}: expected at most {_MAX_BYTES} bytes")
    return raw.decode("utf-8", "replace")


def _redact(text: str, redactor: Redactor, report: Report) -> str:
    end = "\n" if text.endswith("\n") else ""
    documents = _documents(text)
    if documents is not None:
        return "\n".join(_dump(redact_otlp(d, redactor, report)) for d in documents) + end
    body = text.removesuffix("\n")
    shown, treated = redactor.text(body, _class_of(body))
    report.merge(treated)
    return shown + end


def _class_of(body: str) -> ContentClass:
    is_json = body.lstrip()[:1] in {"{", "["}
    return ContentClass.MESSAGE_PAYLOAD if is_json else ContentClass.LOG_TEXT


def _documents(text: str) -> list[dict[str, Any]] | None:
    """Return OTLP documents, if the text is one or several, one on each line."""
    for pieces in ([text], text.splitlines()):
        try:
            parsed = [json.loads(piece) for piece in pieces if piece.strip()]
        except (ValueError, RecursionError):
            continue
        if parsed and all(is_otlp(document) for document in parsed):
            return parsed
    return None


def _dump(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))
