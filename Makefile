# Everything that is done with this project, by name. `make` alone lists it.
#
# Needs Python 3.11 or newer and make; tools/set_up.py brings the rest into .venv/ and node_modules/, once, and again
# when a lock file has changed. The folder may have any name, and be moved.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
PYTEST_ARGS ?= --numprocesses 2 --dist worksteal --durations 40
BENCH_ARGS ?=
# The browser that the tests drive; set-up puts a link there to the one it found or installed.
export COURSEWRIGHT_BROWSER ?= $(CURDIR)/.venv/bin/chromium
# How worksheets are printed: `make build SITE_URL=https://…/` for a QR code and an address on them, `PDF=false` for no PDFs,
# `PDF_TEXT=16` for large print. What is given so is in the environment of every command.
# Material for MkDocs tells its end of life (May 2027) and its successor at every start. Known; no fault of a build.
export NO_MKDOCS_2_WARNING := 1

# Programs of .venv/ are run as modules: its scripts hold the path at which it was made.
RUN := .venv/bin/python
SET_UP := @$(PYTHON) tools/set_up.py
# Never with --quiet: under it MkDocs does not count the warnings that --strict is to fail on.
MKDOCS_BUILD := $(RUN) -m mkdocs build --strict

.DEFAULT_GOAL := help
.PHONY: help serve sampler serve-trainer build trainer quick test test-hard lint types scripts tests format golden guide bench bench-sheets lock clean clean-all

help: ## This list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(firstword $(MAKEFILE_LIST)) | column -t -s '|' 2>/dev/null \
		|| sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1: \2/p' $(firstword $(MAKEFILE_LIST))

serve: ## Serve the learner's edition with live reload (PORT=8000, HOST=127.0.0.1)
	$(SET_UP) course
	@exec $(RUN) tools/serve.py --config mkdocs.yml --host $(HOST) --port $(PORT)

sampler: ## Serve the authors' sampler: every block at work, with its source
	$(SET_UP) course
	@exec $(RUN) tools/serve.py --config sampler.yml --host $(HOST) --port $(PORT)

serve-trainer: ## Serve the trainer's edition
	$(SET_UP) course
	@exec $(RUN) tools/serve.py --config trainer.yml --host $(HOST) --port $(PORT)

build: ## Write the learner's edition to site/
	$(SET_UP) course
	$(MKDOCS_BUILD) --config-file mkdocs.yml

trainer: ## Write the trainer's edition to site-trainer/
	$(SET_UP) course
	$(MKDOCS_BUILD) --config-file trainer.yml

quick: lint types scripts ## Check what needs neither browser nor paper, before each commit (90 seconds on two cores)
	$(RUN) -m pytest $(PYTEST_ARGS) -m "not browser and not pdf and not slow and not hard"

test: lint types scripts tests ## Check everything but the long tail (ten minutes on two cores)

test-hard: ## The long tail: each page in each look, each PDF by each rule, made-up sources by the thousand (twenty minutes)
	$(SET_UP) tests
	$(RUN) -m pytest $(PYTEST_ARGS) -m hard
	$(RUN) -m pytest $(PYTEST_ARGS) tests/engine/test_properties.py --hypothesis-profile hard

lint: ## Style and likely mistakes in the Python code
	$(SET_UP) tests
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check

types: ## Types of the Python code
	$(SET_UP) tests
	$(RUN) -m mypy

scripts: ## Types, style, size and clocks of the browser's scripts
	$(SET_UP) tests
	PATH="$(CURDIR)/.venv/bin:$$PATH" npm run --silent check

tests: ## The tests of `make test` alone (PYTEST_ARGS="-k name" for some of them)
	$(SET_UP) tests
	$(RUN) -m pytest $(PYTEST_ARGS) -m "not hard"

format: ## Format the Python code and fix what can be fixed
	$(SET_UP) tests
	$(RUN) -m ruff check --fix
	$(RUN) -m ruff format

golden: ## Write what the golden cases come to now into their expectations; then read the difference
	$(SET_UP) tests
	$(RUN) -m pytest tests/engine/test_cases.py tests/engine/questions/test_interactions.py --golden-update

guide: ## Write the parts of the authors' guide that are drawn from the code
	$(SET_UP) course
	$(RUN) tools/guide.py

bench: ## Time the build beside plain MkDocs (benchmarks/README.md)
	$(SET_UP) course
	$(RUN) benchmarks/build.py $(BENCH_ARGS)

bench-sheets: ## Time the printing of worksheets beside WeasyPrint alone (benchmarks/README.md)
	$(SET_UP) tests
	$(RUN) benchmarks/sheets.py $(BENCH_ARGS)

lock: ## Write requirements/*.lock anew from pyproject.toml (UPGRADE=1 for the newest versions)
	$(SET_UP) course
	$(RUN) tools/lock.py $(if $(UPGRADE),--upgrade)

clean: ## Remove what builds and checks have written
	rm -rf site site-trainer site-sampler .site*.building* .site*.lock .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis \
		test-results
	find hooks tools tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

clean-all: clean ## Remove the set-up as well
	rm -rf .venv node_modules
