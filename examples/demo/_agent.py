"""The agent: a LangGraph graph of a model and its tools, called through the real OpenAI client."""

from typing import Any, Final

from langchain_core.messages import BaseMessage, SystemMessage
from langchain_openai import ChatOpenAI
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.graph import START, MessagesState, StateGraph
from langgraph.graph.state import CompiledStateGraph
from langgraph.prebuilt import ToolNode, tools_condition
from pydantic import SecretStr

from examples.demo._retriever import ContractRetriever
from examples.demo._tenant import Tenant
from examples.demo._tools import tools_for

MODEL: Final = "gpt-5-mini"
_TIMEOUT_SECONDS: Final = 20.0

Agent = CompiledStateGraph[MessagesState, None, MessagesState, MessagesState]


def build_agent(tenant: Tenant, *, base_url: str, api_key: SecretStr, streaming: bool) -> Agent:
    """Return the graph for one tenant.

    Args:
        tenant: Whose documents and tools the agent uses.
        base_url: The model API.
        api_key: Its credential.
        streaming: Whether the model's reply is streamed.
    """
    tools = tools_for(tenant, ContractRetriever(documents=tenant.documents))
    model = ChatOpenAI(
        model=MODEL,
        base_url=base_url,
        api_key=api_key,
        streaming=streaming,
        stream_usage=True,
        max_retries=0,
        timeout=_TIMEOUT_SECONDS,
    ).bind_tools(tools, parallel_tool_calls=False)
    system_prompt = SystemMessage(tenant.system_prompt)

    def call_model(state: MessagesState) -> dict[str, list[BaseMessage]]:
        return {"messages": [model.invoke([system_prompt, *state["messages"]])]}

    graph: StateGraph[MessagesState, None, MessagesState, MessagesState]
    graph = StateGraph(MessagesState)
    graph.add_node("model", call_model)
    # The model is told that a tool failed; the tool's span has recorded the exception by then.
    graph.add_node("tools", ToolNode(tools, handle_tool_errors=True))
    graph.add_edge(START, "model")
    graph.add_conditional_edges("model", tools_condition)
    graph.add_edge("tools", "model")
    compiled: Any = graph.compile(checkpointer=InMemorySaver(), name="service-desk")
    agent: Agent = compiled
    return agent
