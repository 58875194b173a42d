# Causeway's commands. Each makes what it needs first; `make setup` alone makes the environment in .venv.
PYTHON ?= python3
BIN := .venv/bin
ARGS ?= -n 2 --dist worksteal

.PHONY: setup run test check bench lock format clean

setup: ## make .venv, with the command `causeway` in it
	@$(PYTHON) tools/bootstrap.py

run: setup ## start Causeway with its demo alliance
	@$(BIN)/causeway run --demo

test: ## every test, browser tests too, against a real PostgreSQL
	@$(PYTHON) tools/bootstrap.py --dev
	@$(BIN)/python tools/browser.py
	@$(BIN)/python -m pytest $(ARGS)

check: ## format, lint, types, floors, missing migrations, templates
	@$(PYTHON) tools/bootstrap.py --dev
	@$(BIN)/python tools/check.py

bench: ## tables of measured figures, side by side with the peers
	@$(PYTHON) tools/bootstrap.py --dev --peers
	@$(BIN)/python -m bench

format: ## put the code into the house's form
	@$(PYTHON) tools/bootstrap.py --dev
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

lock: ## renew the pinned packages, for uv and for pip
	uv lock
	uv export --quiet --no-emit-project --no-header -o requirements/run.txt
	uv export --quiet --no-emit-project --no-header --extra dev -o requirements/dev.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header requirements/peers.in -o requirements/peers.txt
	echo hatchling editables | tr ' ' '\n' | uv pip compile --quiet --generate-hashes --no-header - -o requirements/build.txt

clean: ## forget the environment and the local database
	rm -rf .venv .venv-peers var
