# Every target sets up what it needs: a virtual environment and the npm tools. `make help` lists them.
PYTHON3 := $(shell command -v python3.13 || command -v python3)
SETUP   := @$(PYTHON3) -m devstack setup
PYTHON  := .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help demo start init test check format bench bench-matching lock clean

help:  ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-15s %s\n", $$1, $$2}' Makefile

demo:  ## Run the samples through the whole app and print a report (under a minute after set-up)
	@$(PYTHON3) -m devstack demo

start:  ## Run the app on http://127.0.0.1:7071 (PORT, STATE_DIR)
	@exec $(PYTHON3) -m devstack start

init:  ## Create database, container and queues on the emulators of compose.yaml
	@$(PYTHON3) -m devstack init

test:  ## Run every test
	$(SETUP)
	$(PYTHON) -m pytest -q --cov --cov-report=term --cov-fail-under=90

check:  ## Lint, format check, type check
	$(SETUP)
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy

format:  ## Format the code
	$(SETUP)
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

bench:  ## Measure, side by side with a baseline in the same run
	$(SETUP)
	$(PYTHON) -m tests.bench

lock:  ## Rewrite requirements.txt from pyproject.toml
	$(SETUP)
	$(PYTHON) -m pip install --quiet uv
	$(PYTHON) -m uv pip compile --no-header --python-version 3.13 pyproject.toml -o requirements.txt

clean:  ## Remove everything that was made here
	rm -rf .venv node_modules .devstack .mypy_cache .pytest_cache .ruff_cache .coverage htmlcov
