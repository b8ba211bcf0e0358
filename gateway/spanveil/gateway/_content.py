"""A request on its way to a sink."""

from spanveil.gateway._compression import compress, decompress


class Content:
    """A request in gzip and without; the one that it was not made of is made when asked for.

    A sink that takes no gzip costs no compression where nothing is stored, and one that is sent to
    from the queue costs none again.

    Args:
        plain: The request.
        packed: The same as one member of gzip, given in the place of ``plain`` or beside it.
    """

    __slots__ = ("_packed", "_plain")

    def __init__(self, plain: bytes | None = None, packed: bytes | None = None) -> None:
        self._plain = plain
        self._packed = packed

    @property
    def plain(self) -> bytes:
        """The request.

        Raises:
            PayloadError: What it was made of is no gzip.
        """
        if self._plain is None:
            self._plain = unpacked(self._packed or b"")
        return self._plain

    @property
    def packed(self) -> bytes:
        """The request in gzip."""
        if self._packed is None:
            self._packed = compress(self._plain or b"")
        return self._packed

    @property
    def size(self) -> int:
        """Bytes of the request without compression; what it says of itself if it is in gzip."""
        if self._plain is not None:
            return len(self._plain)
        # The last four bytes of a gzip member are its length (RFC 1952); ours are of one member.
        return int.from_bytes((self._packed or b"")[-4:], "little")

    def __repr__(self) -> str:
        return f"Content({self.size} bytes)"


def unpacked(body: bytes) -> bytes:
    """Return a queued body as a request."""
    return decompress(body, "gzip", 2**62)
