"""A RequestContext has one way in, does not change, and does not show what it holds."""

import copy
import dataclasses
import json
import pickle

import pydantic
import pytest

from spanveil.context import ContextResolver, MissingTenantContext, RequestContext


def test_there_is_no_constructor() -> None:
    with pytest.raises(TypeError, match="no constructor"):
        RequestContext(tenant_id="acme", user_id="alice", role="admin")
    with pytest.raises(TypeError, match="no constructor"):
        RequestContext("acme")


def test_a_context_cannot_be_changed_or_replaced(acme: RequestContext) -> None:
    with pytest.raises(AttributeError):
        acme.tenant_id = "globex"
    with pytest.raises(AttributeError):
        del acme.tenant_id
    with pytest.raises(AttributeError):
        acme.admin = True
    with pytest.raises(TypeError):
        dataclasses.replace(acme, tenant_id="globex")  # type: ignore[type-var]
    assert acme.tenant_id == "acme"


def test_a_request_body_model_cannot_hold_one() -> None:
    with pytest.raises(pydantic.errors.PydanticSchemaGenerationError):
        type("Body", (pydantic.BaseModel,), {"__annotations__": {"context": RequestContext}})


def test_even_a_permissive_model_does_not_build_one_from_data() -> None:
    class Body(pydantic.BaseModel):
        model_config = pydantic.ConfigDict(arbitrary_types_allowed=True, hide_input_in_errors=True)
        context: RequestContext

    body = {"context": {"tenant_id": "acme", "user_id": "alice", "role": "admin"}}
    with pytest.raises(pydantic.ValidationError):
        Body.model_validate(body)
    with pytest.raises(pydantic.ValidationError):
        Body.model_validate_json(json.dumps(body))


def test_it_cannot_be_pickled_and_copies_are_itself(acme: RequestContext) -> None:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        with pytest.raises(TypeError, match="seal"):
            pickle.dumps(acme, protocol)
    assert copy.copy(acme) is acme
    assert copy.deepcopy({"context": acme})["context"] is acme


def test_it_cannot_be_subclassed_into_something_bindable(acme: RequestContext) -> None:
    from spanveil.context import bind

    class Forged(RequestContext):  # type: ignore[misc]
        def __init__(self) -> None:
            pass

    with pytest.raises(TypeError, match="takes a RequestContext"):
        bind(Forged())
    with pytest.raises(TypeError, match="takes a RequestContext"):
        bind({"tenant_id": "acme"})  # type: ignore[arg-type]


def test_neither_repr_nor_format_shows_a_value(acme: RequestContext) -> None:
    for shown in (repr(acme), str(acme), f"{acme}", f"{[acme]}"):
        for field in ("tenant_id", "user_id", "role", "request_id"):
            assert getattr(acme, field) not in shown
    assert "tenant_id=<present>" in repr(acme)


def test_equality_is_by_value(acme: RequestContext, globex: RequestContext) -> None:
    assert acme == copy.copy(acme)
    assert acme != globex
    assert acme != "acme"
    assert len({acme, globex, acme}) == 2


def test_require_tenant(acme: RequestContext, resolver: ContextResolver, token: object) -> None:
    assert acme.require_tenant() == "acme"
    nobody = resolver.resolve(token("mallory"))  # type: ignore[operator]
    with pytest.raises(MissingTenantContext) as refused:
        nobody.require_tenant()
    assert isinstance(refused.value, PermissionError)
    assert "mallory" not in str(refused.value)
