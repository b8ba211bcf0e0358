"""Texts in which nothing is to be found, however much of it looks so."""

from typing import Final

from benchmarks.held_out._stranger._negatives_technical import TECHNICAL
from benchmarks.held_out._stranger._negatives_words import PLAIN_WORDS

NEGATIVES: Final = (*TECHNICAL, *PLAIN_WORDS)
