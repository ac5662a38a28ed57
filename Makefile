# make serve   build the site and serve it on http://127.0.0.1:8000 (PORT=8001 for another port)
# make test    run every test, in a real Chromium too
# make test-all  these and the slow ones: every case of every partnership
# make site    build only, into site/
# make check   the quick checks: format, lint, types, procedures
# make mend    let the formatters and linters mend what they can
# make lock    write the lock files again, after a change of a version in pyproject.toml or package.json
# make clean   remove everything that was made
#
# PYTHON= and CHROMIUM_PATH= name a Python or a Chromium that stands in an unusual place.

PORT ?= 8000
PY := .venv/bin/python
BIN := node_modules/.bin
# A stamp says when something was last made. Folders are in the list too: taking a file away changes its folder.
SITE_SOURCES := mkdocs.yml $(shell find docs helper procedures schemas -name __pycache__ -prune -o -print 2>/dev/null)
WEB := helper/web package.json jsconfig.json

# A Node installed from PyPI stands in .venv/bin.
export PATH := $(CURDIR)/.venv/bin:$(PATH)
export PYTHON CHROMIUM_PATH

.PHONY: serve test test-all site check mend lock clean setup
.DELETE_ON_ERROR:

serve: site
	@$(PY) setup/serve.py site "$(PORT)"

test: setup site
	@chromium=$$(sh setup/find-chromium | tail -n 1) && [ -n "$$chromium" ] && CHROMIUM_PATH="$$chromium" $(PY) -m pytest --ignore=tests/nightly $(ARGS)

test-all: setup site
	@chromium=$$(sh setup/find-chromium | tail -n 1) && [ -n "$$chromium" ] && CHROMIUM_PATH="$$chromium" $(PY) -m pytest $(ARGS)

site: .cache/site.stamp

check: setup
	@$(PY) -m ruff format --check --quiet . || { echo "Mend: make mend"; exit 1; }
	@$(PY) -m ruff check --quiet .
	@$(PY) -m mypy --no-error-summary
	@$(BIN)/prettier --check --log-level warn $(WEB)
	@$(BIN)/tsc --project jsconfig.json
	@$(PY) -m helper check

mend: setup
	@$(PY) -m ruff check --quiet --fix . ; $(PY) -m ruff format . ; $(BIN)/prettier --write --log-level warn $(WEB)

setup: .venv/python.stamp node_modules/node.stamp

.venv/python.stamp: requirements.txt setup/find-python
	@rm -rf .venv
	@python=$$(sh setup/find-python) && echo "Setting up .venv with $$python" && "$$python" -m venv .venv
	@$(PY) -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

node_modules/node.stamp: package-lock.json package.json requirements-node.txt setup/find-node .venv/python.stamp
	@sh setup/find-node
	@npm ci --no-audit --no-fund --loglevel=error
	@touch $@

.cache/site.stamp: $(SITE_SOURCES) .venv/python.stamp node_modules/node.stamp
	@NO_MKDOCS_2_WARNING=1 $(PY) -m mkdocs --quiet build --strict
	@mkdir -p .cache && touch $@

# uv writes hashes for every platform and Python at once, which pip cannot; it is only needed for this.
lock: export UV_CUSTOM_COMPILE_COMMAND := make lock
lock: .venv/python.stamp
	@$(PY) -m venv .cache/uv && .cache/uv/bin/python -m pip install -qq --disable-pip-version-check uv
	@.cache/uv/bin/uv pip compile --quiet --universal --python-version 3.12 --generate-hashes --no-emit-index-url \
		--group build --group test --group check pyproject.toml --output-file requirements.txt
	@.cache/uv/bin/uv pip compile --quiet --universal --python-version 3.12 --generate-hashes --no-emit-index-url \
		--group node pyproject.toml --output-file requirements-node.txt
	@npm install --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund --loglevel=error

clean:
	rm -rf .venv node_modules site .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis test-results
	find helper tests setup -name __pycache__ -prune -exec rm -rf {} +
