# One door. `make demo` and `make test` need git, make and Python 3.11 alone; each makes what it needs in .venv.

PYTHON ?= python3.11
BIN := .venv/bin

.PHONY: browser demo test lint types imports tests bench accuracy methodology golden lock clean

demo: .venv/installed
	@$(BIN)/pasut demo

test: lint types imports tests

lint: .venv/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/installed
	$(BIN)/mypy

imports: .venv/installed
	$(BIN)/lint-imports --no-logo

tests: .venv/installed browser
	$(BIN)/pytest

# Chromium for the browser tests, from Debian's packages where we may install them; without it those tests are skipped.
browser:
	@command -v chromium >/dev/null || test -n "$$PASUT_BROWSER" || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; } || \
		echo "no Chromium: the browser tests are skipped (as root: make browser; or set PASUT_BROWSER)"

bench: .venv/installed
	$(BIN)/python benchmarks/speed.py

# Measures the coder against annotated articles, where they lie beside the repository; writes docs/accuracy.md.
accuracy: .venv/installed
	$(BIN)/python quality/accuracy.py

# Writes the figures of docs/methodology.md anew: parameters, scale, simulation, and ICEWS where it lies beside the repository.
methodology: .venv/installed
	$(BIN)/python quality/methodology.py

# Rewrites the expected output kept in tests, and the example in README.md; read the difference as you would read code.
golden: .venv/installed
	$(BIN)/pytest --golden tests

# Pins every dependency, with hashes, in a room of its own: the tool that does it is no dependency.
lock:
	$(PYTHON) -m venv build/lock
	build/lock/bin/pip install --quiet --disable-pip-version-check pip-tools
	CUSTOM_COMPILE_COMMAND="make lock" build/lock/bin/pip-compile --quiet --all-extras --generate-hashes --no-strip-extras \
		--allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options \
		--output-file requirements.lock pyproject.toml

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Two stamps: a change of pyproject.toml alone (a setting of ruff, say) does not fetch the dependencies again.
.venv/dependencies: requirements.lock
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	@touch $@

.venv/installed: .venv/dependencies pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
