# The handbook's commands. `make serve` and `make test` do all their own set-up.
.DEFAULT_GOAL := help
.PHONY: help serve site test check browser bench schema lock setup setup-test clean

PORT ?= 8000
# The first Python that is new enough; .python-version makes pyenv and uv agree.
PYTHON ?= $(shell for p in python3 python3.13 python3.14 python3.12 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null && echo $$p && break; done)
RUN := .venv/bin/python
export PATH := $(CURDIR)/.venv/bin:$(PATH)
export PYTHONUTF8 := 1
export NO_MKDOCS_2_WARNING := 1

help:  ## Say what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

serve: site  ## Build the handbook and serve it on http://127.0.0.1:8000 (PORT= changes it)
	@rapidreview serve --port $(PORT)

site: setup  ## Build the handbook into site/
	@rapidreview build

test: setup-test  ## Run every test
	@rapidreview build
	@echo "Checking the code"
	@ruff check --quiet . && ruff format --check --quiet . && mypy
	@echo "Proving the checker"
	@rapidreview prove
	@echo "Running the tests"
	@$(RUN) -m pytest -n 2 --dist loadfile --timeout 300  # seconds: one that never ends fails, and the others run

check: setup-test  ## Check the code and the policies only
	@ruff check . && ruff format --check . && mypy && rapidreview lint

schema: setup  ## Write the JSON Schemas that editors use
	@rapidreview schema --write

bench: setup-test  ## Measure how fast Python starts in the browser (not a test)
	@$(RUN) -m bench.run

setup:
	@test -n "$(PYTHON)" || { echo "The handbook needs Python 3.12 or newer; none was found." >&2; exit 1; }
	@$(PYTHON) .ci/setup.py site

setup-test:
	@test -n "$(PYTHON)" || { echo "The handbook needs Python 3.12 or newer; none was found." >&2; exit 1; }
	@$(PYTHON) .ci/setup.py test

lock: setup-test  ## Renew the lists of pinned packages
	@command -v uv >/dev/null || $(RUN) -m pip install --quiet uv
	@for f in site test node; do uv pip compile -q --universal --python-version 3.12 \
		--generate-hashes --no-emit-index-url --no-emit-find-links --no-header .ci/$$f.in -o .ci/$$f.txt; done
	@npm install --package-lock-only

clean:  ## Remove everything that was built or installed
	@rm -rf .venv .make node_modules build site .site.new .site.old docs/assets/runtime
