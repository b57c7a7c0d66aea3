# All set-up is here: `make demo` and `make test` work on a fresh machine with Python 3.11 to 3.13.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test check bench

demo: .venv/core
	@$(BIN)/onrecord build stories/ferry_aster/reports -o demo --force
	@echo "Open demo/record.html in a browser; the record itself is demo/record.json."

test: .venv/dev
	$(BIN)/pytest tests -n auto --dist worksteal

check: .venv/dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell src docs tests tools *.md

bench: .venv/dev
	$(BIN)/pytest tests/bench -m bench -s

.venv/bin/python:
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"

.venv/core: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

.venv/dev: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $@ .venv/core
