"""All files together: summaries to a fixed point, then the findings."""

import ast
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from spanveil.testing.lint import _vocabulary as words
from spanveil.testing.lint._files import dotted_name, files_in, read
from spanveil.testing.lint._flow import Flow
from spanveil.testing.lint._module import FunctionInfo, Module
from spanveil.testing.lint._names import terminal
from spanveil.testing.lint._options import Options
from spanveil.testing.lint._rules import Finding
from spanveil.testing.lint._scope import Function, Scope
from spanveil.testing.lint._suppressions import apply_suppressions, read_suppressions
from spanveil.testing.lint._taint import NONE, Callee, Environment, Source

# Each round carries a flow one call further; deeper chains than this are not followed.
_MAX_ROUNDS: Final = 10
# A method name that only one class has leads to that class, unless every collection has it too.
_COMMON_METHODS: Final = frozenset(dir(dict)) | frozenset(dir(list)) | frozenset(dir(str)) | {"add"}


@dataclass(frozen=True, slots=True)
class Result:
    """What a run found.

    Attributes:
        findings: All of them, sorted, the allowed ones included.
        files: How many files were analysed.
    """

    findings: tuple[Finding, ...]
    files: int

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that nothing allows."""
        return tuple(finding for finding in self.findings if finding.allowed is None)

    @property
    def incomplete(self) -> bool:
        """Whether a file could not be analysed."""
        return any(finding.rule_id == "SV100" for finding in self.findings)


def lint_paths(paths: Iterable[Path], options: Options | None = None) -> Result:
    """Analyse files, and every Python file in folders, together.

    Raises:
        FileNotFoundError: A path does not exist.
    """
    options = options or Options()
    texts: list[tuple[Path, str, str]] = []
    unread: list[Finding] = []
    for root in paths:
        if not root.exists():
            raise FileNotFoundError(f"no such file or folder: {root}")
        for path in files_in(root, options):
            try:
                texts.append((path, dotted_name(path, root), read(path)))
            except (OSError, ValueError, SyntaxError) as error:
                unread.append(_unanalysed(path, error))
    return _lint(texts, unread, options)


def lint_source(text: str, name: str = "module.py", options: Options | None = None) -> Result:
    """Analyse one source text."""
    return _lint([(Path(name), Path(name).stem, text)], [], options or Options())


def _lint(
    texts: Sequence[tuple[Path, str, str]], findings: list[Finding], options: Options
) -> Result:
    modules = []
    for path, name, text in texts:
        try:
            modules.append((Module.parse(path, name, text), text))
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            findings.append(_unanalysed(path, error))
    project = _Project([module for module, _ in modules], options)
    project.settle()
    for module, text in modules:
        try:
            found = sorted(set(project.findings(module)))
        except RecursionError as error:
            found = [_unanalysed(module.path, error)]
        findings += apply_suppressions(found, read_suppressions(text), str(module.path))
    return Result(tuple(sorted(findings)), len(modules))


class _Project:
    """The modules of one run, and what they know of each other."""

    def __init__(self, modules: Sequence[Module], options: Options) -> None:
        self._modules = modules
        self._options = options
        self._by_name: dict[str, list[tuple[Module, FunctionInfo]]] = {}
        for module in modules:
            for function in module.functions:
                self._by_name.setdefault(function.name, []).append((module, function))

    def settle(self) -> None:
        """Read everything until no summary changes."""
        for _ in range(_MAX_ROUNDS):
            before = self._state()
            for module in self._modules:
                try:
                    self._read(module, [])
                except RecursionError:
                    continue  # reported when the findings are collected
            if self._state() == before:
                return

    def findings(self, module: Module) -> Iterator[Finding]:
        """Yield what is found in one module."""
        found: list[Finding] = []
        self._read(module, found)
        yield from found
        if self._options.is_policy(module.path):
            yield from _policy_imports(module)

    def _read(self, module: Module, found: list[Finding]) -> None:
        flow = Flow(self._scope(module, None, module.outer(None), found))
        flow.block(module.tree.body)
        self._share(module, None, flow.environment, module.mentioned)
        for function in module.functions:
            outer = module.outer(function.class_name)
            flow = self._function(module, function.node, function.class_name, outer, found)
            function.summary = flow.summary
            if function.class_name is not None:
                self._share(module, function.class_name, flow.environment, {"self", "cls"})
            outside = module.mentioned - function.local_names
            self._share(module, None, flow.environment, outside)

    def _function(
        self,
        module: Module,
        node: Function,
        class_name: str | None,
        outer: Environment,
        found: list[Finding],
    ) -> Flow:
        own: list[Finding] = []
        scope = self._scope(module, class_name, outer, own)
        scope.is_decision = module.is_decision(node, self._options)
        flow = Flow(scope)
        flow.function(node)
        if scope.is_decision and not own:
            for place, source in scope.sources_read:
                _report(own, module, place, "SV105", source, "in its own body")
        found += own
        return flow

    def _scope(
        self, module: Module, class_name: str | None, outer: Environment, found: list[Finding]
    ) -> Scope:
        def nested(node: Function, environment: Environment) -> None:
            self._function(module, node, class_name, environment, found)

        return Scope(
            names=module.names,
            resolve=lambda call, owner: self._resolve(module, call, owner),
            report=lambda node, rule, source, detail: _report(
                found, module, node, rule, source, detail
            ),
            outer=outer,
            options=self._options,
            denials=module.denials,
            class_name=class_name,
            nested=nested,
        )

    def _resolve(self, module: Module, call: ast.Call, class_name: str | None) -> Callee | None:
        name = terminal(call.func)
        candidates = self._by_name.get(name, [])
        if not candidates:
            return None
        if isinstance(call.func, ast.Attribute):
            owner = call.func.value
            if isinstance(owner, ast.Name) and owner.id in ("self", "cls"):
                own = [f for m, f in candidates if m is module and f.class_name == class_name]
                if own:
                    return own[0].callee
        full = module.names.full(call.func) or name
        for known, function in candidates:
            qualified = f"{known.name}.{name}"
            if function.class_name is None and (
                (known is module and full == name)
                or (f".{qualified}".endswith(f".{full}") and "." in full)
                or f".{full}".endswith(f".{qualified}")
            ):
                return function.callee
        methods = [function for _, function in candidates if function.class_name is not None]
        unique = len(methods) == 1 and isinstance(call.func, ast.Attribute)
        return methods[0].callee if unique and name not in _COMMON_METHODS else None

    def _share(
        self, module: Module, owner: str | None, environment: Environment, roots: set[str]
    ) -> None:
        held = module.shared.setdefault(owner, {})
        for path, labels in environment.escaping(roots).items():
            # That a class assigns an attribute is kept even if it is clean: `self.headers` of a
            # client is its own. A bare `self` is the parameter.
            if labels or (owner is not None and "." in path):
                held[path] = held.get(path, NONE) | labels

    def _state(self) -> object:
        return [
            (
                [(f.summary.returns, dict(f.summary.sinks)) for f in module.functions],
                {owner: dict(held) for owner, held in module.shared.items()},
            )
            for module in self._modules
        ]


def _report(
    found: list[Finding], module: Module, node: ast.AST, rule: str, source: Source, detail: str
) -> None:
    line, column = getattr(node, "lineno", 1), getattr(node, "col_offset", 0) + 1
    found.append(Finding(str(module.path), line, column, rule, source.kind, source.line, detail))


def _policy_imports(module: Module) -> Iterator[Finding]:
    for node in ast.walk(module.tree):
        imported: list[str] = []
        if isinstance(node, ast.Import):
            imported = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            imported = [node.module or ""]
        elif isinstance(node, ast.Call) and terminal(node.func) in ("__import__", "eval", "exec"):
            imported = ["importlib"]
        roots = {name.partition(".")[0] for name in imported}
        for root in sorted(roots & ({"opentelemetry"} | words.DYNAMIC_IMPORTS)):
            detail = "it imports opentelemetry" if root == "opentelemetry" else "it imports by name"
            yield Finding(str(module.path), getattr(node, "lineno", 1), 1, "SV106", "", 0, detail)


def _unanalysed(path: Path, error: Exception) -> Finding:
    line = error.lineno or 1 if isinstance(error, SyntaxError) else 1
    # The error's own text may quote the source.
    return Finding(str(path), line, 1, "SV100", "", 0, type(error).__name__)
