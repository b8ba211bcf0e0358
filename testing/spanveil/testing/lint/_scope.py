"""What a function shares with its surroundings."""

import ast
from collections.abc import Callable
from dataclasses import dataclass, field

from spanveil.testing.lint._names import Names
from spanveil.testing.lint._options import Options
from spanveil.testing.lint._taint import Callee, Environment, Source

Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
Report = Callable[[ast.AST, str, Source, str], None]
Resolve = Callable[[ast.Call, str | None], Callee | None]


@dataclass(slots=True)
class Scope:
    """What a function shares with its surroundings.

    Attributes:
        names: The module's imports.
        resolve: Finds the summary of a called function.
        report: Takes a finding: node, rule, telemetry, what it flows into.
        outer: What enclosing functions and the module hold.
        options: Names of the user's own.
        denials: What is known of statements of the module: whether they refuse a request.
        is_decision: Whether this function decides.
        class_name: The class of a method.
        nested: Called with a function that is defined inside this one, and the variables around it.
    """

    names: Names
    resolve: Resolve
    report: Report
    outer: Environment
    options: Options
    denials: dict[ast.stmt, bool]
    is_decision: bool = False
    class_name: str | None = None
    nested: Callable[[Function, Environment], None] | None = None
    sources_read: list[tuple[ast.AST, Source]] = field(default_factory=list)
