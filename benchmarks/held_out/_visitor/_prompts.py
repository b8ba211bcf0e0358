"""What users and agents write to each other: seventy texts."""

from typing import Final

from benchmarks.held_out._visitor._prompts_trades import TRADES
from benchmarks.held_out._visitor._prompts_world import WORLD

PROMPTS: Final = (*TRADES, *WORLD)
