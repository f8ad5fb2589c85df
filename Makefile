# The commands of the guide; `make` lists them. The first one installs what it needs.
MAKEFLAGS += --no-print-directory
HORGOS := .venv/bin/horgos

.DEFAULT_GOAL := help
.PHONY: help run chat train web facts kept test lint bench

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo "Settings: HOST PORT ACTION_PORT OPERATOR_PORT HORGOS_FACTS HORGOS_CREDENTIALS HORGOS_ENDPOINTS HORGOS_VAR HORGOS_KEEP_DAYS, for instance make run PORT=5006"

run: .venv/.installed ## start the guide; builds and trains first what has changed
	@$(HORGOS) run

chat: .venv/.installed ## talk with the running guide in the terminal
	@$(HORGOS) chat

train: .venv/.installed ## make a new model
	@$(HORGOS) train

web: .venv/.installed ## build the pages for visitors anew
	@$(HORGOS) web build

facts: .venv/.installed ## check the facts file
	@$(HORGOS) facts check

kept: .venv/.installed ## write anew what is kept of the answers, after a change of wording on purpose
	@.venv/bin/python -m scripts.write_golden
	@$(HORGOS) phrasebook

test: .venv/.installed ## run the tests; ARGS="tests/run -x" picks some
	@.venv/bin/python -m pytest $(ARGS)

lint: .venv/.installed ## check style and types
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@$(HORGOS) web check

bench: .venv/.installed ## measure beside baselines, trained anew; ARGS="speed" for a part
	@benchmarks/install.sh
	@rm -rf var/benchmarks
	@.venv/bin/python -m benchmarks $(ARGS)

.venv/.installed: pyproject.toml uv.lock .python-version scripts/install.sh
	@scripts/install.sh
