# What can be done here: make help. The first call sets up .venv from the lock files; later calls find it ready.
SHELL := bash
.SHELLFLAGS := -ec
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PY := .venv/bin/python
# No core dumps: they would hold what people wrote. Qt draws off the screen, except in `make run`.
QUIETLY := ulimit -c 0; export QT_QPA_PLATFORM=$${QT_QPA_PLATFORM:-offscreen};
# Where the stores of tests lie: in memory where there is room, as every one of them waits for its disk many times.
IN_MEMORY = $(shell df -Pk /dev/shm 2> /dev/null | awk 'NR == 2 && $$4 > 2000000 { print "export TMPDIR=/dev/shm;" }')
# Shown only when something is wrong.
HUSH = out=$$($(1) 2>&1) || { echo "$$out"; exit 1; }
# The practice inspection that is pictured.
FIRST := from ui.reading.practice import practices; print(practices()[0].folder)
PACKED := dist/.built
SOURCES := main.py build.spec LICENSE NOTICES.md docs/licences/libraries.txt $(shell find model storage ui resources -type f ! -path '*/__pycache__/*' | tr ' ' '?')

.PHONY: help demo run test test-all lint format lock frozen benchmarks clean

help: ## This list
	@echo "Casebook. In the order of need:"; echo
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 18

demo: .venv/ready ## Three whole inspections, from the provider's lists to the published figures (under two minutes)
	@$(QUIETLY) $(PY) main.py demo
	@$(QUIETLY) export CASEBOOK_PASSPHRASE="practice passphrase"; for who in office inspector-2; do \
		CASEBOOK_HOME=demo/$$($(PY) -c "$(FIRST)")/stores/$$who $(PY) main.py pictures demo/pictures/$$who; done
	@echo "  Pictures of the main screens, as the office and an inspector see them: demo/pictures"

run: .venv/ready ## Open the window
	@ulimit -c 0; $(PY) main.py

test: lint ## Rules of the house, types, and all tests that are not slow
	@$(QUIETLY) $(IN_MEMORY) $(PY) -m pytest -q -n auto -m "not slow and not frozen"

test-all: lint ## Everything: the slow tests, the benchmarks and the packed programs too
	@$(QUIETLY) $(PY) -m pytest -q -n auto --hypothesis-profile=thorough -m "not frozen" --ignore=tests/benchmarks
	@$(MAKE) benchmarks
	@$(MAKE) frozen

lint: .venv/ready ## ruff, mypy --strict and the import contracts
	@$(call HUSH,$(PY) -m ruff check --quiet)
	@$(call HUSH,$(PY) -m ruff format --quiet --check --diff)
	@$(call HUSH,$(PY) -m mypy)
	@$(call HUSH,.venv/bin/lint-imports)

format: .venv/ready ## Put the code into its usual form
	@$(PY) -m ruff check --quiet --fix || true
	@$(PY) -m ruff format --quiet

benchmarks: .venv/ready ## The bars, alone on the machine: ratios to a bare floor in the same run
	@$(QUIETLY) $(PY) -m pytest -q -s tests/benchmarks

frozen: $(PACKED) ## Build the packed programs and start both outside the source tree
	@$(QUIETLY) $(PY) -m pytest -q -m frozen --no-skips tests/frozen

$(PACKED): .venv/ready $(SOURCES)
	@echo "Packing the programs (about a minute) …"
	@$(QUIETLY) $(PY) -m PyInstaller --noconfirm --log-level WARN build.spec
	@touch $@

lock: .venv/ready ## Choose the newest versions that fit (two weeks old at least) and lock them with hashes
	@.ci/lock

clean: ## Remove what make made, .venv included
	@rm -rf .venv build dist demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/ready: requirements-build.txt requirements-dev.txt .ci/set-up .ci/qt-libraries .ci/debian
	@.ci/set-up
