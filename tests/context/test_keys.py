"""The key ring: rotation, refusals that quote nothing, and keys that stay inside."""

import base64
import copy
import hashlib
import pickle
import secrets
import sys
import threading

import pytest

from spanveil.context import DevelopmentKeyRefused, KeyRing, KeyRingError
from spanveil.context import _keys as module


def _text(*keys: tuple[str, bytes]) -> str:
    return ",".join(f"{key_id}:{base64.b64encode(key).decode()}" for key_id, key in keys)


def test_tags_are_stable_keyed_and_tenant_wise() -> None:
    key = secrets.token_bytes(32)
    one, same, other = (
        KeyRing([("k1", key)]),
        KeyRing([("k1", key)]),
        KeyRing.from_text(_text(("k1", secrets.token_bytes(48)))),
    )
    assert one.tag("acme") == same.tag("acme") == one.tag("acme")
    assert one.tag("acme") != one.tag("globex")
    assert one.tag("acme") != other.tag("acme")
    # A plain hash of the id, keyed or not, would be found by trying ids: the tag is none of these.
    plain = hashlib.blake2b(b"acme", digest_size=16).digest()
    assert plain != one.tag("acme").digest


def test_a_second_look_up_is_the_same_object(ring: KeyRing) -> None:
    assert ring.tag("acme") is ring.tag("acme")


def test_rotation_keeps_old_tags_findable() -> None:
    old, new = secrets.token_bytes(32), secrets.token_bytes(64)
    before = KeyRing([("k1", old)])
    after = KeyRing.from_text(_text(("k2", new), ("k1", old)))
    assert after.key_ids == ("k2", "k1")
    assert after.tag("acme").key_id == "k2"
    assert after.tags("acme") == (after.tag("acme"), before.tag("acme"))


def test_unpadded_and_url_safe_base64_and_spaces() -> None:
    key = secrets.token_bytes(35)
    standard = KeyRing.from_text(_text(("k1", key)))
    urlsafe = base64.urlsafe_b64encode(key).decode().rstrip("=")
    assert KeyRing.from_text(f"  k1:{urlsafe} ").tag("acme") == standard.tag("acme")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no tag keys"),
        ("  ", "no tag keys"),
        ("{good}", "key 1: expected id:base64"),
        ("k1:{good},", "key 2: expected id:base64"),
        ("k1:{good},k1:{good}", "key 2: its id is used before"),
        ("K1:{good}", "key 1: its id must be"),
        (":{good}", "key 1: its id must be"),
        ("k-1:{good}", "key 1: its id must be"),
        ("{good}:k1", "key 1:"),
        ("k1:{short}", "key 1: the key must have at least 32 bytes"),
        ("k1:!{good}", "key 1: the key is not valid base64"),
        ("k1:{good}\u00e9", "key 1: the key is not valid base64"),
        ("k1:" + "A" * 44, "key 1: the key is not random"),
    ],
)
def test_refusals_quote_nothing(text: str, reason: str) -> None:
    good = base64.b64encode(secrets.token_bytes(32)).decode()
    short = base64.b64encode(secrets.token_bytes(31)).decode()
    with pytest.raises(KeyRingError, match=reason) as refused:
        KeyRing.from_text(text.format(good=good, short=short))
    assert good not in str(refused.value)
    assert short not in str(refused.value)


def test_keys_of_another_type_are_refused() -> None:
    for key_id, key in ((1, bytes(32)), ("k1", "x" * 40), ("k1", None)):
        with pytest.raises(KeyRingError):
            KeyRing([(key_id, key)])  # type: ignore[list-item]


def test_the_development_key_is_refused_outside_development() -> None:
    for mode in ("production", "", "Development", "test"):
        with pytest.raises(DevelopmentKeyRefused) as refused:
            KeyRing.development(mode=mode)
        assert "SPANVEIL_TAG_KEYS" in str(refused.value)
        assert "SPANVEIL_MODE=development" in str(refused.value)
    with pytest.raises(DevelopmentKeyRefused):
        KeyRing.development()
    assert KeyRing.development(mode="development").tag("acme").key_id == "dev"


def test_the_development_key_is_refused_under_any_name() -> None:
    published = module._DEVELOPMENT_KEY
    with pytest.raises(DevelopmentKeyRefused) as refused:
        KeyRing.from_text(_text(("prod", published)))
    assert base64.b64encode(published).decode() not in str(refused.value)


def test_subkeys_are_apart_by_purpose_and_key() -> None:
    old, new = secrets.token_bytes(32), secrets.token_bytes(32)
    ring = KeyRing([("k2", new), ("k1", old)])
    keys = {
        ring.subkey("pseudonym"),
        ring.subkey("sink:a"),
        ring.subkey("tag"),
        ring.subkey("pseudonym", key_id="k1"),
        old,
        new,
    }
    assert len(keys) == 6
    assert ring.subkey("pseudonym") == ring.subkey("pseudonym", key_id="k2")
    assert ring.subkey("pseudonym", key_id="k1") == KeyRing([("k1", old)]).subkey("pseudonym")
    assert {len(key) for key in keys} == {32}
    with pytest.raises(KeyRingError, match="no key of that id"):
        ring.subkey("pseudonym", key_id="k3")
    with pytest.raises(KeyRingError, match="purpose"):
        ring.subkey("")


def test_nothing_shows_or_copies_a_key() -> None:
    key = secrets.token_bytes(32)
    ring = KeyRing([("k1", key)])
    ring.tag("a-tenant-id")
    for shown in (repr(ring), str(ring), repr(ring.tag), repr(vars(type(ring)))):
        assert "a-tenant-id" not in shown
        assert repr(key)[2:-1] not in shown
    for attempt in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="holds keys"):
            attempt(ring)


@pytest.mark.parametrize("tenant_id", ["", "x" * 1025, None, 7, b"acme"])
def test_unusable_tenant_ids_are_refused_unquoted(ring: KeyRing, tenant_id: object) -> None:
    for call in (ring.tag, ring.tags):
        with pytest.raises(ValueError, match="tenant_id must be") as refused:
            call(tenant_id)  # type: ignore[arg-type]
        assert "xxx" not in str(refused.value)


def test_ids_of_any_script_and_broken_unicode_have_tags(ring: KeyRing) -> None:
    ids = ["acme", "ACME", "äcme", "a\u0308cme", "\ud800", "\udfff", "\x00", "租户"]
    assert len({ring.tag(tenant_id).text for tenant_id in ids}) == len(ids)


def test_the_cache_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MAX_CACHED_TENANTS", 10)
    ring = KeyRing([("k1", secrets.token_bytes(32))])
    first = ring.tag("tenant-0")
    for number in range(100):
        ring.tag(f"tenant-{number}")
    cache = ring.tag.__self__  # type: ignore[attr-defined]
    assert len(cache) == 10
    assert ring.tag("tenant-0") == first


def test_threads_share_a_full_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MAX_CACHED_TENANTS", 5)
    ring = KeyRing([("k1", secrets.token_bytes(32))])
    expected = {f"t{n}": ring.tags(f"t{n}")[0] for n in range(20)}
    wrong: list[object] = []

    def work(seed: int) -> None:
        try:
            for step in range(2_000):
                name = f"t{(step * seed) % 20}"
                if ring.tag(name) != expected[name]:
                    wrong.append(name)
        except Exception as error:
            wrong.append(error)

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        threads = [threading.Thread(target=work, args=(seed,)) for seed in (1, 3, 7, 11)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(interval)
    assert wrong == []


def test_a_process_without_keys_has_a_ring_in_development_only() -> None:
    text = "k1:" + base64.b64encode(secrets.token_bytes(32)).decode()
    ring = KeyRing.configured(text)
    assert ring is not None
    assert ring.key_ids == ("k1",)
    assert KeyRing.configured(None) is None
    developing = KeyRing.configured(None, mode="development")
    assert developing is not None
    assert developing.key_ids == ("dev",)
    with pytest.raises(KeyRingError):
        KeyRing.configured("", mode="development")
