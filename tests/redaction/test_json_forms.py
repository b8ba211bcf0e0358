"""JSON in a text: valid in, valid out, numbers as they were written, encodings seen through."""

import base64
import json
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spanveil.config import ContentClass
from spanveil.redaction import Redactor

REDACTORS = {p: Redactor(profile=p, key=b"k" * 32) for p in ("shared", "strict", "diagnostic")}
MAIL = "ann.okonkwo@leak.example"
NUMBERS = ["1e5", "1E5", "1.0", "0.10", "-0", "-0.0", "1e-7", "12345678901234567890123", "1.50e+3"]


def text(value: str, profile: str = "diagnostic", key: str = "gen_ai.input.messages") -> str:
    (shown,) = REDACTORS[profile].attributes({key: value})[0].values()
    assert isinstance(shown, str)
    return shown


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_keeps_its_form_beside_a_finding(number: str) -> None:
    given = f'{{"n":{number},"list":[{number}],"mail":"{MAIL}"}}'
    expected = f'{{"n":{number},"list":[{number}],"mail":"[redacted:email_address]"}}'
    assert text(given) == expected
    assert text(expected) == expected


@pytest.mark.parametrize("number", ["1e2", "0.70", "12.0", "-0", "7"])
def test_a_setting_keeps_its_form(number: str) -> None:
    given = f'{{"temperature":{number},"stop":"Ann"}}'
    shown = text(given, "shared", "llm.invocation_parameters")
    assert shown == f'{{"temperature":{number},"stop":"[redacted:metadata_bag:3]"}}'


@pytest.mark.parametrize("profile", REDACTORS)
@pytest.mark.parametrize("levels", [1, 2, 8, 9, 12, 70])
@pytest.mark.parametrize("kind", ["object", "list"])
def test_json_in_json(kind: str, levels: int, profile: str) -> None:
    value: Any = {"role": "user", "content": f"write to {MAIL}"}
    for _ in range(levels):
        # Backslashes double at each level, so that deep ones are carried as parsed values.
        inner = json.dumps(value) if len(json.dumps(value)) < 20_000 else value
        value = {"content": inner} if kind == "object" else [inner]
    shown = text(json.dumps(value), profile)
    assert "leak.example" not in shown
    if shown[:1] in "{[" and not shown.startswith("[redacted"):
        json.loads(shown)


@pytest.mark.parametrize("profile", REDACTORS)
@pytest.mark.parametrize("levels", [200, 1_000, 10_000])
@pytest.mark.parametrize("pair", [("[", "]"), ('{"a":', "}"), ('[{"a":', "}]")])
def test_levels_beyond_any_bound(pair: tuple[str, str], levels: int, profile: str) -> None:
    shown = text(pair[0] * levels + json.dumps(MAIL) + pair[1] * levels, profile)
    assert "leak.example" not in shown
    assert len(shown) < 200_000


ENCODINGS = {
    "escapes": "".join(f"\\u{ord(c):04x}" for c in MAIL),
    "percent": quote(MAIL, safe="").replace(".", "%2E"),
    "base64": base64.b64encode(f"write to {MAIL} today".encode()).decode(),
    "data URI": "data:text/plain;base64," + base64.b64encode(f"to {MAIL} now".encode()).decode(),
    "data URI, percent": "data:text/plain," + quote(MAIL, safe=""),
    "zero width": MAIL.replace("@", "\u200b@\u200b").replace("leak", "le\u200dak"),
    "full width": MAIL.replace("@", "\uff20"),
    "look-alikes": MAIL.replace("a", "\u0430").replace("o", "\u043e"),
    "soft hyphen": MAIL.replace("k", "k\u00ad"),
    "entities": MAIL.replace("@", "&#64;"),
    "hex": MAIL.encode().hex(),
}


@pytest.mark.parametrize("profile", REDACTORS)
@pytest.mark.parametrize("form", ENCODINGS)
def test_an_encoded_address_inside_a_message(form: str, profile: str) -> None:
    encoded = ENCODINGS[form]
    for content in (encoded, f"please write to {encoded} today"):
        message = [{"role": "user", "parts": [{"type": "text", "content": content}]}]
        raw = json.dumps(message, ensure_ascii=False)
        for form_of_it in (raw, json.dumps({"content": raw}), json.dumps(message)):
            shown = text(form_of_it, profile)
            if form != "escapes":
                assert encoded not in shown
            assert "leak.example" not in shown
            assert "u0040leak" not in shown


@pytest.mark.parametrize("profile", ["shared", "strict"])
@pytest.mark.parametrize("form", ENCODINGS)
@pytest.mark.parametrize("key", ["nobody.knows", "gen_ai.agent.name", "app.zone"])
def test_an_encoded_address_outside_a_message(key: str, form: str, profile: str) -> None:
    shown = text(ENCODINGS[form], profile, key)
    assert ENCODINGS[form] not in shown


CUT = json.dumps(
    {
        "messages": [
            {"role": "user", "content": f'{{"to": "{MAIL}", "n": 1.0}}'},
            {"role": "assistant", "tool_calls": [{"function": {"arguments": f'["{MAIL}"]'}}]},
        ]
    }
)


@pytest.mark.parametrize("profile", REDACTORS)
def test_cut_at_every_place(profile: str) -> None:
    for end in range(len(CUT)):
        shown = text(CUT[:end], profile)
        assert "leak.example" not in shown
        if profile == "shared" and not shown.startswith("[redacted") and shown:
            json.loads(shown)
        assert text(shown, profile) == shown


@pytest.mark.parametrize("tail", ["...", "\u2026", "...[truncated]", "... (1,024 more)", "\ufffd"])
def test_cut_with_a_mark_of_the_sdk_s(tail: str) -> None:
    for profile in REDACTORS:
        for end in (20, 60, 100, len(CUT) - 1):
            shown = text(CUT[:end] + tail, profile)
            assert "leak.example" not in shown


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=12)
    | st.sampled_from([MAIL, "user", "call_1", "text", "[redacted:prompt:3]"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.text(max_size=6)
            | st.sampled_from(["role", "type", "name", "id", "content", "parts", "tool_calls"]),
            inner,
            max_size=4,
        )
        | inner.map(json.dumps)
    ),
    max_leaves=12,
)


@settings(deadline=None, max_examples=300)
@given(JSON, st.sampled_from(list(ContentClass)), st.sampled_from(list(REDACTORS)))
def test_valid_json_stays_valid_json(value: Any, content_class: ContentClass, name: str) -> None:
    raw = json.dumps(value)
    shown, report = REDACTORS[name].value(raw, content_class)
    assert not report.errors
    if raw[:1] in "{[" and not shown.startswith(("[redacted", "ps1_")):
        json.loads(shown)
    if name != "diagnostic" or content_class is not ContentClass.SAFE:
        assert "leak.example" not in str(shown)


@pytest.mark.parametrize("profile", REDACTORS)
@pytest.mark.parametrize(
    "given_",
    [
        f'{{"to":"{MAIL}","to":"ok"}}',
        f'{{"a":{{"to":"{MAIL}","to":"ok"}}}}',
        f'{{"x":"{{\\"to\\":\\"{MAIL}\\",\\"to\\":1}}"}}',
        f'[{{"{MAIL}":1,"{MAIL}":2}}]',
    ],
)
def test_what_an_equal_key_hides_is_looked_at(given_: str, profile: str) -> None:
    shown = text(given_, profile)
    assert "leak.example" not in shown
    assert text(shown, profile) == shown


@pytest.mark.parametrize(
    "value",
    [
        "\ud800 hello",
        '{"a": "\\ud800 hello"}',
        f'{{"a": "\\udfff {MAIL}"}}',
        {"k\ud800": "\udc00"},
        ["\udc00", {"a": ["\ud800"]}],
        "SELECT a \ud800 b",
    ],
)
@pytest.mark.parametrize("key", ["gen_ai.prompt", "db.query.text", "nobody.knows", "code.filepath"])
def test_an_exporter_can_encode_what_comes_out(key: str, value: Any) -> None:
    for redactor in REDACTORS.values():
        shown, report = redactor.attributes({key: value})
        assert not report.errors
        json.dumps(shown, ensure_ascii=False).encode()
        assert redactor.attributes(shown)[0] == shown


UNUSUAL = {
    "two equal keys": '{"ssn":219099999,"ssn":"219-09-9999","n":1E5,"n":-0}',
    "equal keys of messages": '[{"role":"user","content":"write to ann@leak.example",'
    '"content":"write to bob@leak.example"}]',
    "three empty keys": '{"":"ann@leak.example","":1,"":"bob@leak.example"}',
    "a number beyond a float": '{"n":1e999,"mail":"ann@leak.example"}',
    "an integer beyond `int`": '{"n":' + "7" * 5_000 + ',"mail":"ann@leak.example"}',
}


@pytest.mark.parametrize("profile", ["shared", "diagnostic"])
@pytest.mark.parametrize("form", UNUSUAL)
def test_unusual_json_stays_json_and_all_of_it_is_looked_at(form: str, profile: str) -> None:
    given = {"input.value": UNUSUAL[form]}
    redactor = Redactor(profile=profile, key=b"k" * 32)
    once, report = redactor.attributes(given)
    shown = json.loads(once["input.value"], parse_int=str)
    assert not report.errors
    assert "leak.example" not in str(shown)
    assert "219" not in str(shown)
    assert redactor.attributes(once)[0] == once


def test_numbers_keep_their_forms_beside_equal_keys() -> None:
    given = {"input.value": UNUSUAL["two equal keys"]}
    (shown,) = Redactor(profile="diagnostic").attributes(given)[0].values()
    assert shown.endswith('"n":1E5,"[redacted:key:1]":-0}')


@pytest.mark.parametrize("levels", [300, 3_000])
def test_json_that_is_nested_beyond_bounds_is_refused_however_deep(levels: int) -> None:
    text = '{"a":' * levels + '{"ssn":219099999}' + "}" * levels
    redacted, report = Redactor(profile="diagnostic").attributes({"input.value": text})
    assert redacted == {"input.value": "[redacted:prompt]"}
    assert report.errors == {"max_depth": 1}
