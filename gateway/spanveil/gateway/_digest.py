"""By what a sink's batches are redacted, as a digest that tells two such policies apart."""

from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version

from spanveil.config import Config, GatewaySink


def redaction_digest(config: Config, sink: GatewaySink) -> str:
    """Return a digest of all that decides what a sink may see.

    The version of the package is part of it: another one may find what this one does not. The
    sink's tag key enters as a digest of its own and cannot be had back; the key of pseudonyms does
    not enter, since a pseudonym stays what it is.
    """
    try:
        release = version("spanveil")
    except PackageNotFoundError:  # run from a checkout that is not installed
        release = ""
    tag_key = sink.tag_key.get_secret_value() if sink.tag_key else ""
    parts = (
        release,
        sink.profile,
        config.tenant.attribute,
        config.redaction.model_dump_json(),
        sha256(tag_key.encode()).hexdigest(),
    )
    return sha256("\0".join(parts).encode()).hexdigest()[:16]
