"""Run the agent for all tenants at once, and collect what was recorded and what arrived."""

import secrets
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from openinference.instrumentation.langchain import LangChainInstrumentor
from opentelemetry.instrumentation.genai.openai import OpenAIInstrumentor
from opentelemetry.trace import TracerProvider
from pydantic import SecretStr

from examples.demo._agent import Agent, build_agent
from examples.demo._canaries import Place
from examples.demo._errors import DemoError
from examples.demo._identity import IdentityProvider
from examples.demo._model_api import ModelAPI
from examples.demo._outcome import Outcome, compare
from examples.demo._recording import RecordingTracerProvider
from examples.demo._service import AgentService, ChatRequest
from examples.demo._sink import SharedSink
from examples.demo._spans import recorded_request
from examples.demo._telemetry import protect_or_plain
from examples.demo._tenant import TENANT_NAMES, Tenant

_REQUEST_SECONDS: Final = 60.0


def run(*, unprotected: bool) -> Outcome:
    """Run the whole flow once.

    Args:
        unprotected: Export with the bare SDK instead of Spanveil.

    Raises:
        DemoError: A part did not start, answer, or record what it should have.
    """
    tenants = [Tenant.plant(name) for name in TENANT_NAMES]
    with SharedSink() as sink, ModelAPI() as model_api:
        telemetry = protect_or_plain(sink.endpoint, unprotected=unprotected)
        recording = RecordingTracerProvider(telemetry.tracer_provider)
        _instrument(recording)
        try:
            _serve(tenants, model_api.base_url, recording)
            telemetry.force_flush()
            exports = sink.collect()
        finally:
            telemetry.shutdown()
    if not exports:
        raise DemoError("shared sink: received nothing")
    return compare(
        recorded_request(recording.recorded()),
        exports,
        [canary for tenant in tenants for canary in tenant.canaries],
        tag_attribute=telemetry.tag_attribute,
        unprotected=unprotected,
    )


def _instrument(provider: TracerProvider) -> None:
    """Switch two third-party packages on, as their own documentation says."""
    LangChainInstrumentor().instrument(tracer_provider=provider)
    OpenAIInstrumentor().instrument(tracer_provider=provider)


def _agents(tenants: Sequence[Tenant], base_url: str) -> dict[str, Agent]:
    key = SecretStr(secrets.token_urlsafe())
    return {
        tenant.canaries[Place.TENANT_ID]: build_agent(
            # One streams and the other does not: instrumentations record the two differently.
            tenant, base_url=base_url, api_key=key, streaming=index % 2 == 1
        )
        for index, tenant in enumerate(tenants)
    }  # fmt: skip


def _serve(tenants: Sequence[Tenant], base_url: str, provider: TracerProvider) -> None:
    """Let each tenant's user ask at the same time, so that contexts could be mixed up."""
    identity = IdentityProvider()
    service = AgentService(
        identity,
        {tenant.canaries[Place.TENANT_ID]: tenant for tenant in tenants},
        _agents(tenants, base_url),
        provider.get_tracer("service-desk"),
    )
    requests = [
        ChatRequest(
            identity.issue(tenant.canaries[Place.USER_ID], tenant.canaries[Place.TENANT_ID]),
            tenant.question,
            tenant.canaries[Place.SESSION_ID],
        )
        for tenant in tenants
    ]
    with ThreadPoolExecutor(len(requests)) as pool:
        replies = list(pool.map(service.answer, requests, timeout=_REQUEST_SECONDS))
    for tenant, reply in zip(tenants, replies, strict=True):
        if tenant.canaries[Place.RETRIEVED_DOCUMENT] not in reply:
            raise DemoError(f"agent: the reply to {tenant.name} does not quote its document")
