# Everything about Kulisy in one word each. Needs Python 3.11 or newer and make, nothing else.
#
#   make demo    a populated culture centre in the browser
#   make test    the tests
#   make check   everything else that has to hold

PYTHON ?= python3
VENV ?= .venv
ARGS ?=
# The tests take every core, but not more than their start-up is worth.
TEST_OPTIONS ?= --numprocesses=auto --maxprocesses=8 --dist=worksteal
# The long walks of a browser through every page wait for CI, or for:  make test CI=true
CHOSEN := $(if $(CI),,-m "not slow")

BIN := $(VENV)/bin
UV := VIRTUAL_ENV=$(abspath $(VENV)) $(BIN)/uv
# A person sees what is being fetched; a log does not need a line for each package.
QUIET := $$([ -t 2 ] || echo --quiet)

# uv would otherwise try to fetch an interpreter of its own when it is asked for one it lacks.
export UV_PYTHON_DOWNLOADS := never
export PYTHONWARNINGS ?= default::DeprecationWarning:__main__

# The demo needs less than the tests; where the larger set is installed it does for both.
INSTALLED := $(if $(wildcard $(VENV)/.dev),$(VENV)/.dev,$(VENV)/.run)
CATALOGUES := $(wildcard kulisy/*/locale/*/LC_MESSAGES/django.po)
SHEETS := $(wildcard kulisy/ui/static/ui/css/*.css)
FONTS := node_modules/.package-lock.json
VENDOR := kulisy/ui/static/ui/vendor/public.css
MO := $(VENV)/.translations

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo demo-reset install test test-postgres bench screenshots check lint format types contracts \
	templates migrations packages house reference lock upgrade messages translations assets clean distclean

help: ## this list
	@echo "Kulisy: one system for a culture centre."
	@echo
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(firstword $(MAKEFILE_LIST)) \
		| awk -F'|' '{printf "%-22s %s\n", $$1, $$2}'
	@echo
	@echo "Options go into ARGS, such as:  make demo ARGS='--reset'   make test ARGS='kulisy/venues -x'"

# --- What people use

demo: install ## set up and run a populated centre; again, and it just starts
	@$(BIN)/kulisy demo $(ARGS)

demo-reset: install ## the same with the demo's data made anew
	@$(BIN)/kulisy demo --reset $(ARGS)

install: $(INSTALLED) $(VENDOR) $(MO) ## the environment, fonts and translations, without starting anything

test: $(VENV)/.dev $(VENDOR) $(MO) ## set up and pass the tests
	@$(BIN)/pytest $(TEST_OPTIONS) $(CHOSEN) $(ARGS)

test-postgres: $(VENV)/.dev $(VENDOR) $(MO) ## the tests on a throw-away PostgreSQL
	@sh .ci/postgres.sh $(BIN)/pytest $(TEST_OPTIONS) -m "not journey" $(ARGS)

bench: install ## the measures of docs/reference/performance.md
	@$(BIN)/python bench/report.py $(ARGS)

screenshots: $(VENV)/.dev $(VENDOR) $(MO) ## the pictures of docs/images anew; needs a Chromium
	@$(BIN)/python .ci/screenshots.py $(ARGS)

check: lint types contracts templates migrations packages ## lint, types, contracts, migrations, translations, docs
	@echo "== the rules of the house, translations, docs"
	@$(BIN)/pytest -q tests/architecture tests/docs -p no:randomly $(TEST_OPTIONS)

format: $(VENV)/.dev ## put the code and the templates into shape
	@$(BIN)/ruff check --fix --exit-zero --quiet .
	@$(BIN)/ruff format --quiet .
	@$(BIN)/djlint --quiet --reformat kulisy || true # it exits 1 when it has changed something

messages: $(VENV)/.dev ## take new sentences into the catalogues; needs GNU gettext
	@$(BIN)/python .ci/messages.py

reference: $(VENV)/.dev ## gather docs/reference out of the code
	@$(BIN)/python .ci/reference.py

lock: $(VENV)/.uv ## write the lock files anew, changing as little as pyproject.toml asks for
	@sh .ci/lock.sh $(BIN)/uv

upgrade: $(VENV)/.uv ## write the lock files anew with the newest allowed versions
	@sh .ci/lock.sh $(BIN)/uv --upgrade

clean: ## remove what was built; the environment and the data stay
	@rm -rf build dist node_modules kulisy/ui/static/ui/vendor $(MO) \
		.mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .schemathesis
	@find kulisy tests bench -name __pycache__ -type d -prune -exec rm -rf {} +
	@find kulisy -name '*.mo' -delete

distclean: clean ## remove the environment and the demo's data as well; var/ itself stays
	@rm -rf $(VENV) var/demo

# --- The parts of `make check`, each of which can be asked for alone

lint: $(VENV)/.dev
	@echo "== lint and format"
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet . || { echo "Put into shape with:  make format"; exit 1; }

types: $(VENV)/.dev
	@echo "== types"
	@$(BIN)/mypy --no-error-summary kulisy

contracts: $(VENV)/.dev
	@echo "== who may import whom"
	@$(BIN)/lint-imports --no-logo

templates: $(VENV)/.dev
	@echo "== templates"
	@$(BIN)/djlint --quiet --check --lint kulisy || { $(BIN)/djlint --check --lint kulisy; exit 1; }

migrations: $(VENV)/.dev
	@echo "== migrations"
	@$(BIN)/python -m kulisy makemigrations --check --dry-run --verbosity=1

packages: $(VENV)/.dev
	@echo "== packages"
	@$(UV) pip check --quiet

house: $(VENV)/.dev
	@$(BIN)/pytest -q tests/architecture $(ARGS)

assets: $(VENDOR)

translations: $(MO)

# --- The environment. A stamp is younger than what it was made from, so a second run does nothing.

$(VENV)/.uv: requirements/installer.lock .ci/make_venv.py
	@$(PYTHON) .ci/make_venv.py $(VENV)
	@touch $@

$(VENV)/.run: requirements/run.lock requirements/build.lock pyproject.toml $(VENV)/.uv
	@echo "Installing what Kulisy stands on."
	@$(UV) pip sync $(QUIET) --require-hashes requirements/run.lock
	@$(UV) pip install --quiet --no-deps --build-constraints requirements/build.lock --editable .
	@touch $@

$(VENV)/.dev: requirements/dev.lock $(VENV)/.run
	@echo "Installing what the tests stand on."
	@$(UV) pip sync $(QUIET) --require-hashes requirements/dev.lock
	@$(UV) pip install --quiet --no-deps --build-constraints requirements/build.lock --editable .
	@touch $@

$(FONTS): package-lock.json $(VENV)/.uv
	@echo "Fetching the fonts."
	@sh .ci/fetch_fonts.sh $(VENV)
	@touch $@

$(VENDOR): $(FONTS) kulisy/ui/build.py $(SHEETS) | $(VENV)/.run
	@echo "Building fonts and stylesheets."
	@$(BIN)/python -m kulisy.ui.build
	@touch $@

$(MO): $(CATALOGUES) kulisy/build_translations.py | $(VENV)/.run
	@$(BIN)/python -m kulisy.build_translations
	@touch $@
