"""Tags: one strict text form, and aliases that cannot be joined."""

import pickle
import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spanveil.context import CONFLICT, UNSCOPED, KeyRing, TenantTag


@given(
    key_id=st.from_regex(r"[a-z0-9]{1,16}", fullmatch=True),
    digest=st.binary(min_size=16, max_size=16),
)
def test_the_text_form_and_back(key_id: str, digest: bytes) -> None:
    tag = TenantTag(key_id, digest)
    assert str(tag) == tag.text
    assert tag.text.startswith(f"st1_{key_id}_")
    assert len(tag.text) == len(key_id) + 5 + 26
    assert TenantTag.parse(tag.text) == tag


@given(st.text())
def test_arbitrary_text_is_no_tag(text: str) -> None:
    with pytest.raises(ValueError, match="not a tenant tag") as refused:
        TenantTag.parse(text)
    assert len(text) < 4 or text not in str(refused.value)


def test_nothing_but_the_canonical_form_is_read(ring: KeyRing) -> None:
    text = ring.tag("acme").text
    last = text[-1]
    following = "abcdefghijklmnopqrstuvwxyz234567"
    same_bits = following[following.index(last) + 1]
    for other in (
        text.upper(),
        text + "\n",
        " " + text,
        text + "=",
        text[:-1],
        text[:-1] + same_bits,
        text.replace("st1", "st2"),
        text.replace("_k1_", "__"),
        text.replace("_k1_", "_K1_"),
        text.replace("_k1_", "_k\u0661_"),
        UNSCOPED,
        CONFLICT,
        text.encode(),
        None,
    ):
        with pytest.raises(ValueError, match="not a tenant tag"):
            TenantTag.parse(other)  # type: ignore[arg-type]


def test_wrong_parts_are_refused() -> None:
    with pytest.raises(ValueError, match="key id"):
        TenantTag("K1", bytes(16))
    with pytest.raises(ValueError, match="16 bytes"):
        TenantTag("k1", bytes(15))


def test_aliases_differ_by_sink_and_not_by_call(ring: KeyRing) -> None:
    acme, globex = ring.tag("acme"), ring.tag("globex")
    one, two = ring.subkey("sink:one"), ring.subkey("sink:two")
    assert acme.alias(one) == acme.alias(one)
    aliases = {acme.text, acme.alias(one).text, acme.alias(two).text, globex.alias(one).text}
    assert len(aliases) == 4
    assert TenantTag.parse(acme.alias(one).text) == acme.alias(one)
    assert acme.alias(secrets.token_bytes(200)) != acme
    with pytest.raises(ValueError, match="32 bytes"):
        acme.alias(b"short")


def test_a_tag_is_plain_frozen_data(ring: KeyRing) -> None:
    tag = ring.tag("acme")
    assert pickle.loads(pickle.dumps(tag)) == tag  # noqa: S301
    assert hash(tag) == hash(TenantTag.parse(tag.text))
    with pytest.raises(AttributeError):
        tag.text = "x"  # type: ignore[misc]
