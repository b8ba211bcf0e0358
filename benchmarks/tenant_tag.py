"""Compare a cached tenant tag with deriving one each time, side by side in one run.

    python -m benchmarks.tenant_tag

Every candidate is timed in turn, round after round, so that load on the machine hits all alike; the
figure of each is its median round, as thread CPU time for one call. Compare the ratios.
"""

import hashlib
import hmac
import secrets
import statistics
import time
from collections.abc import Callable

from spanveil.context import KeyRing

ROUNDS = 31
CALLS = 50_000


def main() -> None:
    """Print the cost of each candidate and its ratio to the cached tag."""
    key = secrets.token_bytes(32)
    ring = KeyRing([("k1", key)])
    tenants = [f"tenant-{number}" for number in range(100)]
    encoded = {tenant: tenant.encode() for tenant in tenants}
    candidates: dict[str, Callable[[str], object]] = {
        "KeyRing.tag, cached": ring.tag,
        "KeyRing.tags, derived each time": ring.tags,
        "blake2b keyed, raw digest": lambda t: hashlib.blake2b(encoded[t], key=key).digest(),
        "hmac.new sha256, raw digest": lambda t: hmac.new(key, encoded[t], "sha256").digest(),
        "hmac.digest sha256, raw digest": lambda t: hmac.digest(key, encoded[t], "sha256"),
        "(an empty call, for scale)": lambda t: None,
    }
    costs = _measured(candidates, tenants)
    base = costs["KeyRing.tag, cached"]
    print(f"{'one call':34}{'us':>8}{'ratio':>8}")
    for name, cost in costs.items():
        print(f"{name:34}{cost * 1e6:8.3f}{cost / base:8.1f}")


def _measured(
    candidates: dict[str, Callable[[str], object]], tenants: list[str]
) -> dict[str, float]:
    work = tenants * (CALLS // len(tenants))
    rounds: dict[str, list[float]] = {name: [] for name in candidates}
    for _ in range(ROUNDS):
        for name, call in candidates.items():
            begin = time.thread_time()
            for tenant in work:
                call(tenant)
            rounds[name].append((time.thread_time() - begin) / len(work))
    return {name: statistics.median(spent) for name, spent in rounds.items()}


if __name__ == "__main__":
    main()
