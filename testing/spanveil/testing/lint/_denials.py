"""Which statements refuse a request."""

import ast

from spanveil.testing.lint import _vocabulary as words
from spanveil.testing.lint._names import terminal


def denies(node: ast.stmt) -> bool:
    """Tell whether a statement, or one inside it, refuses a request."""
    for part in ast.walk(node):
        if isinstance(part, ast.Raise) and part.exc is not None and _is_denial(part.exc):
            return True
        if isinstance(part, ast.Call) and terminal(part.func) == "abort" and _is_denial(part):
            return True
    return False


def _is_denial(node: ast.expr) -> bool:
    if words.DENIALS.fullmatch(terminal(node)):
        return True
    if not isinstance(node, ast.Call):
        return False
    arguments = [*node.args, *(keyword.value for keyword in node.keywords)]
    return any(
        (isinstance(value, ast.Constant) and value.value in words.HTTP_DENIALS)
        or terminal(value).startswith(("HTTP_401", "HTTP_403"))
        or terminal(value) in ("PERMISSION_DENIED", "UNAUTHENTICATED", "FORBIDDEN", "UNAUTHORIZED")
        for value in arguments
    )
