"""The agent service: it authenticates a request, binds its context, and lets the agent answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from langchain_core.messages import HumanMessage
from langchain_core.runnables import RunnableConfig
from openinference.instrumentation import using_attributes
from opentelemetry.trace import Tracer

from examples.demo._agent import Agent
from examples.demo._canaries import Place
from examples.demo._identity import IdentityProvider
from examples.demo._tenant import Tenant

_MAX_GRAPH_STEPS: Final = 25


@dataclass(frozen=True, slots=True)
class ChatRequest:
    """What a caller sends; nothing in it says which tenant it is for.

    Attributes:
        credential: A bearer token.
        question: What is asked.
        session_id: The conversation.
    """

    credential: str
    question: str
    session_id: str


class AgentService:
    """Answer requests of many tenants in one process."""

    def __init__(
        self,
        identity: IdentityProvider,
        tenants: Mapping[str, Tenant],
        agents: Mapping[str, Agent],
        tracer: Tracer,
    ) -> None:
        self._identity = identity
        self._tenants = tenants
        self._agents = agents
        self._tracer = tracer

    def answer(self, request: ChatRequest) -> str:
        """Answer one request as the tenant that its credential proves.

        Raises:
            AuthenticationError: The credential proves nothing.
            MissingTenantContext: The caller belongs to no tenant.
        """
        with (
            self._identity.bound(request.credential) as caller,
            self._tracer.start_as_current_span("POST /chat") as span,
        ):
            tenant_id = caller.require_tenant()
            # What services do every day: private context goes onto the span "for debugging".
            canaries = self._tenants[tenant_id].canaries
            span.set_attribute("http.route", "/chat")
            span.set_attribute("desk.note", canaries[Place.APPLICATION_NOTE])
            span.add_event("desk.handover", {"desk.note": canaries[Place.APPLICATION_NOTE]})
            metadata = {
                "tenant_id": tenant_id,
                "crm_note": canaries[Place.REQUEST_METADATA],
                "channel": "web",
            }
            config: RunnableConfig = {
                "configurable": {"thread_id": request.session_id},
                "metadata": metadata | {"session_id": request.session_id},
                "recursion_limit": _MAX_GRAPH_STEPS,
                "run_name": canaries[Place.RUN_NAME],
            }
            with using_attributes(
                session_id=request.session_id, user_id=caller.user_id, metadata=metadata
            ):
                state = self._agents[tenant_id].invoke(
                    {"messages": [HumanMessage(request.question)]}, config
                )
        return str(state["messages"][-1].content)
