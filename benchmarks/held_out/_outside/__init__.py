"""Secrets by somebody who had read none of the rules, none of their tests and none of the other templates.

Carriers and tokens are chosen to be of kinds that no other split has asked for; values are drawn
when the set is written. ``SECRET_NEGATIVES`` are texts that speak of secrets and hold none.

Full recall at the first look (seed 11, two fillings; precision in brackets): all 0.897 (0.989),
secrets alone 0.900, of 262 hard negatives touched 0.008. Six carriers were then put right, without
regard to detection, where a loopback address was labelled and a city was not: all 0.902 (0.990),
secrets alone 0.900 (0.992), which is carriers 0.943 (0.988), prefixed tokens with no word beside
them 0.782 (1.000) and named keys 0.953 (1.000).
"""

from benchmarks.held_out._outside._secrets import SECRETS
from benchmarks.held_out._outside._secrets_negatives import SECRET_NEGATIVES
from benchmarks.held_out._outside._tokens import KINDS

__all__ = ["KINDS", "SECRETS", "SECRET_NEGATIVES"]
