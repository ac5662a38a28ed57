# make serve   build the site and serve it on http://127.0.0.1:8000 (PORT=8001 for another port)
# make test    run every test, in a real Chromium too
# make test-all  these and the slow ones: every case of every partnership
# make site    build only, into site/
# make offline  the site as one zip in dist/ that needs no server and no network
# make bench   measure how fast the site is, on a machine that does nothing else (ARGS="--only memory" for a part of it)
# make mutants  change the engine in thousands of places, one at a time, and see that a test notices (ARGS="helper.engine.workdays.*" for a part)
# make check   the quick checks: format, lint, types, procedures
# make audit   ask PyPI and npm whether a pinned package has a known weakness (status 0 clean, 1 found, 3 could not ask)
# make mend    let the formatters and linters mend what they can
# make trim    write again which of Python's modules the browser gets, after a change of what the engine imports
# make lock    write the lock files again, after a change of a version in pyproject.toml or package.json
# make clean   remove everything that was made
#
# ONLY=salford,wigan publishes these partnerships alone: make site ONLY=salford, make offline ONLY=salford.
# SETTINGS=own.yml takes your own name, address and colour from a file beside mkdocs.yml: make site SETTINGS=own.yml.
# PYTHON= and CHROMIUM_PATH= name a Python or a Chromium that stands in an unusual place.

PORT ?= 8000
DIST ?= dist
SETTINGS ?= mkdocs.yml
PY := .venv/bin/python
# One more than there are cores, since much of a test is waiting for a browser; four at the most. The tests of one file stay together: they share a page, or a copy that takes long to make.
PYTEST := $(PY) -m pytest -n $(shell echo $$(( $$(getconf _NPROCESSORS_ONLN) + 1 ))) --maxprocesses 4 --dist loadfile --no-loadscope-reorder
BIN := node_modules/.bin
# A stamp says when something was last made. Folders are in the list too: taking a file away changes its folder.
SITE_SOURCES := mkdocs.yml $(wildcard $(SETTINGS)) $(shell find docs helper procedures schemas -name __pycache__ -prune -o -print 2>/dev/null)
WEB := helper/web helper/publish/runtime/*.mjs tests/web tests/performance/web setup/node.d.ts package.json jsconfig.json

# A Node installed from PyPI stands in .venv/bin.
export PATH := $(CURDIR)/.venv/bin:$(PATH)
export PYTHON CHROMIUM_PATH ONLY SETTINGS

# Its paths are told from where it stands.
ifneq ($(dir $(SETTINGS)),./)
$(error SETTINGS=$(SETTINGS) names no file beside mkdocs.yml. Mend: put it there, and write SETTINGS=$(notdir $(SETTINGS)))
endif

.PHONY: serve test test-all mutants site offline bench check audit mend lock trim clean setup nightly FORCE
.DELETE_ON_ERROR:

serve: site
	@$(PY) -m setup.serve site "$(PORT)"

# The tests are of the site as it comes; what a copy of one's own changes is among them.
test test-all: override SETTINGS := mkdocs.yml

test: setup site
	@sh setup/find-tool nginx
	@chromium=$$(sh setup/find-chromium | tail -n 1) && [ -n "$$chromium" ] && CHROMIUM_PATH="$$chromium" $(PYTEST) --ignore=tests/nightly $(ARGS)

test-all: setup site nightly
	@sh setup/find-tool nginx caddy apache2 firefox-esr WebKitWebDriver soffice pdftotext wrk
	@chromium=$$(sh setup/find-chromium | tail -n 1) && [ -n "$$chromium" ] && THOROUGH=1 CHROMIUM_PATH="$$chromium" $(PYTEST) $(ARGS)

site: .cache/site.stamp

# Built in a folder of its own: site/ stays as it is.
offline: setup
	@$(PY) -m setup.offline "$(DIST)" "$$ONLY" "$$SETTINGS"

# Takes about an hour on two cores that do nothing else; what was tried before and stands as it stood is not tried again.
mutants: setup .venv/nightly.stamp
	@$(PY) -m tests.nightly.mutants $(ARGS)

# Always of the whole site.
bench: override ONLY :=
bench: override SETTINGS := mkdocs.yml
bench: setup site
	@sh setup/find-tool nginx wrk
	@chromium=$$(sh setup/find-chromium | tail -n 1) && [ -n "$$chromium" ] && CHROMIUM_PATH="$$chromium" $(PY) -m tests.performance.bench $(ARGS)

check: setup
	@$(PY) -m ruff format --check --quiet . || { echo "Mend: make mend"; exit 1; }
	@$(PY) -m ruff check --quiet .
	@$(PY) -m mypy --no-error-summary
	@$(BIN)/prettier --check --log-level warn $(WEB)
	@$(BIN)/tsc --project jsconfig.json
	@$(PY) -m helper check

# Make names the exit status of what it ran and ends with 2 itself; `python -m setup.audit` keeps it.
audit: setup .cache/audit/python.stamp
	@$(PY) -m setup.audit

mend: setup
	@$(PY) -m ruff check --quiet --fix . ; $(PY) -m ruff format . ; $(BIN)/prettier --write --log-level warn $(WEB)

setup: .venv/python.stamp node_modules/node.stamp

nightly: .venv/nightly.stamp tests/nightly/node/node_modules/node.stamp

.venv/python.stamp: requirements.txt setup/find-python
	@rm -rf .venv
	@python=$$(sh setup/find-python) && echo "Setting up .venv with $$python" && "$$python" -m venv .venv
	@$(PY) -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

node_modules/node.stamp: package-lock.json package.json requirements-node.txt setup/find-node .venv/python.stamp
	@sh setup/find-node
	@npm ci --no-audit --no-fund --loglevel=error
	@touch $@

# In a place of its own: what asks about the packages is none of them.
.cache/audit/python.stamp: requirements-audit.txt .venv/python.stamp
	@rm -rf .cache/audit && $(PY) -m venv .cache/audit
	@.cache/audit/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r $<
	@touch $@

.venv/nightly.stamp: requirements-nightly.txt .venv/python.stamp
	@$(PY) -m pip install -qq --disable-pip-version-check --require-hashes -r $<
	@touch $@

tests/nightly/node/node_modules/node.stamp: tests/nightly/node/package-lock.json node_modules/node.stamp
	@npm ci --prefix tests/nightly/node --no-audit --no-fund --loglevel=error
	@touch $@

# Changes only when ONLY= or SETTINGS= does, so that the next `make site` builds what is asked for then.
.cache/asked: FORCE
	@mkdir -p .cache && echo "$$ONLY $$SETTINGS" | cmp -s - $@ || echo "$$ONLY $$SETTINGS" > $@

.cache/site.stamp: $(SITE_SOURCES) .cache/asked .venv/python.stamp node_modules/node.stamp
	@NO_MKDOCS_2_WARNING=1 $(PY) -m mkdocs --quiet build --strict --config-file "$$SETTINGS"
	@mkdir -p .cache && touch $@

# uv comes under its own lock, as it says what everybody else installs.
lock: export UV_CUSTOM_COMPILE_COMMAND := make lock
lock: .venv/python.stamp
	@$(PY) -m venv .cache/uv && .cache/uv/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements-lock.txt
	@.cache/uv/bin/uv pip compile --quiet --universal --python-version 3.12 --generate-hashes --no-emit-index-url \
		--group lock pyproject.toml --output-file requirements-lock.txt
	@.cache/uv/bin/uv pip compile --quiet --universal --python-version 3.12 --generate-hashes --no-emit-index-url \
		--group build --group test --group check pyproject.toml --output-file requirements.txt
	@.cache/uv/bin/uv pip compile --quiet --universal --python-version 3.12 --generate-hashes --no-emit-index-url \
		--group node pyproject.toml --output-file requirements-node.txt
	@.cache/uv/bin/uv pip compile --quiet --universal --python-version 3.12 --generate-hashes --no-emit-index-url \
		--constraint requirements.txt --group nightly pyproject.toml --output-file requirements-nightly.txt
	@.cache/uv/bin/uv pip compile --quiet --universal --python-version 3.12 --generate-hashes --no-emit-index-url \
		--group audit pyproject.toml --output-file requirements-audit.txt
	@npm install --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund --loglevel=error
	@npm install --prefix tests/nightly/node --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund --loglevel=error

# The engine's whole suite is run inside Pyodide, and every module that it needs is written down.
trim: setup
	@$(PY) -m tests.runtime.trim

clean:
	rm -rf .venv node_modules tests/nightly/node/node_modules mutants site dist .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis test-results
	find helper tests setup -name __pycache__ -prune -exec rm -rf {} +
