"""Real payloads: the facts stay, and a canary in any position of any of them goes."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest

from spanveil.config import is_code_name
from spanveil.redaction import Redactor, _messages, _settings, _skeleton, is_marker
from tests.redaction.payloads import FLATTENED, FLATTENED_TEXT, PAYLOADS, TEXT, Path

REDACTORS = {p: Redactor(profile=p, key=b"k" * 32) for p in ("shared", "strict", "diagnostic")}
CANARIES = ("Zqmira Okonkwo is ill", "Zqmira", "zqmira@leak.example")
MAIL = CANARIES[2]


def redacted(name: str, value: Any, profile: str = "shared", *, as_json: bool = True) -> Any:
    key = PAYLOADS[name].key
    given = json.dumps(value) if as_json else value
    (shown,) = REDACTORS[profile].attributes({key: given})[0].values()
    return shown


def at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


def positions(value: Any, path: Path = ()) -> Iterator[Path]:
    """Yield the path of every text and of every object."""
    if isinstance(value, str | dict):
        yield path
    if isinstance(value, dict | list):
        for step, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from positions(item, (*path, step))


def planted(value: Any, path: Path, canary: str) -> Any:
    """Return a copy with a canary at a text, or in a key and a value of an object."""
    mutant = copy.deepcopy(value)
    found = at(mutant, path)
    if isinstance(found, dict):
        found |= {canary: canary, "spare": canary}
    elif path:
        at(mutant, path[:-1])[path[-1]] = canary
    return mutant


@pytest.mark.parametrize("as_json", [True, False], ids=["json", "nested"])
@pytest.mark.parametrize("name", PAYLOADS)
def test_facts_stay_in_shared(name: str, as_json: bool) -> None:
    payload = PAYLOADS[name]
    shown = redacted(name, payload.value, as_json=as_json)
    shown = json.loads(shown) if as_json else shown
    lost = [path for path in payload.facts if at(shown, path) != at(payload.value, path)]
    assert lost == []
    assert TEXT not in json.dumps(shown)


@pytest.mark.parametrize("name", PAYLOADS)
def test_nothing_else_of_a_payload_is_text(name: str) -> None:
    payload = PAYLOADS[name]
    shown = json.loads(redacted(name, payload.value))
    kept = {
        str(at(shown, path))
        for path in positions(shown)
        if isinstance(at(shown, path), str) and path not in payload.facts
    }
    said = {text for text in kept - _CLOSED if not is_marker(text) and not _is_call(text)}
    assert said == set()


def _is_call(text: str) -> bool:
    """Say whether a text is a pseudonym, or JSON in which other tests look."""
    return text.startswith(("ps1_", "{"))


# What closed sets let through besides the facts that are named.
_CLOSED = {
    *("ephemeral", "url_citation", "file_search", "text", "tool_call", "text_delta", "object"),
    *("search", "constructor", "function", "base64", "string", "type", "char_location", "json"),
    *("langchain", "schema", "messages", "SystemMessage", "HumanMessage", "AIMessage", "run_query"),
    *("ToolMessage", "get_weather", "search_docs", "web_search", "run", "system", "human", "ai"),
    *("tool", "success", "output_text", "web_search_result", "user", "model", "TEXT", "completed"),
    *("application/pdf", "image/png", "audio/wav", "audio", "image", "assistant", "tool_calls"),
    *("langchain_core", "not_implemented", "outputs", "LLMResult", "llm_result", "in_progress"),
    *("", "invalid_tool_call", "ChatGeneration", "chat_generation", "stop", "summary_text", "2.0"),
    *("call_5CsiqyM9kvKaxcDkxYZxsKgC", "toolu_01A09q90qw90lq917835lq9", "PYTHON"),
    "rs_67ccd3acc8d48190a77525dc6de64b4104becb25c45c1d41",
    "lc_run--3f2b1a9c-1111-4222-8333-123456789abc",
}


@pytest.mark.parametrize("profile", ["shared", "strict"])
@pytest.mark.parametrize("name", PAYLOADS)
def test_a_canary_in_any_position_goes(name: str, profile: str) -> None:
    value = PAYLOADS[name].value
    for canary in CANARIES:
        for path in positions(value):
            shown = redacted(name, planted(value, path, canary), profile)
            assert "zqmira" not in shown.lower(), path
            json.loads(shown) if profile == "shared" else None


@pytest.mark.parametrize("name", PAYLOADS)
def test_an_entity_in_any_position_goes_from_diagnostic(name: str) -> None:
    value = PAYLOADS[name].value
    for path in positions(value):
        shown = redacted(name, planted(value, path, MAIL), "diagnostic")
        assert "leak.example" not in shown, path
        json.loads(shown)


@pytest.mark.parametrize("name", PAYLOADS)
def test_text_stays_in_diagnostic(name: str) -> None:
    assert "The ferry to the island leaves" in redacted(name, PAYLOADS[name].value, "diagnostic")


@pytest.mark.parametrize("profile", REDACTORS)
@pytest.mark.parametrize("name", PAYLOADS)
def test_twice_is_once(name: str, profile: str) -> None:
    once = redacted(name, PAYLOADS[name].value, profile)
    key = PAYLOADS[name].key
    assert REDACTORS[profile].attributes({key: once})[0] == {key: once}


@pytest.mark.parametrize("name", PAYLOADS)
def test_a_payload_cut_anywhere(name: str) -> None:
    """An SDK cuts at a length limit; whatever is left over is valid JSON or one marker."""
    text = json.dumps(planted(PAYLOADS[name].value, (), MAIL))
    for end in range(1, len(text), max(1, len(text) // 400)):
        for profile in ("shared", "strict", "diagnostic"):
            (shown,) = REDACTORS[profile].attributes({PAYLOADS[name].key: text[:end]})[0].values()
            assert profile == "diagnostic" or "island" not in shown
            assert "zqmira" not in shown.lower() or not text[:end].endswith(MAIL)
            if profile == "shared":
                assert is_marker(shown) or json.loads(shown) is not None


@pytest.mark.parametrize("key", FLATTENED)
def test_flattened_facts_stay(key: str) -> None:
    for profile in ("shared", "strict"):
        assert REDACTORS[profile].attributes({key: FLATTENED[key]})[0] == {key: FLATTENED[key]}


@pytest.mark.parametrize("key", FLATTENED_TEXT)
def test_flattened_text_goes(key: str) -> None:
    for canary in CANARIES:
        for value in (canary, json.dumps({"a": canary}), [canary]):
            for profile in ("shared", "strict"):
                shown = REDACTORS[profile].attributes({key: value})[0]
                assert list(shown) == [key]
                assert "zqmira" not in str(shown).lower()


@pytest.mark.parametrize("module", [_messages, _settings, _skeleton])
def test_every_key_of_structure_is_shown(module: Any) -> None:
    """A key that became a marker would be no structure when it is read again."""
    lists = {
        n for n in vars(module) if n.endswith(("S", "KEYS", "PARTS")) and n.strip("_").isupper()
    }
    values = {"_TYPES", "_ITEMS", "ROLES", "LANGCHAIN_ROLES", "TOOL_TYPES", "_STATUSES", "_OBJECTS"}
    values |= {"_FINISH_REASONS", "_MODALITIES", "_ACTIONS", "_LANGUAGES", "_OUTCOMES"}
    keys = {key for name in lists - values for key in getattr(module, name)}
    assert keys
    assert [key for key in keys if isinstance(key, str) and not is_code_name(key)] == []
