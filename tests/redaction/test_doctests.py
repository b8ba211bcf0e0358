"""The examples in the engine's and the configuration's docstrings."""

import doctest
import importlib
import pkgutil

import pytest

import spanveil.config
import spanveil.redaction

MODULES = [
    module.name
    for package in (spanveil.config, spanveil.redaction)
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + ".")
]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
