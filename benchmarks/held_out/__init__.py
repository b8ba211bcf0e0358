"""Labelled texts that detection was not tuned on, made from a seed at run time.

Nothing sensitive is stored: people come from ``faker``, numbers with check digits and secrets are
drawn when the sets are written. ``python -m benchmarks.held_out --help`` writes them.
"""

from benchmarks.held_out._marks import Labelled
from benchmarks.held_out._sets import SETS, SPLITS, make

__all__ = ["SETS", "SPLITS", "Labelled", "make"]
