"""The code of `docs/authorization.md` is code, and its main example does what it says."""

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from spanveil.context import DecisionDenied, RequestContext, bind

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "authorization.md").read_text("utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)


@pytest.mark.parametrize("block", BLOCKS, ids=range(len(BLOCKS)))
def test_it_compiles(block: str) -> None:
    compile(block, "authorization.md", "exec")


@pytest.mark.parametrize(
    ("tenant_id", "public", "allowed"),
    [("acme", False, True), ("globex", True, False)],
)
def test_a_question_to_an_engine(
    acme: RequestContext, tenant_id: str, public: bool, allowed: bool
) -> None:
    (example,) = [block for block in BLOCKS if "RuleEngine(" in block]
    stored = SimpleNamespace(id="1", tenant_id=tenant_id, public=public)
    namespace: dict[str, Any] = {"store": {"1": stored}, "document_id": "1"}
    with bind(acme):
        if allowed:
            exec(example, namespace)  # noqa: S102
        else:
            with pytest.raises(DecisionDenied, match="another tenant"):
                exec(example, namespace)  # noqa: S102
