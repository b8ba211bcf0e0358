"""Which module gets which patch. Nothing of them is imported before the application does."""

from collections.abc import Callable
from typing import Any, Final

from spanveil.propagators.bodies._botocore import patch_botocore
from spanveil.propagators.bodies._mcp import patch_mcp, patch_mcp_dispatcher
from spanveil.propagators.bodies._model_api import patch_model_api
from spanveil.propagators.wire._aiohttp import patch_aiohttp
from spanveil.propagators.wire._grpc import patch_grpc, patch_grpc_aio
from spanveil.propagators.wire._grpc_server import patch_grpc_aio_server, patch_grpc_server
from spanveil.propagators.wire._http_client import patch_http_client, patch_urllib
from spanveil.propagators.wire._httpcore import patch_httpcore

Patch = Callable[[Any], None]

PATCHES: Final[dict[str, Patch]] = {
    "http.client": patch_http_client,
    "urllib.request": patch_urllib,
    **{
        f"{package}.{flavour}.{module}": patch_httpcore
        for package in ("httpcore", "httpcore2")
        for flavour in ("_sync", "_async")
        for module in ("http11", "http2")
    },
    "aiohttp.client_reqrep": patch_aiohttp,
    "grpc._channel": patch_grpc,
    "grpc.aio._call": patch_grpc_aio,
    "grpc._server": patch_grpc_server,
    "grpc.aio._server": patch_grpc_aio_server,
    "openai._base_client": patch_model_api,
    "anthropic._base_client": patch_model_api,
    "mcp.client.streamable_http": patch_mcp,
    "mcp.shared.jsonrpc_dispatcher": patch_mcp_dispatcher,
    "botocore.client": patch_botocore,
}
