"""The ways in which services run: greenlets, a job queue, threads that carry, prefork, ASGI.

Each runs in a process of its own with the real packages. Where the tenant is lost the span is
unscoped; it never has another tenant's tag.
"""

import base64
import json
import os
import secrets
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path

import pytest
from opentelemetry.proto.trace.v1.trace_pb2 import Span

from spanveil.context import KeyRing
from tests.ports import free_port
from tests.processors.receivers import Received, attributes

KEYS = f"k1:{base64.b64encode(secrets.token_bytes(32)).decode()}"
TAGS = {name: KeyRing.from_text(KEYS).tag(name).text for name in ("acme", "globex")}
SECRET = "qwbzrtkxplmn"
PRELUDE = """
import json, sys
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from spanveil.context import ContextResolver, Membership, VerifiedClaims, bind
from spanveil.processors import protect

class Sessions:
    def verify(self, credential):
        return VerifiedClaims(user_id=credential)

resolver = ContextResolver(Sessions(), lambda user: [Membership(user, "member")])
protect()
memory = InMemorySpanExporter()
provider = TracerProvider()
provider.add_span_processor(SimpleSpanProcessor(memory))
trace.set_tracer_provider(provider)
tracer = trace.get_tracer("t")

def work(name):
    tracer.start_span(name).end()

def report():
    spans = memory.get_finished_spans()
    print(json.dumps([(span.name, span.attributes["spanveil.tenant"]) for span in spans]))
"""
GEVENT = (
    """
from gevent import monkey
monkey.patch_all()
import gevent, threading
from gevent.pool import Pool
"""
    + PRELUDE
    + """
def request(tenant):
    for _ in range(20):
        with bind(resolver.resolve(tenant)):
            gevent.sleep(0)
            span = tracer.start_span(tenant)
            gevent.sleep(0)
        span.end()
        work("after")

tenants = ("acme", "globex") * 5
gevent.joinall([gevent.spawn(request, tenant) for tenant in tenants], raise_error=True)
with bind(resolver.resolve("acme")):
    gevent.spawn(work, "after").get()
    Pool(1).apply(work, ("after",))
    thread = threading.Thread(target=work, args=("after",))
    thread.start(); thread.join()
report()
"""
)
THREADS = (
    PRELUDE
    + """
import threading
from concurrent.futures import ThreadPoolExecutor
from opentelemetry.instrumentation.threading import ThreadingInstrumentor
ThreadingInstrumentor().instrument()
pool = ThreadPoolExecutor(1)
started, go = threading.Event(), threading.Event()

def late():
    work("acme")
    started.set()
    go.wait(60)
    work("after")

for tenant in ("acme", "globex", "acme"):
    with bind(resolver.resolve(tenant)):
        pool.submit(work, tenant).result()
        thread = threading.Thread(target=work, args=(tenant,))
        thread.start(); thread.join()
pool.submit(work, "after").result()
with bind(resolver.resolve("acme")):
    thread = threading.Thread(target=late)
    thread.start(); started.wait(60)
go.set(); thread.join()
report()
"""
)
CELERY = (
    PRELUDE
    + """
from celery import Celery
from celery.contrib.testing.worker import start_worker
from opentelemetry.instrumentation.celery import CeleryInstrumentor
app = Celery("t", broker="memory://", backend="cache+memory://")
CeleryInstrumentor().instrument()

@app.task(name="job")
def job(tenant=None):
    if tenant is None:
        work("unbound")
    else:
        with bind(resolver.resolve(tenant)):
            work(tenant)

with start_worker(app, pool=sys.argv[1], concurrency=2, perform_ping_check=False):
    for number in range(6):
        with bind(resolver.resolve("acme")):
            results = [job.delay(), job.delay("globex"), job.delay("acme"), job.delay()]
        for result in results:
            result.get(timeout=120)
report()
"""
)
FASTAPI = (
    PRELUDE
    + """
from fastapi import BackgroundTasks, FastAPI
from fastapi.responses import StreamingResponse
from opentelemetry.instrumentation.fastapi import FastAPIInstrumentor
from starlette.testclient import TestClient

class Authenticated:
    def __init__(self, app):
        self.app = app
    async def __call__(self, scope, receive, send):
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        tenant = dict(scope["headers"])[b"x-session"].decode()
        with bind(resolver.resolve(tenant)):
            await self.app(scope, receive, send)

app = FastAPI()
app.add_middleware(Authenticated)
FastAPIInstrumentor.instrument_app(app)

@app.get("/sync/{tenant}")
def sync(tenant: str, later: BackgroundTasks):
    work(tenant)
    later.add_task(work, tenant)
    def body():
        work(tenant)
        yield "a"
        work(tenant)
    return StreamingResponse(body(), background=later)

@app.get("/async/{tenant}")
async def asynchronous(tenant: str, later: BackgroundTasks):
    work(tenant)
    later.add_task(work, tenant)
    async def body():
        work(tenant)
        yield "a"
        work(tenant)
    return StreamingResponse(body(), background=later)

client = TestClient(app)
for tenant in ("acme", "globex") * 3:
    for kind in ("sync", "async"):
        assert client.get(f"/{kind}/{tenant}", headers={"x-session": tenant}).text == "a"
work("after")
report()
"""
)
BATCHED = (
    """
import os
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.trace.export import BatchSpanProcessor
"""
    + PRELUDE.replace("SimpleSpanProcessor(memory)", "BatchSpanProcessor(exporter)").replace(
        "provider = ", "exporter = OTLPSpanExporter(os.environ['SINK'] + '/v1/traces')\nprovider = "
    )
    + """
def request(tenant):
    with bind(resolver.resolve(tenant)), tracer.start_as_current_span(tenant) as span:
        span.set_attribute("note", f"my doctor is {os.environ['SECRET']} since last year")
"""
)
WSGI = (
    BATCHED
    + """
from opentelemetry.instrumentation.wsgi import OpenTelemetryMiddleware

def respond(environ, start_response):
    request(environ["HTTP_X_SESSION"])
    start_response("200 OK", [])
    return [str(os.getpid()).encode()]

application = OpenTelemetryMiddleware(respond)
"""
)
TASKS = (
    BATCHED
    + """
from celery import Celery
from opentelemetry.instrumentation.celery import CeleryInstrumentor

folder = os.environ["BROKER"]
app = Celery("tasks", broker="filesystem://")
app.conf.broker_transport_options = {"data_folder_in": folder, "data_folder_out": folder}
CeleryInstrumentor().instrument()

@app.task(name="job")
def job(tenant):
    request(tenant)
    with open("pids", "a") as pids:
        print(os.getpid(), file=pids)
"""
)
SEND = """
from tasks import bind, job, resolver
for number in range(20):
    with bind(resolver.resolve("acme")):
        job.delay(("acme", "globex")[number % 2])
"""


def environment(**more: str) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "SPANVEIL_TAG_KEYS": KEYS, **more}


def spans_of(package: str, program: str, *args: str) -> list[tuple[str, str]]:
    """Run a program, and return the name and the tag of each of its spans."""
    if find_spec(package.split(".")[0]) is None or find_spec(package) is None:
        pytest.skip(f"runs where {package} is installed")
    done = subprocess.run(
        [sys.executable, "-c", program, *args],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return [(name, tag) for name, tag in json.loads(done.stdout.splitlines()[-1])]


def test_greenlets() -> None:
    spans = spans_of("gevent", GEVENT)
    assert len(spans) == 403
    for name, tag in spans:
        assert tag == ("unscoped" if name == "after" else TAGS[name])


def test_threads_under_the_threading_instrumentation() -> None:
    spans = spans_of("opentelemetry.instrumentation.threading", THREADS)
    assert [name for name, _ in spans].count("after") == 2
    for name, tag in spans:
        assert tag == ("unscoped" if name == "after" else TAGS[name])


@pytest.mark.parametrize("pool", ["solo", "threads"])
def test_a_celery_worker(pool: str) -> None:
    """A broker carries no identity: a task is whose it says after its own verification."""
    spans = spans_of("celery", CELERY, pool)
    names = [name for name, _ in spans]
    assert (names.count("acme"), names.count("globex"), names.count("unbound")) == (6, 6, 12)
    for name, tag in spans:
        if name in TAGS:
            assert tag == TAGS[name]
        elif name == "unbound" or "run" in name:
            assert tag == "unscoped"


def test_background_tasks_and_streaming_bodies() -> None:
    spans = spans_of("fastapi", FASTAPI)
    assert [name for name, _ in spans].count("acme") == 24
    for name, tag in spans:
        if name in TAGS:
            assert tag == TAGS[name]
    assert ("after", "unscoped") in spans


@pytest.mark.skipif(find_spec("gunicorn") is None, reason="runs where gunicorn is installed")
@pytest.mark.parametrize("preload", [True, False])
def test_gunicorn(preload: bool, tmp_path: Path, otlp_http: Received) -> None:
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "-w", "2", "-b", f"127.0.0.1:{port}"]
    command += [*(["--preload"] if preload else []), "service:application"]
    serve(command, port, tmp_path, otlp_http)
    assert_kept_apart(otlp_http, at_least=20)


@pytest.mark.skipif(find_spec("pyuwsgi") is None, reason="runs where pyuwsgi is installed")
@pytest.mark.parametrize("option", ["--lazy-apps", "--py-call-osafterfork"])
def test_uwsgi(option: str, tmp_path: Path, otlp_http: Received) -> None:
    """Loaded in each worker, or once before the fork and with Python's fork hooks."""
    port = free_port()
    command = [str(Path(sys.executable).with_name("uwsgi")), "--http-socket", f"127.0.0.1:{port}"]
    command += ["--master", "--processes", "2", "--die-on-term", "--need-app", "--enable-threads"]
    serve([*command, "--module", "service", option], port, tmp_path, otlp_http, waits_for=20)
    assert_kept_apart(otlp_http, at_least=20)


@pytest.mark.skipif(find_spec("pyuwsgi") is None, reason="runs where pyuwsgi is installed")
def test_uwsgi_as_it_comes(tmp_path: Path, otlp_http: Received) -> None:
    """Without its options for threads and forks the SDK itself may lose spans; none is raw."""
    port = free_port()
    command = [str(Path(sys.executable).with_name("uwsgi")), "--http-socket", f"127.0.0.1:{port}"]
    command += ["--master", "--processes", "2", "--die-on-term", "--need-app"]
    serve([*command, "--module", "service"], port, tmp_path, otlp_http)
    assert_kept_apart(otlp_http, at_least=0)


@pytest.mark.skipif(find_spec("celery") is None, reason="runs where celery is installed")
def test_celerys_prefork_pool(tmp_path: Path, otlp_http: Received) -> None:
    """The guard is set up before the pool forks; a broker that is a folder, with a real worker."""
    (tmp_path / "tasks.py").write_text(TASKS)
    (tmp_path / "broker").mkdir()
    more = environment_of(otlp_http, BROKER=str(tmp_path / "broker"))
    subprocess.run([sys.executable, "-c", SEND], cwd=tmp_path, env=more, timeout=300, check=True)
    command = [sys.executable, "-m", "celery", "-A", "tasks", "worker", "--pool", "prefork"]
    command += ["--concurrency", "2", "--without-gossip", "--without-mingle"]
    with running(command, tmp_path, more) as worker:
        wait_for(lambda: len(of_tenants(otlp_http)) >= 20, worker)
    assert_kept_apart(otlp_http, at_least=20)
    assert str(worker.pid) not in (tmp_path / "pids").read_text().split()
    spans_of_tasks = [span for span in otlp_http.spans if span.name == "run/job"]
    assert len(spans_of_tasks) == 20
    assert {attributes(span)["spanveil.tenant"] for span in spans_of_tasks} == {"unscoped"}


def serve(command: list[str], port: int, folder: Path, sink: Received, waits_for: int = 0) -> None:
    """Run a server of the WSGI application, ask it for two tenants, and end it."""
    (folder / "service.py").write_text(WSGI)
    with running(command, folder, environment_of(sink)) as server:
        wait_for(lambda: answers(port), server)
        for tenant in ("acme", "globex") * 10:
            ask(port, tenant)
        wait_for(lambda: len(of_tenants(sink)) >= waits_for, server)


def assert_kept_apart(sink: Received, at_least: int) -> None:
    spans = of_tenants(sink)
    assert len(spans) >= at_least
    for span in spans:
        assert attributes(span)["spanveil.tenant"] == TAGS[span.name]
    assert SECRET.encode() not in sink.wire


def of_tenants(sink: Received) -> list[Span]:
    return [span for span in sink.spans if span.name in TAGS]


def environment_of(sink: Received, **more: str) -> dict[str, str]:
    return environment(SINK=sink.endpoint, SECRET=SECRET, OTEL_BSP_SCHEDULE_DELAY="100", **more)


@contextmanager
def running(
    command: list[str], folder: Path, variables: dict[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a server until the block ends; its words are in the file ``log`` of the folder."""
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(command, cwd=folder, env=variables, stdout=log, stderr=log)
        try:
            yield server
        finally:
            server.terminate()
            server.wait(timeout=300)


def ask(port: int, tenant: str) -> bytes:
    request = urllib.request.Request(f"http://127.0.0.1:{port}/", headers={"x-session": tenant})
    with urllib.request.urlopen(request, timeout=60) as response:  # noqa: S310
        body: bytes = response.read()
    return body


def answers(port: int) -> bool:
    with suppress(OSError):
        ask(port, "acme")
        return True
    return False


def wait_for(condition: Callable[[], bool], server: subprocess.Popen[bytes]) -> None:
    for _ in range(1_800):
        if condition():
            return
        assert server.poll() is None, "the server ended"
        time.sleep(0.1)
    raise AssertionError("it did not happen in 180 seconds")
