"""Flows of telemetry into decisions, and code that only looks like one. Sources for the lint.

Each is a small project: file name and text. `docs/authorization.md` has a row for each, and a test
holds the rows to what the lint finds.
"""

from typing import Final

Project = dict[str, str]

BAD: Final[dict[str, Project]] = {
    "baggage is an argument of a decision": {
        "app.py": """
from opentelemetry import baggage

def read(document):
    tenant = baggage.get_baggage("tenant_id")
    return is_allowed(tenant, "read", document)
"""
    },
    "baggage selects the tenant of a query": {
        "app.py": """
from opentelemetry.baggage import get_baggage as read_bag

def documents(session):
    return session.query(Document).filter_by(tenant_id=str(read_bag("tenant")))
"""
    },
    "a span attribute is compared with the owner": {
        "app.py": """
from opentelemetry import trace

def document(store, document_id):
    span = trace.get_current_span()
    found = store.get(document_id)
    if found.tenant_id == span.attributes["tenant_id"]:
        return found
    return None
"""
    },
    "a header goes into SQL": {
        "app.py": """
async def invoices(request, pool):
    tenant = request.headers.get("x-tenant-id", "")
    return await pool.fetch("SELECT * FROM invoices WHERE tenant_id = $1", tenant.strip())
"""
    },
    "a branch on baggage refuses": {
        "app.py": """
from opentelemetry import baggage

def handle(request):
    if baggage.get_baggage("role") != "admin":
        raise PermissionError("admins only")
    return delete_everything()
"""
    },
    "a decision function reads a header itself": {
        "app.py": """
def can_delete(user, request):
    return user.active and request.headers["x-role"] == "admin"
"""
    },
    "through a helper in the same file": {
        "app.py": """
from opentelemetry import baggage

def _tenant():
    value = baggage.get_baggage("tenant_id")
    return str(value).lower()

def read(document):
    authorize(_tenant(), document)
"""
    },
    "through helpers in other files": {
        "telemetry/ambient.py": """
from opentelemetry import baggage

def ambient(name):
    return baggage.get_all().get(name)
""",
        "common.py": """
from telemetry import ambient

def caller():
    return ambient.ambient("user_id")
""",
        "api.py": """
from common import caller

def remove(document):
    if not has_permission(caller(), "remove", document):
        return 404
    return 204
""",
    },
    "through an attribute of the instance": {
        "app.py": """
class Handler:
    def prepare(self, request):
        self.selected = request.headers["x-tenant"]

    def documents(self, store):
        return store.search(tenant_id=self.selected)
"""
    },
    "trace state picks a role from a table": {
        "app.py": """
from opentelemetry import trace

ROLES = {"gold": "admin"}

def act(action):
    state = trace.get_current_span().get_span_context().trace_state
    enforce(ROLES[state.get("tier")], action)
"""
    },
    "an extracted carrier becomes the request's identity": {
        "app.py": """
from opentelemetry import context, propagate

def middleware(request, call_next):
    ambient = propagate.extract(dict(request.items))
    request.state.tenant_id = context.get_value("tenant", ambient)
    return call_next(request)
"""
    },
    "by reflection with constant names": {
        "app.py": """
import importlib

bag = importlib.import_module("opentelemetry.baggage")

def act(resource):
    reader = getattr(bag, "get_baggage")
    check_access(reader("user"), resource)
"""
    },
    "through a context variable": {
        "app.py": """
from contextvars import ContextVar
from opentelemetry import baggage

tenant_var = ContextVar("tenant")

def middleware(app):
    tenant_var.set(baggage.get_baggage("tenant"))
    return app()

def documents(store):
    return store.list(tenant_id=tenant_var.get())
"""
    },
    "a FastAPI header parameter": {
        "app.py": """
from typing import Annotated
from fastapi import Header

async def read(item: str, x_role: Annotated[str, Header()] = "guest"):
    if not can_read(x_role, item):
        raise NotFound
    return item
"""
    },
    "a FastAPI dependency": {
        "dependencies.py": """
async def wanted_tenant(request):
    return request.headers["x-tenant"].lower()
""",
        "app.py": """
from dependencies import wanted_tenant
from fastapi import Depends

@app.get("/documents")
async def documents(tenant: str = Depends(wanted_tenant)):
    return await store.list(tenant_id=tenant)
""",
    },
    "a FastAPI dependency that yields": {
        "app.py": """
from typing import Annotated
from fastapi import Depends
from opentelemetry import baggage

def caller():
    yield baggage.get_baggage("user")

async def remove(document: str, user: Annotated[str, Depends(caller)]):
    require_permission(user, "remove", document)
"""
    },
    "headers by getattr": {
        "app.py": """
def act(request, resource):
    headers = getattr(request, "headers", {})
    check_role(headers.get("x-role"), resource)
"""
    },
    "gRPC metadata": {
        "app.py": """
class Servicer:
    def Delete(self, request, context):
        metadata = dict(context.invocation_metadata())
        require_role(metadata["role"], "admin")
        return remove(request.name)
"""
    },
    "a variable set under a branch": {
        "app.py": """
from opentelemetry import baggage

def act(resource):
    role = "viewer"
    if baggage.get_baggage("support-session"):
        role = "admin"
    authorize(role, resource)
"""
    },
    "as the argument of a function that decides": {
        "store.py": """
def load(name, owner):
    return DATABASE.find(name, tenant_id=owner)
""",
        "app.py": """
from opentelemetry import baggage
from store import load

def show(name):
    return load(name, owner=baggage.get_baggage("tenant"))
""",
    },
    "through a format string and JSON": {
        "app.py": """
import json
from opentelemetry import baggage

def act(resource):
    packed = json.dumps({"who": f"user:{baggage.get_baggage('user')}"})
    subject = json.loads(packed)["who"].removeprefix("user:")
    return is_authorized(subject, resource)
"""
    },
    "a comprehension keeps what telemetry names": {
        "app.py": """
def documents(request, everything):
    tenant = request.META["HTTP_X_TENANT"]
    return [document for document in everything if document.tenant_id == tenant]
"""
    },
    "a decorator checks a header": {
        "app.py": """
import functools

def admin_only(view):
    @functools.wraps(view)
    def wrapper(request, *args):
        if request.headers.get("x-is-admin") != "1":
            abort(403)
        return view(request, *args)
    return wrapper
"""
    },
    "the headers of a job": {
        "tasks.py": """
@app.task(bind=True)
def export(self, document_id):
    tenant = self.request.headers["tenant_id"]
    return write(documents.get(document_id, tenant_id=tenant))
"""
    },
    "the metadata of a tool call": {
        "server.py": """
async def call_tool(name, arguments, params):
    user = params["_meta"]["user"]
    if await is_permitted(user, name):
        return await run(name, arguments)
    return "denied"
"""
    },
    "a policy module imports telemetry": {
        "policies/documents.py": """
from opentelemetry import baggage
from myapp.rules import read_rule
"""
    },
    "a rule of the policy engine looks around": {
        "app.py": """
from opentelemetry import trace
from spanveil.context.engines import RuleEngine

def readable(question):
    span = trace.get_current_span()
    return bool(span.attributes.get("beta"))

ENGINE = RuleEngine({"document.read": readable})
"""
    },
    "a tag from the wire": {
        "app.py": """
from spanveil.context import TenantTag

def documents(message, index):
    tag = TenantTag.parse(message.body["tenant"])
    return index.search(tenant_id=LOOKUP[tag])
"""
    },
    "a match statement on trace state": {
        "app.py": """
def handle(span_context, action):
    match span_context.trace_state.get("tier"):
        case "internal":
            return action()
        case _:
            raise Forbidden
"""
    },
    "through a queue within the file": {
        "app.py": """
PENDING = []

def receive(message):
    PENDING.append(message.headers["tenant"])

def work(store):
    for tenant in PENDING:
        store.purge(tenant_id=tenant)
"""
    },
}

# Known misses: the reason is part of the documentation.
MISSED: Final[dict[str, tuple[Project, str]]] = {
    "through a store outside the program": (
        {
            "app.py": """
from opentelemetry import baggage

def save(cache):
    cache.write("tenant", baggage.get_baggage("tenant"))

def load(other_cache, store):
    return store.list(tenant_id=other_cache.read("tenant"))
"""
        },
        "what is written to a database, cache or file is not linked with what is read from it",
    ),
    "a callback that the lint cannot name": (
        {
            "app.py": """
from opentelemetry import baggage

def with_tenant(then):
    return then(baggage.get_baggage("tenant"))

def handle(store):
    return with_tenant(lambda found: store.list(tenant_id=found))
"""
        },
        "a function passed as an argument is not linked with the call of the parameter",
    ),
    "names that are computed": (
        {
            "app.py": """
import opentelemetry

def act(resource, which):
    bag = getattr(opentelemetry, which)
    return is_allowed(getattr(bag, "get_" + which)("user"), resource)
"""
        },
        "reflection with names that are not constants; in policy modules SV106 forbids the import",
    ),
    "a decision under an unknown name": (
        {
            "app.py": """
from opentelemetry import baggage

def handle(document):
    return gatekeeper_says_yes(baggage.get_baggage("user"), document)
"""
        },
        "decisions are known by name, or by `isolated`; add yours with `--decision NAME`",
    ),
    "an early return": (
        {
            "app.py": """
from opentelemetry import baggage

def handle(document):
    if baggage.get_baggage("role") != "admin":
        return None
    return document.delete()
"""
        },
        "what follows an early return depends on its test, and that is not tracked",
    ),
    "a method that several classes have": (
        {
            "app.py": """
from opentelemetry import baggage

class First:
    def fetch_for(self, name):
        return STORE.list(tenant_id=name)

class Second:
    def fetch_for(self, name):
        return []

def handle(source):
    return source.fetch_for(baggage.get_baggage("tenant"))
"""
        },
        "types are not inferred: a method is followed on `self`, or if one class alone has it",
    ),
}

BENIGN: Final[dict[str, Project]] = {
    "baggage is logged": {
        "app.py": """
import logging
from opentelemetry import baggage

def handle(request):
    logging.info("debug flag %s", baggage.get_baggage("debug"))
    return respond()
"""
    },
    "the verified tenant is written to a span": {
        "app.py": """
from opentelemetry import trace
from spanveil.context import require_tenant

def handle(document):
    context = require_tenant()
    trace.get_current_span().set_attribute("app.action", "read")
    return is_allowed(context.user_id, "read", document)
"""
    },
    "the credential of a header is verified": {
        "app.py": """
from spanveil.context import bind

def middleware(request, resolver, call_next):
    token = request.headers["authorization"].removeprefix("Bearer ")
    with bind(resolver.resolve(token)) as context:
        return call_next(request, tenant_id=context.tenant_id)
"""
    },
    "a header asks for one of the memberships": {
        "app.py": """
def middleware(request, resolver, call_next):
    wanted = request.headers.get("x-tenant")
    context = resolver.resolve(request.headers["authorization"], requested_tenant=wanted)
    return call_next(request, tenant_id=context.tenant_id)
"""
    },
    "a FastAPI dependency that resolves the caller": {
        "app.py": """
from typing import Annotated
from fastapi import Depends

def caller(request):
    return resolver.resolve(request.headers["authorization"], request.headers.get("x-tenant"))

async def documents(context: Annotated[RequestContext, Depends(caller)]):
    return await store.list(tenant_id=context.tenant_id)
"""
    },
    "a missing credential is refused": {
        "app.py": """
def middleware(request, call_next):
    if not request.headers.get("Authorization"):
        raise Unauthorized
    return call_next(request)
"""
    },
    "a branch on is_recording": {
        "app.py": """
from opentelemetry import trace

def authorize_read(user, document):
    span = trace.get_tracer("app").start_span("authorize")
    allowed = user.tenant_id == document.tenant_id
    if span.is_recording():
        span.set_attribute("allowed", allowed)
    span.end()
    return allowed
"""
    },
    "a span around a decision": {
        "app.py": """
from opentelemetry import trace

tracer = trace.get_tracer("app")

def handle(context, document):
    with tracer.start_as_current_span("authorize") as span:
        allowed = can_read(context.user_id, document)
        span.set_attribute("allowed", allowed)
    return allowed
"""
    },
    "content negotiation": {
        "app.py": """
def show(request, document):
    if request.headers.get("accept") == "application/json":
        return JSONResponse(document.data)
    return HTMLResponse(render(document))
"""
    },
    "a malformed request is refused": {
        "app.py": """
def upload(request):
    if request.headers.get("content-type") != "application/json":
        raise HTTPException(status_code=415)
    return store(request.body)
"""
    },
    "context is injected into an outgoing call": {
        "app.py": """
from opentelemetry import propagate

def call(client, url, context):
    headers = {"accept": "application/json"}
    propagate.inject(headers)
    return client.get(url, headers=headers, params={"q": context.locale})
"""
    },
    "an extracted parent for a span only": {
        "app.py": """
from opentelemetry import context, propagate, trace

def consume(message, resolver):
    parent = propagate.extract(message.properties)
    who = resolver.resolve(message.token)
    with trace.get_tracer("app").start_as_current_span("consume", context=parent):
        return process(message.body, tenant_id=who.tenant_id)
"""
    },
    "attributes of a resource in a decision": {
        "app.py": """
def can_read(question):
    return question.resource.attributes["public"] or question.subject.role == "admin"
"""
    },
    "headers of a response": {
        "app.py": """
def fetch(client, context, url):
    response = client.get(url)
    remaining = int(response.headers["x-ratelimit-remaining"])
    if remaining < 1:
        raise PermissionError("the quota of this API is used up")
    return documents.list(tenant_id=context.tenant_id)
"""
    },
    "sampling by baggage": {
        "app.py": """
from opentelemetry import baggage

class DebugSampler:
    def should_sample(self, parent, trace_id, name):
        if baggage.get_baggage("debug", parent) == "1":
            return RECORD_AND_SAMPLE
        return DROP
"""
    },
    "a conditional request by etag": {
        "app.py": """
def show(request, context, store):
    document = store.get(tenant_id=context.tenant_id, name=request.path)
    if request.headers.get("if-none-match") == document.etag:
        return Response(status_code=304)
    return Response(document.body)
"""
    },
    "a sealed context of a job": {
        "tasks.py": """
from spanveil.context import bind, open_sealed, require_tenant

def export(message, keys, membership, store):
    with bind(open_sealed(message.headers["envelope"], "export", keys=keys, membership=membership)):
        return store.list(tenant_id=require_tenant().tenant_id)
"""
    },
    "a variable that was telemetry and is not any more": {
        "app.py": """
from opentelemetry import baggage
from spanveil.context import require_tenant

def documents(store):
    tenant = baggage.get_baggage("tenant")
    print(tenant)
    tenant = require_tenant().tenant_id
    return store.list(tenant_id=tenant)
"""
    },
    "a parameter that only shares the name": {
        "app.py": """
def register(registry, carrier: ParcelService, document):
    registry.default = carrier
    return can_read(registry.default.owner, document)
"""
    },
    "a client's own headers": {
        "client.py": """
class Client:
    def __init__(self, token):
        self.headers = {"authorization": token}

    def can_connect(self, url):
        return ping(url, headers=self.headers)
"""
    },
}
