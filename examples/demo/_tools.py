"""What the agent can do for one tenant; the last tool fails, as tools do."""

from collections.abc import Sequence

from langchain_core.retrievers import BaseRetriever
from langchain_core.tools import BaseTool, tool

from examples.demo._canaries import Place
from examples.demo._tenant import Tenant


class LedgerError(RuntimeError):
    """The ledger refused, and says more about the customer than it should."""


def tools_for(tenant: Tenant, retriever: BaseRetriever) -> Sequence[BaseTool]:
    """Return the tools, closed over the tenant's own data."""

    @tool
    def search_contracts(question: str) -> str:
        """Search the customer's contracts."""
        return "\n".join(document.page_content for document in retriever.invoke(question))

    @tool
    def look_up_account(account: str, email: str) -> dict[str, str | int]:
        """Look up an account by its number and its holder's e-mail address."""
        return {
            "account": account,
            "holder": email,
            "status": "open",
            "balance_cents": 12_050,
            "note": tenant.canaries[Place.TOOL_RESULT],
        }

    @tool
    def open_dispute(account: str, card: str, reason: str) -> str:
        """Open a dispute on a card payment."""
        raise LedgerError(
            f"{tenant.canaries[Place.EXCEPTION_MESSAGE]} of {account} is locked, card {card}"
        )

    return [search_contracts, look_up_account, open_dispute]
