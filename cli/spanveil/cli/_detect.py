"""`spanveil detect`: what detection finds in lines of text, as offsets and types."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from spanveil.cli._inputs import progress
from spanveil.redaction.detection import Detector, TooManyHits


@click.command()
@click.option(
    "--jsonl",
    "path",
    required=True,
    type=click.Path(path_type=Path, allow_dash=True),
    help='A file of {"id": ..., "text": ...} lines; "-" for standard input.',
)
@click.option("--no-names", is_flag=True, help="Leave names of people and places out.")
@click.option("--min-score", type=click.FloatRange(0, 1), default=0.0, show_default=True)
def detect(path: Path, no_names: bool, min_score: float) -> None:
    """Print one {"id", "spans": [{"start", "end", "type", "score"}]} line for each given line.

    Offsets count code points, types are Presidio's entity types or SECRET. The text itself is never
    printed. A line that is not such an object ends the run with its number and exit code 2; a text
    that cannot be judged within bounds is one finding that covers it, of type UNSCANNED.

    \b
    Example:
      spanveil detect --jsonl prompts.jsonl > findings.jsonl
    """
    detector = Detector(names=not no_names)
    size = 0 if str(path) == "-" or not path.is_file() else path.stat().st_size
    with progress(size, "detecting") as advance:
        for number, line in enumerate(_lines(path), 1):
            advance(len(line))
            if not line.strip():
                continue
            document = _parse(line, number)
            spans = _spans(detector, document["text"])
            kept = [span for span in spans if span["score"] >= min_score]
            click.echo(json.dumps({"id": document["id"], "spans": kept}))


def _lines(path: Path) -> Iterator[bytes]:
    # Bytes: JSON is UTF-8 (RFC 8259, section 8.1), whatever the locale says of standard input.
    try:
        with click.open_file(str(path), "rb") as file:
            yield from file
    except OSError:
        raise click.UsageError(f"{path}: expected a readable file") from None


def _parse(line: bytes, number: int) -> dict[str, Any]:
    try:
        document = json.loads(line.decode())
    except (ValueError, RecursionError):
        document = None
    if not isinstance(document, dict) or not isinstance(document.get("text"), str):
        raise click.UsageError(f'line {number}: expected {{"id": ..., "text": "..."}}')
    return {"id": document.get("id"), "text": document["text"]}


def _spans(detector: Detector, text: str) -> list[dict[str, Any]]:
    try:
        found = detector.find(text)
    except TooManyHits:
        return [{"start": 0, "end": len(text), "type": "UNSCANNED", "score": 1.0}]
    return [
        {"start": f.start, "end": f.end, "type": f.entity, "score": round(f.score, 2)}
        for f in found
    ]
