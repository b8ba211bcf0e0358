"""Content codings and their limits."""

import gzip
import os
import tracemalloc
import zlib

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from spanveil.gateway import PayloadError
from spanveil.gateway._compression import compress, decompress

TEXT = b"twenty-four little spans " * 40
RAW_DEFLATE = zlib.compressobj(wbits=-zlib.MAX_WBITS)
SKIPPABLE_FRAME = bytes.fromhex("502a4d1803000000") + b"abc"
"""RFC 8878 section 3.1.2."""
ENCODED = [
    ("gzip", gzip.compress(TEXT)),
    ("gzip", gzip.compress(TEXT[:100]) + gzip.compress(TEXT[100:])),
    ("deflate", zlib.compress(TEXT)),
    ("deflate", RAW_DEFLATE.compress(TEXT) + RAW_DEFLATE.flush()),
    ("zstd", zstandard.compress(TEXT)),
    ("zstd", zstandard.compress(TEXT[:100]) + zstandard.compress(TEXT[100:])),
    ("zstd", SKIPPABLE_FRAME + zstandard.compress(TEXT)),
    ("identity", TEXT),
]


@pytest.mark.parametrize(("coding", "data"), ENCODED)
def test_each_coding_is_undone(coding: str, data: bytes) -> None:
    assert decompress(data, coding, 10_000) == TEXT


@pytest.mark.parametrize(("coding", "data"), ENCODED)
def test_the_limit_is_that_of_the_result(coding: str, data: bytes) -> None:
    assert decompress(data, coding, len(TEXT)) == TEXT
    with pytest.raises(PayloadError) as refused:
        decompress(data, coding, len(TEXT) - 1)
    assert refused.value.status == 413
    assert refused.value.retry_after is None


@pytest.mark.parametrize(("coding", "data"), [pair for pair in ENCODED if pair[0] != "identity"])
def test_a_cut_body_is_refused(coding: str, data: bytes) -> None:
    with pytest.raises(PayloadError) as refused:
        decompress(data[:-6], coding, 10_000)
    assert refused.value.status == 400


@pytest.mark.parametrize(
    ("coding", "bomb"),
    [
        ("gzip", gzip.compress(bytes(200_000_000), 9)),
        ("deflate", zlib.compress(bytes(200_000_000), 9)),
        ("zstd", zstandard.compress(bytes(200_000_000))),
    ],
)
def test_checklist_3_a_bomb_never_unfolds(coding: str, bomb: bytes) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(PayloadError):
            decompress(bomb, coding, 1_000_000)
        assert tracemalloc.get_traced_memory()[1] < 16_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("missing", [1, 4, 100, 150_000, 299_990])
def test_zstd_that_ends_early_is_not_taken_for_the_whole(missing: int) -> None:
    # Random bytes: the blocks before the cut are decoded, and only the end is missing.
    whole = zstandard.compress(os.urandom(300_000))
    with pytest.raises(PayloadError) as refused:
        decompress(whole[:-missing], "zstd", 1_000_000)
    assert refused.value.status == 400


@pytest.mark.parametrize(
    ("coding", "nothing"), [("gzip", gzip.compress(b"")), ("zstd", zstandard.compress(b""))]
)
def test_empty_members_without_end_are_not_followed(coding: str, nothing: bytes) -> None:
    # Each member was a copy of all that follows: 16 MiB of them held a worker for ten minutes.
    with pytest.raises(PayloadError) as refused:
        decompress(nothing * 1000, coding, 10_000)
    assert refused.value.status == 400
    assert decompress(nothing, coding, 10_000) == b""


@given(st.sampled_from(["gzip", "deflate", "zstd", "br", "gzip, gzip"]), st.binary(max_size=200))
def test_arbitrary_bytes_are_refused_with_a_status(coding: str, data: bytes) -> None:
    try:
        decompress(data, coding, 1000)
        status = 200
    except PayloadError as error:
        status = error.status
    assert status in (200, 400, 413)


@given(st.binary(max_size=5000))
def test_what_is_queued_comes_back(data: bytes) -> None:
    assert decompress(compress(data), "gzip", 5000) == data
