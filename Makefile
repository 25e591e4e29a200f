# What a person does here: make demo, make test. Everything else serves these.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)
WORKERS := $(if $(NEO4J_URI),1,2)

ifeq ($(UV),)
create = $(PYTHON) -m venv $(VENV)
install = $(BIN)/python -m pip install --quiet --disable-pip-version-check
else
create = $(UV) venv --quiet --allow-existing --seed --python $(PYTHON) $(VENV)
install = $(UV) pip install --quiet --python $(BIN)/python
endif

.PHONY: help demo test test-slow test-all check check-browser format lock pictures reference wheel clean

help: ## what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

demo: $(VENV)/ready-to-use ## load the five articles and an invented world, and ask who recurs
	$(BIN)/crossprobe demo

test: $(VENV)/ready-to-work ## the tests, on the embedded engine and a real Neo4j (10 to 16 minutes)
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadscope -m "not slow"

test-slow: $(VENV)/ready-to-work ## the slow tests alone
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadscope -m slow

test-all: test test-slow ## all tests (up to 45 minutes)

check: $(VENV)/ready-to-work ## formatting, lint, types, and which room imports which
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@$(MAKE) --no-print-directory check-browser

check-browser: ## types, lint and tests of the page's browser code (needs Node 18 or newer)
ifeq ($(shell command -v npm 2>/dev/null),)
	@echo "NOT CHECKED: the page's browser code, because npm is not installed" >&2
	@test "$$CI" != true
else
	@$(MAKE) --no-print-directory node_modules/ready-to-check
	npm run --silent check
endif

node_modules/ready-to-check: package.json package-lock.json
	npm ci --silent --no-fund --no-audit
	@touch $@

format: $(VENV)/ready-to-work ## format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

reference: $(VENV)/ready-to-work ## write docs/reference from the model, the vocabularies, the queries and the commands
	$(BIN)/python -m crossprobe.reference docs/reference

pictures: $(VENV)/ready-to-work ## make the pictures of README and guide again (needs chromium)
	$(BIN)/python -m tests.visualise.openings docs/pictures

lock: $(VENV)/ready-to-work ## pin every dependency again, with hashes
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links pyproject.toml --all-extras --group dev -o requirements-dev.lock

wheel: $(VENV)/ready-to-work ## build the wheel
	$(BIN)/python -m build --wheel

clean: ## remove what was made here
	rm -rf $(VENV) node_modules dist crossprobe-demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(VENV)/ready-to-use: pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "crossprobe needs Python 3.11 or newer; try: make PYTHON=python3.12 demo" >&2; exit 1; }
	@$(create) || { echo "Python cannot make an environment: on Debian and Ubuntu install python3-venv first" >&2; exit 1; }
	$(install) --require-hashes -r requirements.lock
	$(install) --no-deps -e .
	@touch $@

$(VENV)/ready-to-work: $(VENV)/ready-to-use requirements-dev.lock
	$(install) --no-deps --require-hashes -r requirements-dev.lock
	@touch $@
