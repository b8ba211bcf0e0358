"""Secrets by somebody who had read none of the rules, none of their tests and none of the other templates.

Carriers and tokens are chosen to be of kinds that no other split has asked for; values are drawn
when the set is written. ``SECRET_NEGATIVES`` are texts that speak of secrets and hold none.
"""

from benchmarks.held_out._outside._secrets import SECRETS
from benchmarks.held_out._outside._secrets_negatives import SECRET_NEGATIVES
from benchmarks.held_out._outside._tokens import KINDS

__all__ = ["KINDS", "SECRETS", "SECRET_NEGATIVES"]
