"""AWS calls that carry context in the message: Lambda, SNS, SQS, EventBridge, Step Functions."""

import base64
import binascii
import json
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from spanveil.propagators._counts import FAILED
from spanveil.propagators._destination import Destination, destination_of_url
from spanveil.propagators._egress import Egress, Exchange
from spanveil.propagators.wire._sites import SITES

_CLIENT: Final = "botocore"
_ARN_ACCOUNT: Final = re.compile(r"arn:[a-z-]{1,32}:[a-z0-9-]{1,64}:[a-z0-9-]{0,32}:([0-9]{12}):")
_QUEUE_ACCOUNT: Final = re.compile(r"https?://[^/]{1,255}/([0-9]{12})/")
_MAX_ATTRIBUTES: Final = 10  # Amazon SQS developer guide, "Message attributes" quota
_CARRIERS: Final = ("headers", "multiValueHeaders", "_datadog")
_X_RAY: Final = "x-amzn-trace-id"

Rewrite = Callable[[dict[str, Any], Exchange], None]


def patch_botocore(module: Any) -> None:
    """Guard ``BaseClient._convert_to_request_dict``, below instrumentations and events."""
    SITES.wrap(_CLIENT, module.BaseClient, "_convert_to_request_dict", _guard_convert)


def _guard_convert(original: Callable[..., Any]) -> Callable[..., Any]:
    def _convert_to_request_dict(
        self: Any, api_params: Any, operation_model: Any, *args: Any, **kwargs: Any
    ) -> Any:
        egress = SITES.egress
        if egress is not None:
            api_params = _rewritten(egress, self, api_params, operation_model)
        return original(self, api_params, operation_model, *args, **kwargs)

    return _convert_to_request_dict


def _rewritten(egress: Egress, client: Any, params: Any, operation: Any) -> Any:
    rewrite = _OPERATIONS.get((operation.service_model.service_name, operation.name))
    if rewrite is None or not isinstance(params, dict):
        return params
    params = dict(params)
    exchange = egress.exchange(_CLIENT, _route, client, params)
    if exchange.destination_class.bodies == "keep":
        return params
    try:
        rewrite(params, exchange)
        exchange.settle()
    except Exception:
        egress.counts.add(FAILED, _CLIENT)
        for key in ("MessageAttributes", "MessageSystemAttributes", "ClientContext", "traceHeader"):
            params.pop(key, None)
    return params


def _route(client: Any, params: Mapping[str, Any]) -> tuple[Destination | None, None]:
    """Return the account that a call is for; without one in its parameters, the endpoint."""
    for key in ("FunctionName", "TopicArn", "TargetArn", "stateMachineArn", "EventBusName"):
        match = _ARN_ACCOUNT.match(str(params.get(key, "")))
        if match:
            return Destination("aws", match[1], None), None
    match = _QUEUE_ACCOUNT.match(str(params.get("QueueUrl", "")))
    if match:
        return Destination("aws", match[1], None), None
    return destination_of_url(str(client.meta.endpoint_url)), None


def _message(params: dict[str, Any], exchange: Exchange) -> None:
    attributes = params.get("MessageAttributes")
    kept = {
        name: value
        for name, value in (attributes or {}).items()
        if exchange.keep(name, (value or {}).get("StringValue", ""))
    }
    if not exchange.destination_class.silent:
        for name, text in exchange.context_headers(None):
            if len(kept) < _MAX_ATTRIBUTES or name in kept:
                kept[name] = {"DataType": "String", "StringValue": text}
    if kept or attributes is not None:
        params["MessageAttributes"] = kept
    system = params.get("MessageSystemAttributes")
    if system and "AWSTraceHeader" in system and not exchange.keep(_X_RAY):
        params["MessageSystemAttributes"] = {
            name: value for name, value in system.items() if name != "AWSTraceHeader"
        }


def _batch(key: str) -> Rewrite:
    def rewrite(params: dict[str, Any], exchange: Exchange) -> None:
        entries = [dict(entry) for entry in params.get(key) or ()]
        for entry in entries:
            message = exchange.again()
            _message(entry, message)
            message.settle()
        params[key] = entries

    return rewrite


def _invoke(params: dict[str, Any], exchange: Exchange) -> None:
    for key in ("Payload", "InvokeArgs"):
        if params.get(key) is not None:
            params[key] = _payload(params[key], exchange)
    if params.get("ClientContext"):
        params["ClientContext"] = _client_context(params["ClientContext"], exchange)


def _payload(payload: Any, exchange: Exchange) -> Any:
    data = payload.read() if hasattr(payload, "read") else payload
    text = data.decode("utf-8", "surrogateescape") if isinstance(data, (bytes, bytearray)) else data
    if not any(f'"{name}"' in text for name in _CARRIERS):
        return data
    try:
        event = json.loads(text)
    except ValueError:
        return data  # an instrumentation can only have written into JSON
    if not isinstance(event, dict):
        return data
    for name in _CARRIERS:
        carrier = event.get(name)
        if isinstance(carrier, dict):
            event[name] = _kept(carrier, exchange)
    return json.dumps(event)


def _client_context(encoded: str, exchange: Exchange) -> str:
    try:
        context = json.loads(base64.b64decode(encoded, validate=True))
    except (binascii.Error, ValueError):
        return ""  # Lambda refuses it too
    for name in ("custom", "Custom", "env"):
        if isinstance(context, dict) and isinstance(context.get(name), dict):
            context[name] = _kept(context[name], exchange)
    return base64.b64encode(json.dumps(context).encode()).decode("ascii")


def _kept(carrier: dict[str, Any], exchange: Exchange) -> dict[str, Any]:
    kept = {key: value for key, value in carrier.items() if exchange.keep(key, value)}
    if not exchange.destination_class.silent:
        kept.update(exchange.context_headers(None))
    return kept


def _events(params: dict[str, Any], exchange: Exchange) -> None:
    if not exchange.keep(_X_RAY):
        params["Entries"] = [
            {key: value for key, value in entry.items() if key != "TraceHeader"}
            for entry in params.get("Entries") or ()
        ]


def _execution(params: dict[str, Any], exchange: Exchange) -> None:
    if "traceHeader" in params and not exchange.keep(_X_RAY):
        del params["traceHeader"]


_OPERATIONS: Final[dict[tuple[str, str], Rewrite]] = {
    ("lambda", "Invoke"): _invoke,
    ("lambda", "InvokeAsync"): _invoke,
    ("sns", "Publish"): _message,
    ("sns", "PublishBatch"): _batch("PublishBatchRequestEntries"),
    ("sqs", "SendMessage"): _message,
    ("sqs", "SendMessageBatch"): _batch("Entries"),
    ("events", "PutEvents"): _events,
    ("stepfunctions", "StartExecution"): _execution,
    ("stepfunctions", "StartSyncExecution"): _execution,
}
