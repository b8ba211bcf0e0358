"""Payloads of agents and of the services that they call."""

from typing import Any, Final

from benchmarks.held_out._newcomer._payloads_agents import AGENTS
from benchmarks.held_out._newcomer._payloads_services import SERVICES

PAYLOADS: Final[tuple[Any, ...]] = (*AGENTS, *SERVICES)
