"""Health, metrics and the admin page, as an ASGI application.

The page has no login: it is for loopback, and guards against what a browser on the same machine
could be made to do (a foreign ``Host``, a form of another site).
"""

import asyncio
import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, Final, Protocol

import grpc

from spanveil.gateway._errors import PayloadError
from spanveil.gateway._receive_http import Body, ClientGone, Receive, Scope, Send
from spanveil.gateway._stats import Series, exposition

_MAX_PREVIEW: Final = 1024 * 1024
_TIMEOUT: Final = 10.0
_ASSETS: Final = {
    "/": ("admin.html", "text/html; charset=utf-8"),
    "/admin.js": ("admin.js", "text/javascript; charset=utf-8"),
    "/admin.css": ("admin.css", "text/css; charset=utf-8"),
    "/admin.svg": ("admin.svg", "image/svg+xml"),
}
_POLICY: Final = (
    b"default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
    b"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS: Final = (
    (b"content-security-policy", _POLICY),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
)


class Source(Protocol):
    """What the page shows."""

    def snapshot(self) -> Mapping[Series, float]:
        """Return all series."""

    def not_ready(self) -> str:
        """Return why the gateway is not ready, ``""`` if it is."""

    def state(self) -> dict[str, Any]:
        """Return the configuration's outline."""

    def preview(self, sink: str, signal: str, payload: bytes) -> dict[str, Any]:
        """Redact a payload, and tell what happened."""


class Admin:
    """Serve ``/livez``, ``/readyz``, ``/metrics`` and the page.

    Args:
        source: What to show.
        is_public: The address is not loopback: no preview then, and any ``Host`` is right.
    """

    def __init__(self, source: Source, *, is_public: bool = False) -> None:
        self._source = source
        self._is_public = is_public

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        try:
            code, content_type, body = await self._answer(scope, receive)
        except (ClientGone, TimeoutError):
            return
        except PayloadError as error:
            code, content_type, body = error.status, "text/plain", error.reason.encode()
        headers = [
            (b"content-type", content_type.encode()),
            (b"content-length", str(len(body)).encode()),
            *_HEADERS,
        ]
        if code >= 400:
            headers.append((b"connection", b"close"))
        await send({"type": "http.response.start", "status": code, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    async def _answer(self, scope: Scope, receive: Receive) -> tuple[int, str, bytes]:
        headers = {name.lower(): value.decode("latin-1") for name, value in scope["headers"]}
        path, method = scope["path"], scope["method"]
        if path == "/api/preview" and method == "POST" and not self._is_public:
            # spanveil: allow[SV103] a foreign page is refused; nothing here grants
            self._refuse_foreign(headers)
            if not headers.get(b"content-type", "").startswith("application/json"):
                return 415, "text/plain", b"expected application/json"
            return await self._preview(receive)
        if method not in ("GET", "HEAD"):
            return 405, "text/plain", b"expected GET"
        if path == "/livez":
            return 200, "text/plain", b"alive"
        if path == "/readyz":
            reason = self._source.not_ready()
            return (503, "text/plain", reason.encode()) if reason else (200, "text/plain", b"ready")
        if path == "/metrics":
            text = exposition(self._source.snapshot())
            return 200, "text/plain; version=0.0.4; charset=utf-8", text.encode()
        # spanveil: allow[SV103] a foreign page is refused; nothing here grants
        self._refuse_foreign(headers)
        if path == "/api/state":
            return 200, "application/json", self._state()
        if path in _ASSETS:
            name, content_type = _ASSETS[path]
            data = (files("spanveil.gateway") / "static" / name).read_bytes()
            return 200, content_type, data
        return 404, "text/plain", b"no such page"

    def _refuse_foreign(self, headers: dict[bytes, str]) -> None:
        # A page of elsewhere can reach loopback under a name of its own (DNS rebinding).
        host = headers.get(b"host", "").rpartition(":")[0].strip("[]")
        # spanveil: allow[SV103] a foreign page is refused; nothing here grants
        if not self._is_public and host not in ("127.0.0.1", "localhost", "::1"):
            raise PayloadError(grpc.StatusCode.PERMISSION_DENIED, "expected a loopback Host")

    def _state(self) -> bytes:
        series = [
            {"name": name, "labels": dict(labels), "value": value}
            for (name, labels), value in sorted(self._source.snapshot().items())
        ]
        document = {
            **self._source.state(),
            "not_ready": self._source.not_ready(),
            "has_preview": not self._is_public,
            "series": series,
        }
        return json.dumps(document).encode()

    async def _preview(self, receive: Receive) -> tuple[int, str, bytes]:
        data = Body(receive)
        try:
            async with asyncio.timeout(_TIMEOUT):
                body = await data.read(_MAX_PREVIEW)
        except PayloadError:
            await data.discard(16 * _MAX_PREVIEW, _TIMEOUT)
            raise
        try:
            document = json.loads(body)
            sink, signal = str(document["sink"]), str(document["signal"])
            payload = str(document["payload"]).encode()
        except (ValueError, KeyError, TypeError, RecursionError):
            return 400, "text/plain", b"expected sink, signal and payload"
        result = await asyncio.to_thread(self._source.preview, sink, signal, payload)
        return 200, "application/json", json.dumps(result).encode()
