"""All prompts."""

from typing import Final

from benchmarks.held_out._newcomer._prompts_places import PLACES
from benchmarks.held_out._newcomer._prompts_requests import REQUESTS

PROMPTS: Final = (*REQUESTS, *PLACES)
