"""Stack traces: where it failed, without what was said there.

Of Python's traceback (``traceback.format_exception``), Java's and JavaScript's stack the
exception's types, the files' last parts, line numbers and functions stay. Messages, notes and
source lines go: a message may run over many lines, so that after the type everything up to the next
frame is left out.
"""

import re
from typing import Final

from spanveil.config import ContentClass, is_code_name
from spanveil.redaction._marker import is_marker, marker
from spanveil.redaction._shape import is_plain_key
from spanveil.redaction._source import CODE_FILE, within_package

MAX_LINES: Final = 2_000
_HEADERS: Final = frozenset(
    {
        "Traceback (most recent call last):",
        "Exception Group Traceback (most recent call last):",
        "During handling of the above exception, another exception occurred:",
        "The above exception was the direct cause of the following exception:",
    }
)
_GROUP: Final = re.compile(r"^[ |+-]*(?=Exception Group|[A-Za-z]|File )")
_FRAME: Final = re.compile(
    r'File "([^"]{1,512})", line ([0-9]{1,7})(?:, in ([A-Za-z_<][\w.<>]{0,127}))?', re.ASCII
)
_REPEATED: Final = re.compile(r"\[Previous line repeated [0-9]{1,7} more times?\]", re.ASCII)
_TYPE: Final = re.compile(
    r"((?:[A-Za-z_]\w{0,63}\.){0,8}[A-Za-z_]\w{0,63})(?:: (.*))?", re.ASCII | re.S
)
_TYPE_END: Final = re.compile(
    r"(?:Error|Exception|SystemExit|Fault|Group|Interrupt|Iteration|Timeout|TimedOut|Warning"
    r"|Cancelled|Canceled)$"
)
_CALLED: Final = re.compile(
    r"at ([\w.$<>]{1,200}(?: \[as \w{1,64}\])?) ?\(([^()]{1,512})\)|at ([^\s()]{1,512}:[0-9]+)",
    re.ASCII,
)
_PLACE: Final = re.compile(rf"(?:^|[/\\])({CODE_FILE.pattern}(?::[0-9]{{1,7}}){{0,2}})$", re.ASCII)
# java.lang.StackTraceElement.toString, and V8's stack trace API
_NO_FILE: Final = frozenset({"<anonymous>", "Native Method", "Unknown Source", "native"})


def redact_traceback(text: str) -> str | None:
    """Return a stack trace without messages and source lines.

    Args:
        text: A stack trace, or one line ``Type: message``.

    Returns:
        The rest of it, or ``None`` if the text is neither.

    >>> print(redact_traceback('''Traceback (most recent call last):
    ...   File "/home/alice/app/client.py", line 4, in connect
    ...     raise ValueError(f"no such user {name}")
    ... ValueError: no such user alice'''))
    Traceback (most recent call last):
      File "client.py", line 4, in connect
    ValueError: [redacted:exception_text:18]
    """
    lines = text.split("\n", MAX_LINES)[:MAX_LINES]
    python = any(line.strip(" |+") in _HEADERS for line in lines[:MAX_LINES])
    called = any(_called_frame(line) for line in lines[1:4])
    if python:
        return _python(lines)
    if called:
        return _called(lines)
    return _type_line(text)


def redact_message(text: str) -> str | None:
    """Return the type that a message begins with, if every word of it is one of code.

    >>> redact_message("httpx.ConnectError: no such user alice")
    'httpx.ConnectError: [redacted:exception_text:18]'
    """
    shown = _type_line(text)
    return shown if shown is not None and is_code_name(shown.partition(": ")[0]) else None


def _python(lines: list[str]) -> str | None:
    shown: list[str] = []
    awaits_type = False
    for line in lines:
        bare = _GROUP.sub("", line).strip() if line[:1] in " |+" else line.strip()
        if bare in _HEADERS:
            shown.append(bare)
            awaits_type = bare.startswith(("Traceback", "Exception Group"))
        elif awaits_type and (frame := _FRAME.fullmatch(bare)):
            shown.append(_frame(frame))
        elif awaits_type and _REPEATED.fullmatch(bare):
            shown.append(f"  {bare}")
        elif awaits_type and bare and not line.startswith("  "):
            shown.append(_type_line(bare) or _marked(bare))
            awaits_type = False
    return "\n".join(shown)


def _frame(frame: re.Match[str]) -> str:
    path, line, function = frame.groups()
    where = f", in {function}" if function and is_plain_key(function.strip("<>")) else ""
    return f'  File "{_short(path)}", line {line}{where}'


def _short(path: str) -> str:
    """Return the part of a path that names a module."""
    if path.startswith("<"):
        return "<unknown>"
    parts = within_package(re.split(r"[/\\]", path))
    return "/".join(part if is_plain_key(part) else "*" for part in parts)


def _called(lines: list[str]) -> str | None:
    shown = [_type_line(lines[0]) or _marked(lines[0])]
    for line in lines[1:]:
        frame = _called_frame(line)
        if frame is not None:
            shown.append(frame)
    return "\n".join(shown)


def _called_frame(line: str) -> str | None:
    """Return a frame of Java or JavaScript; one without a file of program text is no frame."""
    frame = _CALLED.fullmatch(line.strip())
    if frame is None:
        return None
    function, place, bare = frame.groups()
    if place in _NO_FILE:
        return f"  at {function} ({place})"
    where = _PLACE.search(place or bare)
    if where is None:
        return None
    return f"  at {function} ({where[1]})" if function else f"  at {where[1]}"


def _marked(line: str) -> str:
    return line if is_marker(line) else marker(ContentClass.EXCEPTION_TEXT, len(line))


def _type_line(text: str) -> str | None:
    match = _TYPE.fullmatch(text)
    if match is None or _TYPE_END.search(match[1]) is None:
        return None
    message = match[2]
    if not message:
        return match[1]
    kept = is_marker(message)
    return f"{match[1]}: {message if kept else marker(ContentClass.EXCEPTION_TEXT, len(message))}"
