"""Full names of what a module's code refers to, through its imports."""

import ast


class Names:
    """The import table of one module.

    Args:
        tree: The parsed module.
        module: Its dotted name, to resolve relative imports.
    """

    def __init__(self, tree: ast.Module, module: str) -> None:
        self.module = module
        self._table: dict[str, str] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    root = alias.name.partition(".")[0]
                    self._table[alias.asname or root] = alias.name if alias.asname else root
            elif isinstance(node, ast.ImportFrom):
                origin = self._origin(node)
                for alias in node.names:
                    self._table[alias.asname or alias.name] = f"{origin}.{alias.name}"
            elif isinstance(node, ast.Assign):
                self._alias(node)

    def full(self, node: ast.expr) -> str | None:
        """Return the dotted name of a name or attribute chain, with its imports resolved."""
        parts: list[str] = []
        while isinstance(node, ast.Attribute):
            parts.append(node.attr)
            node = node.value
        if isinstance(node, ast.Name):
            parts.append(self._table.get(node.id, node.id))
        elif isinstance(node, ast.Call):
            imported = self.imported_by(node)
            if imported is None:
                return None
            parts.append(imported)
        else:
            return None
        return ".".join(reversed(parts))

    def imported_by(self, call: ast.Call) -> str | None:
        """Return what `import_module("x")`, `__import__("x")` or `getattr(x, "y")` stands for."""
        name = terminal(call.func)
        constant = [
            node.value
            for node in call.args
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        ]
        if name in ("import_module", "__import__") and constant:
            return constant[0] if name == "import_module" else constant[0].partition(".")[0]
        if name == "getattr" and len(call.args) >= 2 and constant:
            owner = self.full(call.args[0])
            return f"{owner}.{constant[0]}" if owner else None
        return None

    def _origin(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        package = self.module.split(".")[: -node.level]
        return ".".join([*package, *([node.module] if node.module else [])])

    def _alias(self, node: ast.Assign) -> None:
        # `get = baggage.get_baggage` and `telemetry = import_module("opentelemetry.baggage")`
        value = node.value
        full = (
            self.imported_by(value)
            if isinstance(value, ast.Call)
            else self.full(value)
            if isinstance(value, ast.Attribute)
            else None
        )
        if full and full.partition(".")[0] in ("opentelemetry", "structlog"):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    self._table[target.id] = full


def terminal(node: ast.expr) -> str:
    """Return the last name of a name, attribute chain or call; empty for anything else."""
    if isinstance(node, ast.Call):
        node = node.func
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def path_of(node: ast.expr) -> str | None:
    """Return `a.b.c` for a plain chain of names, or `None`."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return None
    return ".".join([node.id, *reversed(parts)])
