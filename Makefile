# make site | serve | headers | test | audit | bench | golden | lock. Needs Python 3.11 or later, git and make.
PYTHON ?= python3
BIN := .venv/bin
NPM_CI := PATH="$$PATH:$(CURDIR)/$(BIN)" npm ci --ignore-scripts --silent
export NO_MKDOCS_2_WARNING := 1

.PHONY: site serve headers test audit bench golden lock format

site: .venv/installed node_modules/installed
	$(BIN)/python -m hooks.publishing

serve: .venv/installed node_modules/installed
	$(BIN)/python -m mkdocs serve --livereload --dev-addr 127.0.0.1:8000

# What a server must be told, in server/: docs/pubblicare.md
headers: site
	$(BIN)/python -m hooks.headers site server

test: .venv/installed-dev node_modules/installed-dev site
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	CHROMIUM="$$($(BIN)/python tests/browser/chromium.py)" $(BIN)/python -m pytest -n auto

# Lighthouse, axe, vnu, weight and contrast of the site as a body would publish it.
audit: .venv/installed-dev node_modules/installed-dev tests/audit/node_modules/installed
	PATH="$$PATH:$(CURDIR)/$(BIN)" $(BIN)/python -m tests.audit

# N="1000 10000" for several numbers of records; BENCH=… for other options of `python -m tests.bench`.
bench: .venv/installed-bench node_modules/installed
	$(BIN)/python -m tests.bench $(or $(N),1000) $(BENCH)

# Rewrites what the tests expect of the small site in tests/site: look at the diff before committing.
golden: .venv/installed-dev
	UPDATE_GOLDEN=1 $(BIN)/python -m pytest -q tests/test_golden.py

format: .venv/installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: .venv/installed
	$(BIN)/python -m pip install -q uv
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-annotate --no-header pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-annotate --no-header pyproject.toml --group dev -o requirements-dev.txt
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-annotate --no-header pyproject.toml --group bench -o requirements-bench.txt
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-annotate --no-header --group node -o requirements-node.txt

.venv/installed: requirements.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.txt
	@touch $@

.venv/installed-dev: .venv/installed requirements-dev.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes --only-binary :all: -r requirements-dev.txt
	@touch $@

.venv/installed-bench: .venv/installed requirements-bench.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes --only-binary :all: -r requirements-bench.txt
	@touch $@

# The npm on the PATH, or else the one that PyPI has.
node_modules/installed: package.json package-lock.json .npmrc requirements-node.txt | .venv/installed
	@command -v npm >/dev/null || $(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes --only-binary :all: -r requirements-node.txt
	$(NPM_CI) --omit=dev
	@touch $@

node_modules/installed-dev: node_modules/installed
	$(NPM_CI)
	@touch $< $@

tests/audit/node_modules/installed: tests/audit/package.json tests/audit/package-lock.json | node_modules/installed
	$(NPM_CI) --prefix tests/audit
	@touch $@
