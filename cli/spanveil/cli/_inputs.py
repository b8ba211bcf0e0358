"""What the verbs `redact` and `scan` read: files and standard input, text, JSON and OTLP."""

import codecs
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Final

import click

FORMATS: Final = ("auto", "text", "json", "otlp-protobuf")
_PATH: Final = click.Path(path_type=Path, allow_dash=True)
_TOLD: Final = (
    click.argument("files", nargs=-1, type=_PATH),
    click.option(
        "--config",
        "config_path",
        type=click.Path(path_type=Path),
        help="A spanveil.yaml with rules and limits [default: SPANVEIL_CONFIG].",
    ),
    click.option(
        "--format",
        "form",
        type=click.Choice(FORMATS),
        default="auto",
        show_default=True,
        help="What the input is.",
    ),
    click.option(
        "--signal",
        type=click.Choice(["traces", "metrics", "logs"]),
        help="The signal of OTLP protobuf, where it cannot be told.",
    ),
)
_MARKS: Final = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_HEAD: Final = 64
_LEAST: Final = 3
_MAX_BYTES: Final = 200_000_000
_MIN_SHOWN: Final = 1_000_000  # bytes; less is done before a bar is drawn


def of_inputs(verb: Callable[..., None]) -> Callable[..., None]:
    """Give a verb what it is told of its input: FILES, a configuration, a format and a signal."""
    for told in reversed(_TOLD):
        verb = told(verb)
    return verb


def read(path: Path) -> bytes:
    """Return what a file or standard input holds.

    Raises:
        click.UsageError: It cannot be read, or is too large.
    """
    try:
        with click.open_file(str(path), "rb") as file:
            raw = file.read(_MAX_BYTES + 1)
    except OSError:
        raise click.UsageError(f"{path}: expected a readable file") from None
    if len(raw) > _MAX_BYTES:
        raise click.UsageError(f"{path}: expected at most {_MAX_BYTES} bytes; split the file")
    return bytes(raw)


@contextmanager
def progress(total: int, label: str) -> Iterator[Callable[[int], object]]:
    """Show how much is done, on a terminal, where it takes a while."""
    if total < _MIN_SHOWN or not sys.stderr.isatty():
        yield int
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(label, total=total)
        yield partial(progress.advance, task)


def is_protobuf(raw: bytes, form: str, signal: str | None) -> bool:
    """Say whether an input is OTLP protobuf, by what is known of it or by its look."""
    if form == "otlp-protobuf" or signal:
        return True
    if form != "auto" or raw[:1] not in b"\n\0":
        return False
    # The protobuf classes take a while to import, which a text needs not wait for.
    from spanveil.cli._otlp_bytes import looks_binary

    return looks_binary(raw)


def decoded(raw: bytes) -> str:
    """Return a text in UTF-8 or UTF-16, which Windows writes, without its byte order mark.

    Read as UTF-8, a text in UTF-16 has a NUL beside each letter, and nothing would be found in it.
    """
    for mark, encoding in _MARKS.items():
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    head = raw[:_HEAD]
    for first, encoding in enumerate(("utf-16-be", "utf-16-le")):
        # A half of nothing but NUL is the upper half of ASCII.
        if len(head) > _LEAST and not any(head[first::2]) and all(head[1 - first :: 2]):
            return raw.decode(encoding, "replace")
    return raw.decode("utf-8", "replace")


def unknown_signal(path: Path) -> click.UsageError:
    """Return the error for a request that could be of several signals."""
    return click.UsageError(
        f"{path}: expected OTLP protobuf whose signal can be told; give --signal traces,"
        " metrics or logs, or --format text"
    )


def no_request(path: Path, signal: str | None) -> click.UsageError:
    """Return the error for bytes that are no request."""
    return click.UsageError(
        f"{path}: expected an OTLP protobuf request{f' of {signal}' if signal else ''}"
    )


def json_lines(text: str) -> list[str] | None:
    """Return the lines of a text in which each is a JSON object or array, and there are several."""
    # Only a newline ends a line of JSON; inside a string there may be other separators.
    *whole, rest = text.split("\n")
    lines = [f"{line}\n" for line in whole] + ([rest] if rest else [])
    filled = [line for line in lines if line.strip()]
    if len(filled) < 2 or any(line.lstrip()[:1] not in "{[" for line in filled):
        return None
    return lines if all(parse(line) is not None for line in filled) else None


def parse(text: str) -> Any:
    """Return a JSON object or array, ``None`` for anything else."""
    try:
        return json.loads(text) if text.lstrip()[:1] in {"{", "["} else None
    except (ValueError, RecursionError):
        return None
