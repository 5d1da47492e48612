# Every target sets up what it needs: a virtual environment and the npm tools. `python3 -m devstack` does the same.
PYTHON3  := $(shell for python in python3.13 python3 python; do $$python -c '' 2>/dev/null && echo $$python && break; done)
DEVSTACK = @$(or $(PYTHON3),$(error Python 3.13 is missing: https://www.python.org/downloads/)) -m devstack

.DEFAULT_GOAL := help
.PHONY: help demo start init test check format bench fuzz openapi lock clean

help:  ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' Makefile

demo:  ## Run the samples through the whole app and print a report (under a minute after set-up)
	$(DEVSTACK) demo

start:  ## Run the app on http://127.0.0.1:7071 (PORT, STATE_DIR)
	$(DEVSTACK) start

init:  ## Create database, container and queues on the emulators of compose.yaml
	$(DEVSTACK) init

test:  ## Run every test
	$(DEVSTACK) test

check:  ## Lint, format check, type check
	$(DEVSTACK) check

format:  ## Format the code
	$(DEVSTACK) format

bench:  ## Measure, side by side with a baseline in the same run
	$(DEVSTACK) bench

fuzz:  ## Send 10,000 mutated requests, and schemathesis over the description
	$(DEVSTACK) fuzz

openapi:  ## Rewrite docs/openapi.json from the contract
	$(DEVSTACK) setup
	@.venv/bin/python -m shared.openapi > docs/openapi.json

lock:  ## Rewrite requirements.txt from pyproject.toml
	$(DEVSTACK) lock

clean:  ## Remove everything that was made here, local data included
	rm -rf .venv node_modules .devstack .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage .coverage.* htmlcov
