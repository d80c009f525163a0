# Everything sets itself up: a virtual environment in .venv, pinned requirements, the package.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q install

.PHONY: run test check lint types tests bench screenshots soak clean
.DEFAULT_GOAL := run

run: $(VENV)/run.stamp
	@$(BIN)/python -m quiz $(ARGS)

# The whole check: style, types, tests.
test check: lint types tests

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check quiz tests
	$(BIN)/ruff format --check quiz tests

types: $(VENV)/dev.stamp
	$(BIN)/mypy

tests: $(VENV)/dev.stamp
	$(BIN)/python -m pytest $(ARGS)

# Speed as ratios, about five minutes; installs what it compares with below .bench.
bench: $(VENV)/dev.stamp
	$(BIN)/python -m tests.benchmarks $(ARGS)

screenshots: $(VENV)/dev.stamp
	$(BIN)/python -m tests.screenshots docs/images

# Half an hour: kills, fuzzing, random texts, resizes, damage. The report goes into docs/.
soak: $(VENV)/dev.stamp
	$(BIN)/python -m tests.soak --write docs/reliability.md $(ARGS)

clean:
	rm -rf $(VENV) .bench dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Citequiz needs Python 3.11 or newer; name one with: make PYTHON=python3.12"; exit 1; }
	@echo "Setting up $(VENV) (once) ..."
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "This Python cannot make a virtual environment; install its venv package."; rm -rf $(VENV); exit 1; }

$(VENV)/run.stamp: requirements/run.txt | $(BIN)/python
	@$(PIP) --require-hashes -r requirements/run.txt
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt pyproject.toml | $(BIN)/python
	@$(PIP) --require-hashes -r requirements/dev.txt
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/run.stamp
