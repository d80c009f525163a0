# Everything sets itself up: a virtual environment in .venv, pinned requirements, the package.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q install

# Their output in one piece each; the tests (their + says so) are shown while they run.
TOGETHER := $(MAKE) --no-print-directory -k -j4 $(if $(filter output-sync,$(.FEATURES)),-Otarget)
# CI judges a change the same way twice; elsewhere each run has an order of its own.
PYTEST := $(BIN)/python -m pytest $(if $(CI),--randomly-seed=1)

.PHONY: run test check lint types imports tests quick mutants bench screenshots soak clean
.DEFAULT_GOAL := run

run: $(VENV)/run.stamp
	@$(BIN)/python -m quiz $(ARGS)

# The whole check: style, types, who imports whom, all tests. ARGS goes to pytest.
test check: $(VENV)/dev.stamp
	@$(TOGETHER) lint types imports tests

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check quiz tests
	$(BIN)/ruff format --check quiz tests

types: $(VENV)/dev.stamp
	$(BIN)/mypy

imports: $(VENV)/dev.stamp
	$(BIN)/lint-imports

tests: $(VENV)/dev.stamp
	+$(PYTEST) -n auto --dist worksteal $(ARGS)

# While working: rules and files, without a screen; long rows in part.
quick: $(VENV)/dev.stamp
	QUIZ_TESTS=quick $(PYTEST) -n 3 --dist worksteal tests/core tests/store $(ARGS)

# Do the tests of a room of core notice a changed line? ROOMS="grading memory" for some only, ALL=1
# for every change of them instead of a sample.
mutants: $(VENV)/dev.stamp
	$(BIN)/python -m tests.mutants $(ROOMS) $(if $(ALL),--all) $(ARGS)

# Speed as ratios, about five minutes; installs what it compares with below .bench.
bench: $(VENV)/dev.stamp
	$(BIN)/python -m tests.benchmarks $(ARGS)

screenshots: $(VENV)/dev.stamp
	$(BIN)/python -m tests.screenshots docs/images

# An hour: every test in full, kills, fuzzing, random texts, resizes, damage. The report goes into
# docs/.
soak: $(VENV)/dev.stamp
	$(BIN)/python -m tests.soak --write docs/reliability.md $(ARGS)

clean:
	rm -rf $(VENV) .bench .mutants dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis

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
