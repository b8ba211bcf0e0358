"""Which expressions read telemetry."""

import ast
from collections.abc import Iterator

from spanveil.testing.lint import _vocabulary as words
from spanveil.testing.lint._names import Names, path_of, terminal

_MESSAGES = frozenset(
    {"environ", "event", "job", "message", "meta", "msg", "params", "request", "scope", "task"}
)


def source_kind(node: ast.expr, names: Names) -> str | None:
    """Return the kind of telemetry that this very expression reads, or `None`."""
    if isinstance(node, ast.Call):
        return _of_call(node, names)
    if isinstance(node, ast.Attribute):
        return _of_attribute(node)
    if isinstance(node, ast.Subscript):
        return _of_subscript(node)
    return None


def is_credential_read(node: ast.expr) -> bool:
    """Tell whether this reads a credential out of headers, by subscript or `.get()`."""
    key: ast.expr | None = None
    if isinstance(node, ast.Subscript):
        key = node.slice
    elif isinstance(node, ast.Call) and terminal(node.func) in ("get", "getlist") and node.args:
        key = node.args[0]
    return (
        isinstance(key, ast.Constant)
        and isinstance(key.value, str)
        and key.value.lower() in words.CREDENTIAL_KEYS
    )


def parameter_kind(parameter: ast.arg, default: ast.expr | None) -> str | None:
    """Return the kind of telemetry that a parameter stands for, by its name, type or default."""
    if _is_header(default) or any(_is_header(part) for part in _annotation(parameter.annotation)):
        return None if _is_credential_name(parameter.arg) else "headers"
    types = {terminal(part) for part in _annotation(parameter.annotation)}
    if types & words.SPAN_TYPES:
        return "span"
    if types & words.HEADER_TYPES:
        return "headers"
    if types and not types & words.RAW_TYPES:
        return None  # a class of the project's own, that only shares the name
    return words.SOURCE_PARAMETERS.get(parameter.arg)


def dependencies(parameter: ast.arg, default: ast.expr | None) -> Iterator[ast.Call]:
    """Yield a call of each function that a framework calls for this parameter."""
    for part in (default, *_annotation(parameter.annotation)):
        if isinstance(part, ast.Call) and terminal(part.func) in ("Depends", "Security"):
            for function in part.args[:1]:
                yield ast.copy_location(ast.Call(function, [], []), part)


def _of_call(node: ast.Call, names: Names) -> str | None:
    if terminal(node.func) == "getattr" and len(node.args) >= 2:
        read = node.args[1]
        if isinstance(read, ast.Constant) and isinstance(read.value, str):
            return _of_attribute(ast.Attribute(node.args[0], read.value))
    full = names.full(node.func)
    if full in words.SOURCE_CALLS:
        return words.SOURCE_CALLS[full]
    name = terminal(node.func)
    if name in words.SOURCE_METHODS:
        return words.SOURCE_METHODS[name]
    if name == "extract" and isinstance(node.func, ast.Attribute):
        owner = node.func.value
        named = f"{terminal(owner)} {names.full(owner) or ''}"
        if words.PROPAGATOR.search(named):
            return "propagated carrier"
    return None


def _of_attribute(node: ast.Attribute) -> str | None:
    owner = terminal(node.value).lower()
    if node.attr == "attributes":
        return "span attributes" if words.SPAN_NAME.search(owner) else None
    if owner in words.RESPONSE_NAMES:
        return None
    return words.SOURCE_ATTRIBUTES.get(node.attr)


def _of_subscript(node: ast.Subscript) -> str | None:
    if not (isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str)):
        return None
    owner = terminal(node.value).lower()
    if words.WSGI_HEADER.fullmatch(node.slice.value):
        return "headers"
    return words.SOURCE_KEYS.get(node.slice.value) if owner in _MESSAGES else None


def _annotation(node: ast.expr | None) -> Iterator[ast.expr]:
    for part in ast.walk(node) if node is not None else ():
        if isinstance(part, ast.Name | ast.Attribute | ast.Call):
            yield part
        elif isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield ast.Name(part.value.strip().rpartition(".")[2])


def _is_header(node: ast.expr | None) -> bool:
    # FastAPI: `tenant: str = Header()` and `tenant: Annotated[str, Header()]`
    return isinstance(node, ast.Call) and terminal(node.func) == "Header"


def _is_credential_name(name: str) -> bool:
    return name.lower().replace("_", "-") in words.CREDENTIAL_KEYS


def receiver_path(node: ast.expr) -> str | None:
    """Return the path of what a method is called on."""
    return path_of(node.value) if isinstance(node, ast.Attribute) else None
