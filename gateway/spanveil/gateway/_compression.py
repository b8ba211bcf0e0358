"""Content codings, with the limit kept while inflating: a bomb never gets to unfold."""

import zlib
from typing import Final

import zstandard
from isal import igzip, igzip_lib

from spanveil.gateway._errors import invalid, too_large

CODINGS: Final = ("gzip", "deflate", "zstd")
_LEVEL: Final = 1
_MAX_WINDOW: Final = 2**23
"""8 MiB: what RFC 9659 section 3 lets a sender use for the coding ``zstd``."""

_MAX_MEMBERS: Final = 256
"""Each costs a copy of what follows it or a new decoder, and no client writes more than a few."""
_ZSTD_RATIO: Final = 2**15
"""A block of 4 bytes stands for 128 KiB at most (RFC 8878 sections 3.1.1.2.2 and 3.1.1.2.4)."""
_ZSTD_STEP: Final = 64

# isal's stub gives its exception class as an instance.
_FAULTS: Final[tuple[type[Exception], ...]] = (
    igzip_lib.error,  # type: ignore[assignment]
    zlib.error,
    zstandard.ZstdError,
    EOFError,
)


def compress(data: bytes) -> bytes:
    """Return ``data`` in gzip."""
    return bytes(igzip.compress(data, compresslevel=_LEVEL))


def decompress(data: bytes, coding: str, limit: int) -> bytes:
    """Undo a content coding.

    Args:
        data: The body as it came.
        coding: ``gzip``, ``deflate``, ``zstd``, or ``identity``.
        limit: Bytes of the result.

    Raises:
        PayloadError: The coding is unknown or the data is not in it (400); the result is larger
            than ``limit`` (413).
    """
    try:
        match coding:
            case "identity" | "":
                result = data
            case "gzip":
                result = _members(data, limit)
            case "deflate":
                result = _deflate(data, limit)
            case "zstd":
                result = _zstd(data, limit)
            case _:
                raise invalid(f"expected no Content-Encoding or one of {', '.join(CODINGS)}")
    except _FAULTS:
        raise invalid(f"body is not valid {coding}") from None
    if len(result) > limit:
        raise too_large(limit)
    return result


def _members(data: bytes, limit: int) -> bytes:
    # RFC 1952 section 2.2: a gzip file is a series of members.
    members: list[bytes] = []
    size = 0
    while data:
        if len(members) == _MAX_MEMBERS:
            raise invalid(f"expected at most {_MAX_MEMBERS} members of gzip")
        stream = igzip_lib.IgzipDecompressor(flag=igzip_lib.DECOMP_GZIP)
        members.append(stream.decompress(data, limit + 1 - size))
        size += len(members[-1])
        if size > limit:
            break
        if not stream.eof:
            raise EOFError
        data = stream.unused_data
    return b"".join(members)  # one member, as a rule, and then no copy


def _deflate(data: bytes, limit: int) -> bytes:
    # RFC 9110 section 8.4.1.2: "deflate" is the zlib format; some senders leave the wrapper out.
    wrapped = len(data) > 1 and data[0] & 0x0F == 8 and (data[0] << 8 | data[1]) % 31 == 0
    stream = zlib.decompressobj(zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)
    out = stream.decompress(data, limit + 1)
    if not stream.eof and len(out) <= limit:
        raise EOFError
    return out


def _zstd(data: bytes, limit: int) -> bytes:
    decompressor = zstandard.ZstdDecompressor(max_window_size=_MAX_WINDOW)
    out, position, frames = bytearray(), 0, 0
    frame: zstandard.ZstdDecompressionObj | None = None
    while position < len(data) and len(out) <= limit:
        if frame is None:
            if frames == _MAX_MEMBERS:
                raise invalid(f"expected at most {_MAX_MEMBERS} frames of zstd")
            frame, frames = decompressor.decompressobj(), frames + 1
        # The decoder takes no limit for its output: it is given what cannot unfold to more.
        step = max(_ZSTD_STEP, (limit - len(out)) // _ZSTD_RATIO)
        piece = data[position : position + step]
        out += frame.decompress(piece)
        position += len(piece)
        if frame.eof:
            position -= len(frame.unused_data)
            frame = None
    if frame is not None and len(out) <= limit:
        raise EOFError
    return bytes(out)
