"""One parsed file and the functions in it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from spanveil.testing.lint import _vocabulary as words
from spanveil.testing.lint._names import Names, terminal
from spanveil.testing.lint._options import Options
from spanveil.testing.lint._scope import Function
from spanveil.testing.lint._taint import Callee, Environment, Labels, Summary

Definition = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(slots=True)
class FunctionInfo:
    """A function or method at the top of a module or class."""

    node: Definition
    name: str
    class_name: str | None
    summary: Summary = field(default_factory=Summary)
    local_names: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.local_names = frozenset(_local_names(self.node))

    @property
    def callee(self) -> Callee:
        """How it is called."""
        arguments = self.node.args
        ordered = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
        return Callee(self.summary, tuple(parameter.arg for parameter in ordered))


@dataclass(slots=True)
class Module:
    """A file that was parsed.

    Attributes:
        path: As it was given.
        name: Its dotted name, as far as the folders tell.
        decisions: The functions that decide by how they are used, by the `id` of their node.
        mentioned: Every plain name in it.
        shared: What its module-level names, and `self` in its classes, carry out of functions.
    """

    path: Path
    name: str
    tree: ast.Module
    names: Names
    functions: list[FunctionInfo]
    decisions: set[int]
    shared: dict[str | None, dict[str, Labels]] = field(default_factory=dict)
    mentioned: set[str] = field(default_factory=set)
    denials: dict[ast.stmt, bool] = field(default_factory=dict)

    @classmethod
    def parse(cls, path: Path, name: str, text: str) -> "Module":
        """Parse a file.

        Raises:
            SyntaxError: It is not Python.
            RecursionError: It is nested too deeply.
            MemoryError: The same, as Python's own parser says it.
            ValueError: It contains null bytes.
        """
        tree = ast.parse(text)
        functions = list(_functions(tree.body, None))
        module = cls(path, name, tree, Names(tree, name), functions, _decisions(tree))
        module.mentioned = {part.id for part in ast.walk(tree) if isinstance(part, ast.Name)}
        return module

    def outer(self, class_name: str | None) -> Environment:
        """Return what a function of this module, or a method of this class, starts from."""
        held = dict(self.shared.get(None, {}))
        if class_name is not None:
            held.update(self.shared.get(class_name, {}))
        return Environment(held)

    def is_decision(self, node: Function, options: Options) -> bool:
        """Tell whether a function decides: by its name, its decorators, or how it is used."""
        if id(node) in self.decisions:
            return True
        if isinstance(node, ast.Lambda):
            return False
        decorated = {terminal(decorator) for decorator in node.decorator_list}
        return options.decides(node.name) or bool(decorated & words.DECISION_DECORATORS)


def _local_names(node: Function) -> set[str]:
    arguments = node.args
    own = {
        parameter.arg
        for parameter in [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    }
    shared: set[str] = set()
    for part in ast.walk(node):
        if isinstance(part, ast.Global | ast.Nonlocal):
            shared.update(part.names)
        elif isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
            own.add(part.id)
    return own - shared


def _functions(body: list[ast.stmt], class_name: str | None) -> Iterator[FunctionInfo]:
    for node in body:
        if isinstance(node, Definition):
            yield FunctionInfo(node, node.name, class_name)
        elif isinstance(node, ast.ClassDef):
            yield from _functions(node.body, node.name)
        elif isinstance(node, ast.If | ast.Try):
            yield from _functions(node.body, class_name)
            yield from _functions(node.orelse, class_name)


def _decisions(tree: ast.Module) -> set[int]:
    """Return the functions that are handed to `isolated(...)` or are rules of a `RuleEngine`."""
    used: list[ast.expr] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and terminal(node.func) in ("isolated", "RuleEngine"):
            for argument in node.args:
                used += argument.values if isinstance(argument, ast.Dict) else [argument]
    named = {node.id for node in used if isinstance(node, ast.Name)}
    found = {id(node) for node in used if isinstance(node, ast.Lambda)}
    return found | {
        id(node) for node in ast.walk(tree) if isinstance(node, Definition) and node.name in named
    }
