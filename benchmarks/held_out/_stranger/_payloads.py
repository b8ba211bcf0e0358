"""Bodies that agents and services send."""

from typing import Any, Final

from benchmarks.held_out._stranger._payloads_agents import AGENTS
from benchmarks.held_out._stranger._payloads_services import SERVICES

PAYLOADS: Final[tuple[Any, ...]] = (*AGENTS, *SERVICES)
