"""What people and agents write."""

from typing import Final

from benchmarks.held_out._stranger._prompts_english import ENGLISH
from benchmarks.held_out._stranger._prompts_europe import EUROPE
from benchmarks.held_out._stranger._prompts_world import WORLD

PROMPTS: Final = (*ENGLISH, *EUROPE, *WORLD)
