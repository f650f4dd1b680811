# One door. `make demo` and `make test` need git, make and Python 3.11 alone; each makes what it needs in .venv.

PYTHON ?= python3.11
BIN := .venv/bin

.PHONY: browser demo test lint types imports tests compiled fast bench accuracy methodology golden lock clean

SOURCES := $(shell find src/pasut -type f -not -path '*/__pycache__/*')
# Whether this machine can compile: a C compiler and Python's header files.
CAN_COMPILE = command -v cc >/dev/null && test -f "$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("include"))')/Python.h"

demo: .venv/installed
	@$(BIN)/pasut demo

test: lint types imports tests compiled

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

# The coder as C (mypyc), where the machine can compile, must pass the coder's own tests and say the same as the plain one.
compiled: .venv/installed
	@if $(CAN_COMPILE); then $(MAKE) --no-print-directory build/compiled/made && \
		PYTHONPATH=build/compiled/site PASUT_COMPILED=must $(BIN)/pytest tests/coder tests/test_compiled.py; \
		else echo "no C compiler or no Python.h: the compiled coder is not tested"; fi

# Installs pasut with its coder compiled instead of the plain sources; the next make of anything else goes back to those.
fast: build/compiled/made
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --force-reinstall build/compiled/*.whl
	@rm -f .venv/installed
	@echo "pasut now runs with its coder compiled; the next make of anything else goes back to the sources"

# Made from a copy and kept apart from the sources: no stale compiled module is ever imported in place of an edited one.
build/compiled/made: .venv/dependencies pyproject.toml $(SOURCES)
	@$(CAN_COMPILE) || { echo "pasut runs without it, but to compile it takes a C compiler and Python's header files"; exit 1; }
	rm -rf build/compiled
	$(BIN)/python -m hatchling build --target sdist --directory build/compiled >/dev/null
	mkdir build/compiled/source && tar -xzf build/compiled/pasut-*.tar.gz --strip-components=1 -C build/compiled/source
	cd build/compiled/source && HATCH_BUILD_HOOK_ENABLE_MYPYC=1 ../../../$(BIN)/python -m hatchling build --target wheel --directory .. >/dev/null
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --target build/compiled/site build/compiled/*.whl
	@touch $@

bench: .venv/installed
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/speed.py --language en
	@if $(CAN_COMPILE); then $(MAKE) --no-print-directory build/compiled/made && export PYTHONPATH=build/compiled/site && \
		$(BIN)/python benchmarks/speed.py && $(BIN)/python benchmarks/speed.py --language en; fi

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
