"""Policies in Rego, asked of an Open Policy Agent over HTTP."""

import http.client
import json
import ssl
from typing import Final
from urllib.parse import urlsplit

from spanveil.context._policy import Decision, PolicyInput

_MAX_ANSWER_BYTES: Final = 65_536


class OpaEngine:
    """Decide by a rule of an Open Policy Agent, by its data API (`POST /v1/data/<path>`).

    The agent's answer allows when its `result` is `true`, or an object whose `allow` is `true`. An
    undefined result, another status, a late or a malformed answer denies.

    Args:
        url: The rule's address, such as `http://127.0.0.1:8181/v1/data/agents/allow`.
        timeout: Seconds to connect, and to wait for each read.

    Raises:
        ValueError: The address is not http or https.
    """

    __slots__ = ("_host", "_path", "_port", "_secure", "_timeout")

    def __init__(self, url: str, *, timeout: float = 1.0) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("OpaEngine needs an http or https address")
        self._secure = parts.scheme == "https"
        self._host = parts.hostname
        self._port = parts.port
        self._path = parts.path or "/"
        self._timeout = timeout

    def decide(self, question: PolicyInput, /) -> Decision:
        """Ask the agent."""
        body = json.dumps({"input": _document(question)})
        connection = self._connection()
        try:
            connection.request("POST", self._path, body, {"Content-Type": "application/json"})
            response = connection.getresponse()
            answer = response.read(_MAX_ANSWER_BYTES + 1)
        finally:
            connection.close()
        if response.status != 200 or len(answer) > _MAX_ANSWER_BYTES:
            return Decision(False, "the policy agent gave no answer")
        document = json.loads(answer)
        result = document.get("result") if isinstance(document, dict) else None
        if isinstance(result, dict):
            result = result.get("allow")
        return Decision(result is True, "policy agent")

    def _connection(self) -> http.client.HTTPConnection:
        if self._secure:
            return http.client.HTTPSConnection(
                self._host,
                self._port,
                timeout=self._timeout,
                context=ssl.create_default_context(),
            )
        return http.client.HTTPConnection(self._host, self._port, timeout=self._timeout)


def _document(question: PolicyInput) -> dict[str, object]:
    resource = question.resource
    return {
        "subject": {"user_id": question.subject.user_id, "role": question.subject.role},
        "tenant_id": question.tenant_id,
        "action": question.action,
        "resource": {
            "type": resource.type,
            "id": resource.id,
            "tenant_id": resource.tenant_id,
            "attributes": dict(resource.attributes),
        },
        "environment": dict(question.environment),
    }
