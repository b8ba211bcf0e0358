"""The prompts of all languages."""

from typing import Final

from benchmarks.held_out._blind._prompts_english import ENGLISH
from benchmarks.held_out._blind._prompts_world import WORLD

PROMPTS: Final = (*ENGLISH, *WORLD)
