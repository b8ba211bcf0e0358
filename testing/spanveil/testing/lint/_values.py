"""What the values of expressions carry, and which of them flow into a decision."""

import ast
from collections.abc import Iterable, Sequence

from spanveil.testing.lint import _vocabulary as words
from spanveil.testing.lint._names import path_of, terminal
from spanveil.testing.lint._options import Options
from spanveil.testing.lint._scope import Function, Scope
from spanveil.testing.lint._sources import is_credential_read, receiver_path, source_kind
from spanveil.testing.lint._taint import (
    NONE,
    Callee,
    Label,
    Labels,
    Parameter,
    Source,
    Summary,
    sources_of,
)


class Values:
    """Reads expressions; `Flow` adds the statements around them.

    Args:
        scope: What the function shares with its surroundings.
    """

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.environment = scope.outer.copy()
        self.summary = Summary()
        # What the branches around the current statement depend on.
        self.control: Labels = NONE

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
            case ast.Yield(value=ast.expr() as value) | ast.YieldFrom(value=value):
                self.summary.returns |= self.value(value) | self.control
                return NONE  # what is sent in is the consumer's
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

    def _nested(self, node: Function) -> None:
        if self.scope.nested is not None:
            self.scope.nested(node, self.environment.copy())

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


def _names_identity(node: ast.expr) -> bool:
    return any(
        isinstance(part, ast.Constant)
        and isinstance(part.value, str)
        and words.SQL_IDENTITY.search(part.value)
        for part in ast.walk(node)
    )
