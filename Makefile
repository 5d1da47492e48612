# Every target sets up what it needs: a virtual environment and the npm tools. `python3 -m devstack` does the same.
PYTHON3  := $(shell for python in python3.13 python3 python; do $$python -c '' 2>/dev/null && echo $$python && break; done)
DEVSTACK = @$(or $(PYTHON3),$(error Python 3.13 is missing: https://www.python.org/downloads/)) -m devstack

URL     ?= http://127.0.0.1:7071
.DEFAULT_GOAL := help
.PHONY: help demo start init test check format bench bench-matching fuzz test-web screenshots simulate 
.PHONY: package smoke load init-cosmos requeue-poison rescue verify-data user-export user-erase import-legacy openapi lock clean

help:  ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-15s %s\n", $$1, $$2}' Makefile

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

bench-matching:  ## Score the labelled pairs, beside three baselines
	$(DEVSTACK) bench-matching

fuzz:  ## Send 10,000 mutated requests, and schemathesis over the description
	$(DEVSTACK) fuzz

test-web:  ## The page's tests alone, in Chromium (CHROMIUM)
	$(DEVSTACK) test-web

screenshots:  ## Take docs/screenshots anew
	$(DEVSTACK) screenshots

simulate:  ## Simulate growth and rewrite the figures of docs/scale.md
	$(DEVSTACK) simulate

package:  ## Build package.zip as it is deployed, with the locked packages
	$(DEVSTACK) setup
	@.venv/bin/python infra/package.py package.zip --dependencies

smoke:  ## Check a running app with a sample analysis (URL, ARGS)
	$(DEVSTACK) operate smoke $(URL) $(ARGS)

load:  ## A bounded load on a running app (URL, ARGS)
	$(DEVSTACK) operate load $(URL) $(ARGS)

init-cosmos:  ## Create database, container and queues where the settings point
	$(DEVSTACK) operate $@

requeue-poison:  ## Move poison messages back to the queue (ARGS=--dry-run)
	$(DEVSTACK) operate $@ $(ARGS)

rescue:  ## Look for stuck analyses once
	$(DEVSTACK) operate $@

verify-data:  ## Check that every document parses and is no orphan
	$(DEVSTACK) operate $@ $(ARGS)

user-export:  ## Write a user's documents as JSON (USER_ID, ARGS)
	$(DEVSTACK) operate $@ $(USER_ID) $(ARGS)

user-erase:  ## Erase a user's documents (USER_ID, ARGS=--yes)
	$(DEVSTACK) operate $@ $(USER_ID) $(ARGS)

import-legacy:  ## Import the old service's documents (USER_ID, FILE, ARGS)
	$(DEVSTACK) operate $@ $(FILE) --user $(USER_ID) $(ARGS)

openapi:  ## Rewrite docs/openapi.json from the contract
	$(DEVSTACK) setup
	@.venv/bin/python -m shared.openapi > docs/openapi.json

lock:  ## Rewrite requirements.txt from pyproject.toml
	$(DEVSTACK) lock

clean:  ## Remove everything that was made here, local data included
	rm -rf .venv node_modules .devstack .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage .coverage.* htmlcov
