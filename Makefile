# What a clone needs is Python 3.11 or newer, make and pip. `make demo` and `make test` do everything else.
PYTHON ?= python3
VENV ?= .venv
OUT ?= out
BIN := $(VENV)/bin
RUN := $(BIN)/delibgraph

.PHONY: demo test check bench schema lock clean
.DELETE_ON_ERROR:

## demo: install, build examples/, show proxies, money and findings, draw the graph
demo: $(VENV)/.installed
	$(RUN) build examples --out $(OUT)
	@echo; echo "Who holds proxies for whom"; echo
	$(RUN) proxies $(OUT)
	@echo; echo "Who was granted what"; echo
	$(RUN) funding $(OUT)
	@echo; echo "Findings"; echo
	$(RUN) validate $(OUT)
	@echo
	$(RUN) view $(OUT) proxies --out $(OUT)/proxies.html
	@echo; echo "Open $(OUT)/proxies.html in a browser to see the proxy graph,"
	@echo "or look through everything: $(RUN) serve $(OUT)"

## test: install with the development tools, run all tests
test: $(VENV)/.developed $(VENV)/.oracle
	$(BIN)/python -m pytest -n 2 --dist loadgroup $(PYTEST_ARGS)

## check: lint and types
check: $(VENV)/.developed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

## bench: the benchmarks, each a ratio against a peer in one run
bench: $(VENV)/.developed
	$(BIN)/python -m benchmarks

## schema: write the published JSON Schema of the facts
schema: $(VENV)/.developed
	$(BIN)/python -c 'import json; from delibgraph.facts import json_schema; \
	  print(json.dumps(json_schema(), indent=2, ensure_ascii=False))' > docs/facts.schema.json

## lock: renew the locked development environment
lock: $(VENV)/.developed
	$(BIN)/pip-compile --quiet --strip-extras --extra all --extra dev --no-emit-index-url --no-emit-trusted-host \
	  --no-emit-find-links --no-header --upgrade --output-file requirements-dev.txt pyproject.toml

$(VENV)/.created:
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.created pyproject.toml requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements-dev.txt --editable '.[all]'
	@touch $@

$(VENV)/.developed: $(VENV)/.created pyproject.toml requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements-dev.txt --editable '.[all,dev]'
	@touch $@ $(VENV)/.installed

# The national validator pins old versions of much, so it has an environment of its own.
$(VENV)/.oracle: $(VENV)/.created requirements-oracle.txt
	$(PYTHON) -m venv $(VENV)/oracle
	$(VENV)/oracle/bin/python -m pip install --quiet --disable-pip-version-check --requirement requirements-oracle.txt
	@touch $@

clean:
	rm -rf $(VENV) $(OUT) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
