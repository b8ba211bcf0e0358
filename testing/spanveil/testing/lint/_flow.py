"""How telemetry flows through one function.

A forward pass over the statements: values carry labels (`_taint`), calls are looked up in the
summaries of what was read before, and whatever reaches a decision is reported. Branches join,
loops run twice, and a variable that is assigned under a branch on telemetry carries it too.
"""

import ast
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from spanveil.testing.lint import _vocabulary as words
from spanveil.testing.lint._names import Names, path_of, terminal
from spanveil.testing.lint._options import Options
from spanveil.testing.lint._sources import (
    is_credential_read,
    parameter_kind,
    receiver_path,
    source_kind,
)
from spanveil.testing.lint._taint import (
    NONE,
    Callee,
    Environment,
    Label,
    Labels,
    Parameter,
    Source,
    Summary,
    sources_of,
)

_MAX_REPEATED_LOOPS: Final = 4

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


class Flow:
    """One pass over one function, or over a module's own statements."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.environment = scope.outer.copy()
        self.summary = Summary()
        # What the branches around the current statement depend on.
        self.control: Labels = NONE
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

    # Statements

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

    def _nested(self, node: Function) -> None:
        if self.scope.nested is not None:
            self.scope.nested(node, self.environment.copy())

    def _returned(self, node: ast.AST, labels: Labels) -> None:
        labels |= self.control
        self.summary.returns |= labels
        if self.scope.is_decision:
            self._sink(node, "SV104", labels - self.control, "the result")

    def _assign(self, target: ast.expr, labels: Labels) -> None:
        labels |= self.control
        if isinstance(target, ast.Tuple | ast.List):
            for element in target.elts:
                self._assign(element, labels)
            return
        if isinstance(target, ast.Starred):
            self._assign(target.value, labels)
            return
        if isinstance(target, ast.Subscript):
            labels |= self.value(target.slice)
            path = path_of(target.value)
            if path is not None:
                self.environment.add(path, labels)
            return
        if isinstance(target, ast.Attribute) and words.IDENTITY.fullmatch(target.attr):
            self._sink(target, "SV102", labels, f"the attribute {target.attr!r}")
        path = path_of(target)
        if path is not None:
            self.environment.write(path, labels)

    # Expressions

    def value(self, node: ast.expr) -> Labels:
        """Return what an expression carries, and report what flows into a decision inside it."""
        if is_credential_read(node):
            return NONE
        labels = self._value(node)
        kind = source_kind(node, self.scope.names)
        if kind is not None and not self._rewritten(node):
            source = Source(kind, node.lineno)
            self.scope.sources_read.append((node, source))
            labels |= {source}
        return labels

    def _value(self, node: ast.expr) -> Labels:
        match node:
            case ast.Constant():
                return NONE
            case ast.Name(id=name):
                return self.environment.read(name)
            case ast.Attribute():
                path = path_of(node)
                return self.environment.read(path) if path else self.value(node.value)
            case ast.Call():
                return self._call(node)
            case ast.IfExp(test=test, body=body, orelse=orelse):
                return self.value(test) | self.value(body) | self.value(orelse)
            case ast.Compare():
                return self._compare(node)
            case ast.NamedExpr(target=target, value=value):
                labels = self.value(value)
                self._assign(target, labels)
                return labels
            case ast.Lambda():
                self._nested(node)
                return self.value(node.body)
            case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
                return self._comprehension(node)
            case _:
                return self._union(
                    child for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr)
                )

    def _comprehension(
        self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp
    ) -> Labels:
        tests: Labels = NONE
        for generator in node.generators:
            self._assign(generator.target, self.value(generator.iter))
            tests |= self._union(generator.ifs)
        if isinstance(node, ast.DictComp):
            return tests | self.value(node.key) | self.value(node.value)
        return tests | self.value(node.elt)

    def _compare(self, node: ast.Compare) -> Labels:
        sides = [node.left, *node.comparators]
        carried = [self.value(side) for side in sides]
        together: Labels = NONE.union(*carried)
        for side, labels in zip(sides, carried, strict=True):
            name = terminal(side) if isinstance(side, ast.Attribute | ast.Name) else ""
            if words.IDENTITY.fullmatch(name) and not sources_of(labels):
                self._sink(node, "SV102", together - labels, f"a comparison with {name!r}")
        return together

    def _call(self, node: ast.Call) -> Labels:
        name = terminal(node.func)
        if name in words.CLEAN_METHODS:
            return NONE
        receiver = self.value(node.func.value) if isinstance(node.func, ast.Attribute) else NONE
        if not isinstance(node.func, ast.Attribute | ast.Name):
            receiver = self.value(node.func)
        given = [self.value(argument) for argument in node.args]
        keywords = {keyword: self.value(keyword.value) for keyword in node.keywords}
        carried: Labels = NONE.union(receiver, *given, *keywords.values())
        if _verifies(node, self.scope.options):
            return NONE
        if name not in words.TELEMETRY_WRITES:
            self._call_sinks(node, name, carried | self.control, keywords)
        path = receiver_path(node.func)
        if path is not None and name in words.MUTATORS:
            self.environment.add(path, NONE.union(*given, *keywords.values()))
        callee = self.scope.resolve(node, self.scope.class_name)
        if callee is None:
            return carried
        return receiver | self._through(node, callee, receiver, given, keywords)

    def _call_sinks(
        self, node: ast.Call, name: str, carried: Labels, keywords: dict[ast.keyword, Labels]
    ) -> None:
        if self.scope.options.decides(name):
            rule = "SV101" if carried - self.control else "SV103"
            self._sink(node, rule, carried, f"a call of {name}()")
        for keyword, labels in keywords.items():
            if keyword.arg and words.IDENTITY.fullmatch(keyword.arg):
                self._sink(keyword.value, "SV102", labels, f"the argument {keyword.arg!r}")
        if name in words.QUERIES and any(_names_identity(argument) for argument in node.args):
            self._sink(node, "SV102", carried, "a query by tenant or user")

    def _through(
        self,
        node: ast.Call,
        callee: Callee,
        receiver: Labels,
        given: Sequence[Labels],
        keywords: dict[ast.keyword, Labels],
    ) -> Labels:
        """Pass arguments through a known function: to its result, and to what it decides."""
        passed = _positions(callee.parameters, receiver, given, keywords)
        for index, sinks in callee.summary.sinks.items():
            for rule, detail in sinks:
                self._sink(node, rule, passed.get(index, NONE), detail)
        result: set[Label] = set()
        for label in callee.summary.returns:
            if isinstance(label, Parameter):
                result |= passed.get(label.index, NONE)
            else:
                result.add(Source(label.kind, node.lineno))
        return frozenset(result)

    # Shared

    def _parameters(self, arguments: ast.arguments) -> None:
        ordered = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
        ordered += [extra for extra in (arguments.vararg, arguments.kwarg) if extra is not None]
        for index, parameter in enumerate(ordered):
            kind = parameter_kind(parameter, _default(arguments, parameter))
            labels: set[Label] = {Parameter(index)}
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

    def _sink(
        self, node: ast.AST, rule: str, labels: Labels, detail: str, certain: bool = True
    ) -> None:
        if not certain:
            return
        for source in sorted(sources_of(labels)):
            self.scope.report(node, rule, source, detail)
        for label in labels:
            if isinstance(label, Parameter):
                known = self.summary.sinks.get(label.index, frozenset())
                self.summary.sinks[label.index] = known | {(rule, detail)}

    def _denies(self, node: ast.stmt) -> bool:
        known = self.scope.denials.get(node)
        if known is None:
            known = self.scope.denials[node] = _denies(node)
        return known

    def _union(self, nodes: Iterable[ast.expr]) -> Labels:
        return NONE.union(*(self.value(node) for node in nodes))

    def _rewritten(self, node: ast.expr) -> bool:
        # `self.headers` that this code itself assigned is a client's own, and not a request's.
        path = path_of(node)
        return path is not None and self.environment.holds(path)


def _positions(
    parameters: Sequence[str],
    receiver: Labels,
    given: Sequence[Labels],
    keywords: dict[ast.keyword, Labels],
) -> dict[int, Labels]:
    """Return what each parameter is given."""
    bound = tuple(parameters[:1]) in (("self",), ("cls",))
    passed = {index + bound: labels for index, labels in enumerate(given)}
    if bound:
        passed[0] = receiver
    for keyword, labels in keywords.items():
        if keyword.arg in parameters:
            passed[parameters.index(keyword.arg)] = labels
    return passed


def _verifies(node: ast.Call, options: Options) -> bool:
    name = terminal(node.func)
    if name == "decode" and isinstance(node.func, ast.Attribute):
        return terminal(node.func.value) == "jwt"
    return options.verifies(name)


def _denies(node: ast.stmt) -> bool:
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


def _names_identity(node: ast.expr) -> bool:
    return any(
        isinstance(part, ast.Constant)
        and isinstance(part.value, str)
        and words.SQL_IDENTITY.search(part.value)
        for part in ast.walk(node)
    )


def _default(arguments: ast.arguments, parameter: ast.arg) -> ast.expr | None:
    positional = [*arguments.posonlyargs, *arguments.args]
    if parameter in positional:
        index = positional.index(parameter) - (len(positional) - len(arguments.defaults))
        return arguments.defaults[index] if index >= 0 else None
    if parameter in arguments.kwonlyargs:
        return arguments.kw_defaults[arguments.kwonlyargs.index(parameter)]
    return None
