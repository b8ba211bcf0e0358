"""Payloads of services and of agents."""

from typing import Any, Final

from benchmarks.held_out._outside._payloads_agents import AGENT_SHAPES
from benchmarks.held_out._outside._payloads_services import SERVICE_SHAPES

PAYLOADS: Final[tuple[Any, ...]] = (*SERVICE_SHAPES, *AGENT_SHAPES)
