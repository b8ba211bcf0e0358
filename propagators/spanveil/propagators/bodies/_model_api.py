"""Calls of model APIs: the body fields that name the user."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from spanveil.propagators._counts import BODY_FIELDS, FAILED
from spanveil.propagators._destination import destination_of_url
from spanveil.propagators._egress import Egress
from spanveil.propagators._policy import DestinationClass
from spanveil.propagators.wire._sites import SITES

FIELDS: Final = frozenset({"user", "safety_identifier", "prompt_cache_key", "metadata"})
"""OpenAI API reference (``user``, ``safety_identifier``, ``prompt_cache_key``, ``metadata``) and
Anthropic API reference (``metadata.user_id``)."""
_MAX_BATCH: Final = 100_000  # Anthropic API reference, message batches


def patch_model_api(module: Any) -> None:
    """Guard ``BaseClient._build_request`` of the OpenAI or Anthropic SDK, of every subclass."""
    client = module.__name__.partition(".")[0]
    SITES.wrap(client, module.BaseClient, "_build_request", _guard_build_request(client))


def _guard_build_request(client: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    def make(original: Callable[..., Any]) -> Callable[..., Any]:
        def _build_request(self: Any, options: Any, *args: Any, **kwargs: Any) -> Any:
            egress = SITES.egress
            if egress is not None:
                options = _rewritten(egress, client, self, options)
            return original(self, options, *args, **kwargs)

        return _build_request

    return make


def _rewritten(egress: Egress, client: str, sdk: Any, options: Any) -> Any:
    update: dict[str, Any] = {}
    try:
        destination = destination_of_url(str(sdk._prepare_url(options.url)))
        destination_class = egress.classify(destination)
        if destination_class.bodies == "keep":
            return options
        update = _bodies(options, destination_class)
    except Exception:
        egress.counts.add(FAILED, client)
        update = {
            name: _without_fields(getattr(options, name, None))
            for name in ("json_data", "extra_json")
        }
    if not update:
        return options
    egress.counts.add(BODY_FIELDS, client)
    return options.model_copy(update=update)


def _bodies(options: Any, destination_class: DestinationClass) -> dict[str, Any]:
    update = {}
    for name in ("json_data", "extra_json"):
        body = getattr(options, name, None)
        if isinstance(body, Mapping):
            rewritten = rewrite_body(body, destination_class)
            if rewritten is not body:
                update[name] = rewritten
    return update


def rewrite_body(body: Mapping[str, Any], destination_class: DestinationClass) -> Mapping[str, Any]:
    """Return a body for one class of destinations: the same one if nothing has to change.

    Args:
        body: A request's JSON body, or the ``params`` of one item of a batch.
        destination_class: Says whether fields go or become pseudonyms.
    """
    changed: dict[str, Any] = {}
    for key in FIELDS & body.keys():
        changed[key] = _replaced(key, body[key], destination_class)
    requests = body.get("requests")
    if isinstance(requests, list) and len(requests) <= _MAX_BATCH:
        changed["requests"] = [_batch_item(item, destination_class) for item in requests]
    if not changed:
        return body
    return {
        key: changed.get(key, value)
        for key, value in body.items()
        if key not in changed or changed[key] is not None
    }


def _batch_item(item: Any, destination_class: DestinationClass) -> Any:
    params = item.get("params") if isinstance(item, Mapping) else None
    if not isinstance(params, Mapping):
        return item
    return {**item, "params": rewrite_body(params, destination_class)}


def _replaced(field: str, value: Any, destination_class: DestinationClass) -> Any:
    if destination_class.bodies != "pseudonym":
        return None
    if isinstance(value, Mapping):
        pairs = (
            (key, _replaced(f"{field}.{key}", item, destination_class))
            for key, item in value.items()
        )
        return {key: item for key, item in pairs if item is not None} or None
    if isinstance(value, str):
        return SITES.pseudonyms.of(destination_class.name, field, value)
    return None


def _without_fields(body: Any) -> Any:
    if not isinstance(body, Mapping):
        return body
    return {key: value for key, value in body.items() if key not in FIELDS and key != "requests"}
