"""Prompts of users and operators."""

from typing import Final

from benchmarks.held_out._outside._prompts_english import ENGLISH
from benchmarks.held_out._outside._prompts_world import WORLD

PROMPTS: Final = (*ENGLISH, *WORLD)
