"""JSON of agents, services and telemetry."""

from typing import Any, Final

from benchmarks.held_out._visitor._payloads_agents import AGENT_SHAPES
from benchmarks.held_out._visitor._payloads_services import SERVICE_SHAPES

PAYLOADS: Final[tuple[Any, ...]] = (*AGENT_SHAPES, *SERVICE_SHAPES)
