# Two commands: `make demo` runs the main job end to end, `make test` passes the tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test test-floor test-newest test-vendors lint clean

demo: $(VENV)/.installed
	$(BIN)/python -m examples.demo $(DEMO_ARGS)

test: lint
	$(BIN)/python -m pytest

# The guard against OpenLIT, Traceloop and Logfire, which need an environment of their own.
test-vendors: $(VENV)/.installed $(VENV)-vendors/.installed
	$(BIN)/python -m pytest tests/processors/test_vendors.py

$(VENV)-vendors/.installed: pyproject.toml constraints-vendors.txt requirements-vendors.txt
	$(PYTHON) -m venv $(VENV)-vendors
	$(VENV)-vendors/bin/python -m pip install --quiet --disable-pip-version-check -c constraints-vendors.txt -r requirements-vendors.txt
	touch $@

# The guard with the oldest OpenTelemetry SDK that pyproject.toml allows; `make test` runs it with the pinned one.
test-floor: $(VENV)-floor/.installed
	$(VENV)-floor/bin/python -m pytest tests/processors

$(VENV)-floor/.installed: pyproject.toml constraints-floor.txt requirements-floor.txt
	$(PYTHON) -m venv $(VENV)-floor
	$(VENV)-floor/bin/python -m pip install --quiet --disable-pip-version-check -c constraints-floor.txt -r requirements-floor.txt
	touch $@

# The same with whatever is newest today: not in CI, where a release of others would turn it red.
test-newest:
	$(PYTHON) -m venv --clear $(VENV)-newest
	$(VENV)-newest/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-floor.txt opentelemetry-configuration
	$(VENV)-newest/bin/python -m pytest tests/processors

lint: $(VENV)/.installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# One environment for both: the demo's agent is part of the tests.
$(VENV)/.installed: pyproject.toml constraints.txt requirements-dev.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "spanveil needs Python 3.11 or newer; set PYTHON=...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -r requirements-dev.txt
	touch $@

clean:
	rm -rf $(VENV) $(VENV)-floor $(VENV)-newest $(VENV)-vendors out .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
