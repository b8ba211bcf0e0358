"""How telemetry flows through one function.

A forward pass over the statements: values carry labels (`_taint`), calls are looked up in the
summaries of what was read before, and whatever reaches a decision is reported. Branches join,
loops run twice, and a variable that is assigned under a branch on telemetry carries it too.
"""

import ast
from collections.abc import Iterable, Sequence
from typing import Final

from spanveil.testing.lint._denials import denies
from spanveil.testing.lint._scope import Function, Scope
from spanveil.testing.lint._sources import dependencies, parameter_kind
from spanveil.testing.lint._taint import NONE, Label, Labels, Parameter, Source, Summary, sources_of
from spanveil.testing.lint._values import Values

_MAX_REPEATED_LOOPS: Final = 4


class Flow(Values):
    """One pass over one function, or over a module's own statements."""

    def __init__(self, scope: Scope) -> None:
        super().__init__(scope)
        self.loops = 0

    def function(self, node: Function) -> Summary:
        """Read a function and return its summary."""
        self._parameters(node.args)
        if isinstance(node, ast.Lambda):
            self._returned(node, self.value(node.body))
        else:
            self.block(node.body)
        return self.summary

    def block(self, statements: Iterable[ast.stmt]) -> None:
        """Read statements in order."""
        for statement in statements:
            self._statement(statement)

    def _statement(self, node: ast.stmt) -> None:
        match node:
            case ast.Assign(targets=targets, value=value):
                labels = self.value(value)
                for target in targets:
                    self._assign(target, labels)
            case ast.AnnAssign(target=target, value=ast.expr() as value):
                self._assign(target, self.value(value))
            case ast.AugAssign(target=target, value=value):
                self._assign(target, self.value(value) | self.value(target))
            case ast.Return(value=ast.expr() as value):
                self._returned(node, self.value(value))
            case ast.If(test=test, body=body, orelse=orelse):
                self._branch(node, self.value(test), [body, orelse])
            case ast.While(test=test, body=body, orelse=orelse):
                self._loop(node, self.value(test), body, orelse)
            case ast.For() | ast.AsyncFor():
                labels = self.value(node.iter)
                self._assign(node.target, labels)
                self._loop(node, NONE, node.body, node.orelse)
            case ast.Match(subject=subject, cases=cases):
                self._match(node, self.value(subject), cases)
            case ast.With() | ast.AsyncWith():
                for item in node.items:
                    labels = self.value(item.context_expr)
                    if item.optional_vars is not None:
                        self._assign(item.optional_vars, labels)
                self.block(node.body)
            case ast.Try() | ast.TryStar():
                self._try(node)
            case ast.Assert(test=test):
                self._branch(node, self.value(test), [[]])
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                self._nested(node)
            case ast.ClassDef():
                pass  # its methods are read as functions of their own
            case _:
                for child in ast.iter_child_nodes(node):
                    if isinstance(child, ast.expr):
                        self.value(child)

    def _branch(self, node: ast.stmt, test: Labels, bodies: Sequence[Sequence[ast.stmt]]) -> None:
        if test:
            decides = any(self._denies(statement) for body in bodies for statement in body)
            if decides or isinstance(node, ast.Assert):
                self._sink(node, "SV103", test, "a grant or a refusal", decides)
            elif self.scope.is_decision:
                self._sink(node, "SV103", test, "the decision")
        outer, before, after = self.control, self.environment, []
        self.control = outer | test
        for body in bodies:
            self.environment = before.copy()
            self.block(body)
            after.append(self.environment)
        self.environment = before
        self.environment.join(after)
        self.control = outer

    def _loop(
        self, node: ast.stmt, test: Labels, body: Sequence[ast.stmt], orelse: Sequence[ast.stmt]
    ) -> None:
        # Twice: what the first turn leaves behind is what the second one starts from. Deep inside
        # loops once, or the work would double with each level.
        self.loops += 1
        for _ in range(2 if self.loops <= _MAX_REPEATED_LOOPS else 1):
            self._branch(node, test, [body, []])
        self.loops -= 1
        self.block(orelse)

    def _match(self, node: ast.Match, subject: Labels, cases: Sequence[ast.match_case]) -> None:
        for case in cases:
            for pattern in ast.walk(case.pattern):
                name = getattr(pattern, "name", None) or getattr(pattern, "rest", None)
                if isinstance(name, str):
                    self.environment.write(name, subject)
            if case.guard is not None:
                subject |= self.value(case.guard)
        self._branch(node, subject, [case.body for case in cases])

    def _try(self, node: ast.Try | ast.TryStar) -> None:
        self.block(node.body)
        bodies = [handler.body for handler in node.handlers]
        self._branch(node, NONE, [node.orelse, *bodies])
        self.block(node.finalbody)

    def _returned(self, node: ast.AST, labels: Labels) -> None:
        labels |= self.control
        self.summary.returns |= labels
        if self.scope.is_decision:
            self._sink(node, "SV104", labels - self.control, "the result")

    def _parameters(self, arguments: ast.arguments) -> None:
        ordered = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
        ordered += [extra for extra in (arguments.vararg, arguments.kwarg) if extra is not None]
        for index, parameter in enumerate(ordered):
            kind = parameter_kind(parameter, _default(arguments, parameter))
            labels: set[Label] = {Parameter(index), *self._injected(arguments, parameter)}
            if kind is not None:
                source = Source(kind, parameter.lineno)
                labels.add(source)
                if kind != "span":
                    self.scope.sources_read.append((parameter, source))
            if parameter.arg in ("self", "cls"):
                # What the class's other methods left in its attributes stays.
                self.environment.add(parameter.arg, frozenset(labels))
            else:
                self.environment.write(parameter.arg, frozenset(labels))

    def _injected(self, arguments: ast.arguments, parameter: ast.arg) -> Labels:
        """Return what FastAPI puts there for `= Depends(f)` or `Annotated[..., Depends(f)]`."""
        found: Labels = NONE
        for call in dependencies(parameter, _default(arguments, parameter)):
            callee = self.scope.resolve(call, self.scope.class_name)
            if callee is not None:
                found |= {
                    Source(source.kind, parameter.lineno)
                    for source in sources_of(callee.summary.returns)
                }
        return found

    def _denies(self, node: ast.stmt) -> bool:
        known = self.scope.denials.get(node)
        if known is None:
            known = self.scope.denials[node] = denies(node)
        return known


def _default(arguments: ast.arguments, parameter: ast.arg) -> ast.expr | None:
    positional = [*arguments.posonlyargs, *arguments.args]
    if parameter in positional:
        index = positional.index(parameter) - (len(positional) - len(arguments.defaults))
        return arguments.defaults[index] if index >= 0 else None
    if parameter in arguments.kwonlyargs:
        return arguments.kw_defaults[arguments.kwonlyargs.index(parameter)]
    return None
