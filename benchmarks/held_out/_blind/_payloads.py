"""The shapes of all makers of JSON."""

from typing import Final

from benchmarks.held_out._blind._payloads_agents import AGENT_SHAPES
from benchmarks.held_out._blind._payloads_business import BUSINESS_SHAPES

PAYLOADS: Final = (*AGENT_SHAPES, *BUSINESS_SHAPES)
