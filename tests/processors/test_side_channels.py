"""Langfuse's media upload: what leaves past every processor, and that it is said."""

import base64
import gzip
import json
import subprocess
import sys
import threading
import uuid
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from typing import Any

import pytest

PROGRAM = """
import base64, logging, os, secrets, sys
os.environ["SPANVEIL_TAG_KEYS"] = "k1:" + base64.b64encode(secrets.token_bytes(32)).decode()
logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
from spanveil.processors import protect
protection = protect()
from langfuse import Langfuse
client = Langfuse(public_key=sys.argv[4], secret_key="sk-lf-x", base_url=sys.argv[1], flush_at=1)
picture = base64.b64encode(sys.argv[2].encode() * 20).decode()
with client.start_as_current_observation(name="call", input=f"data:image/png;base64,{picture}"):
    pass
client.create_score(name="helpful", value=1.0, trace_id="0" * 31 + "1", comment=sys.argv[3])
client.flush()
print(protection.counters.snapshot().get("events.side_channel", 0))
"""


@pytest.fixture
def langfuse_server() -> Iterator[tuple[str, dict[str, bytes]]]:
    """A server that answers as Langfuse does, and keeps what it gets by the first path parts."""
    received: dict[str, bytes] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            if self.headers.get("content-encoding") == "gzip":
                body = gzip.decompress(body)
            received[self.path] = received.get(self.path, b"") + body
            answer: dict[str, Any] = {}
            if self.path == "/api/public/media":
                digest = json.loads(body)["sha256Hash"]
                media_id = digest.replace("+", "-").replace("/", "_")[:22]
                answer = {"mediaId": media_id, "uploadUrl": f"{url}/bucket/{media_id}"}
            self.send_response(200)
            data = json.dumps(answer).encode()
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_PUT = do_PATCH = do_POST

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield url, received
    server.shutdown()
    server.server_close()
    thread.join(60)


@pytest.mark.skipif(find_spec("langfuse") is None, reason="runs where Langfuse is installed")
@pytest.mark.parametrize("enabled", [True, False])
def test_langfuses_media_leaves_past_the_guard_and_is_said(
    enabled: bool, langfuse_server: tuple[str, dict[str, bytes]]
) -> None:
    url, received = langfuse_server
    key = f"pk-lf-{uuid.uuid4()}"
    picture, comment = "qwbzrtkxplmn", "vkdfgtrwzxcb"
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, url, picture, f"the user {comment} said so", key],
        env={"PATH": "", "LANGFUSE_MEDIA_UPLOAD_ENABLED": str(enabled)},
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    uploaded = b"".join(body for path, body in received.items() if path.startswith("/bucket"))
    traces = b"".join(body for path, body in received.items() if path.endswith("/v1/traces"))
    assert b"langfuse-sdk" in traces, "its own spans pass its own filter"
    for encoded in (picture.encode(), base64.b64encode(picture.encode())):
        assert encoded not in traces
    # What it does, so that a release of theirs which stops doing it is noticed.
    assert (picture.encode() in uploaded) is enabled
    assert any(comment.encode() in body for path, body in received.items() if "scores" in path)
    assert done.stdout.split() == ["1" if enabled else "0"]
    said = "what the guard cannot redact leaves this process: Langfuse uploads media" in done.stderr
    assert said is enabled
    assert picture not in done.stderr + done.stdout
