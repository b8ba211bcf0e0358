"""The texts with nothing in them to hide."""

from typing import Final

from benchmarks.held_out._blind._negatives_prose import PROSE
from benchmarks.held_out._blind._negatives_technical import TECHNICAL

NEGATIVES: Final = (*TECHNICAL, *PROSE)
