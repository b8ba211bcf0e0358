"""Who sends: bearer tokens, and the name under which a client's stream is known."""

import hmac
from dataclasses import dataclass
from hashlib import blake2b, sha256

import grpc

from spanveil.config import BearerToken, ReceiverConfig
from spanveil.gateway._errors import PayloadError
from spanveil.gateway._renewal import read_token

_SCHEME = "bearer "


@dataclass(frozen=True, slots=True)
class Stream:
    """Where a request comes from.

    Attributes:
        name: A configured name, or a pseudonym of the address for a client without one. It is what
            fairness goes by where no tag is believed.
        trusted: Its tenant tags are believed.
    """

    name: str
    trusted: bool = False


class Authenticator:
    """Decide who may send.

    Args:
        config: The tokens; without any, everybody who can connect may send.
        address_key: Of the pseudonyms of addresses, the same for all receivers of a process.

    Raises:
        ConfigError: A file of a token cannot be read.
    """

    def __init__(self, config: ReceiverConfig, address_key: bytes) -> None:
        self._trusts_all = config.trusted
        # Digests have one length, so that not even a token's length shows in the time.
        self._tokens = [
            (
                sha256(_secret(token).encode()).digest(),
                Stream(token.name, token.trusted or config.trusted),
            )
            for token in config.tokens
        ]
        self._key = address_key

    def stream(self, authorization: str | None, host: str) -> Stream:
        """Return the stream of a request.

        Args:
            authorization: The header, if there is one.
            host: The peer's address, without the port.

        Raises:
            PayloadError: The token is missing or wrong (``UNAUTHENTICATED``, 401).
        """
        if not self._tokens:
            return Stream(self.unnamed(host), self._trusts_all)
        given = authorization or ""
        token = given[len(_SCHEME) :] if given[: len(_SCHEME)].lower() == _SCHEME else ""
        digest = sha256(token.encode("utf-8", "surrogateescape")).digest()
        found: Stream | None = None
        for expected, stream in self._tokens:  # all of them, whichever fits
            if hmac.compare_digest(digest, expected):
                found = stream
        if found is None:
            raise PayloadError(grpc.StatusCode.UNAUTHENTICATED, "expected a known bearer token")
        return found

    def unnamed(self, host: str) -> str:
        """Return the name of a client that shows no credential, a pseudonym of its address."""
        pseudonym = blake2b(host.encode(), key=self._key, digest_size=6).hexdigest()
        return f"client-{pseudonym}"


def _secret(token: BearerToken) -> str:
    if token.token_file is not None:
        return read_token(token.token_file, f"token {token.name}")
    assert token.token is not None  # noqa: S101 - the model asks for one of them
    return token.token.get_secret_value()
