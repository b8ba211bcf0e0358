"""All hard negatives."""

from typing import Final

from benchmarks.held_out._newcomer._negatives_numbers import NUMBERS
from benchmarks.held_out._newcomer._negatives_words import WORDS

NEGATIVES: Final = (*NUMBERS, *WORDS)
