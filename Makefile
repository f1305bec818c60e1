# Set-up makes both environments; everything else runs inside them.
PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help setup run test check clean

help:
	@echo "make setup   both environments and the sentence encoder"
	@echo "make run     set-up, then the whole assistant on this machine"
	@echo "make test    set-up, then every test"
	@echo "make check   ruff, mypy and import rules"
	@echo "make clean   remove environments and caches (your data in var/ stays)"

setup:
	@$(PYTHON) assistant/setup/bootstrap.py

run: setup
	@exec $(BIN)/refdesk run

test: setup
	@$(BIN)/python -m assistant.setup.tests

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

clean:
	rm -rf .venv .venv-rasa build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
