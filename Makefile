# outsource-kit: one brief in, everything needed to hire a freelancer well out.
#
# Every verb does the set-up it needs and does it once. PYTHON=... names the Python to use.

.DEFAULT_GOAL := help
.PHONY: kit kits check preview test lint docs golden fonts pictures bench lock clean help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules
SHELL := /bin/sh
export BRIEF

# Show the verbs
help:
	@awk '/^# /{said = substr($$0, 3)} \
	  /^[a-z]+:/{sub(/:.*/, ""); printf "  make %-8s %s\n", $$0, said} \
	  !/^# /{said = ""}' Makefile

# Build one brief into build/<name>/: make kit BRIEF=kits/personal-assistant/brief.yaml
kit: .venv/run.stamp
	@$(RUN)/outsource-kit build "$$BRIEF" -o build

# Build every brief in kits/
kits: .venv/run.stamp
	@$(RUN)/outsource-kit build kits/*/brief.yaml -o build

# Show one brief in a browser, anew at every save: make preview BRIEF=...
preview: .venv/run.stamp
	@$(RUN)/outsource-kit preview "$$BRIEF"

# Say what is wrong with one brief (BRIEF=...), or with every brief in kits/
check: .venv/run.stamp
	@$(RUN)/outsource-kit check $(if $(strip $(BRIEF)),"$$BRIEF",kits/*/brief.yaml)

# Run the linters and every test
test: lint
	@$(RUN)/pytest -n auto --dist worksteal

# Run the linters: ruff, mypy, import-linter
lint: .venv/test.stamp
	@$(RUN)/ruff check
	@$(RUN)/ruff format --check
	@$(RUN)/mypy
	@$(RUN)/lint-imports --no-logo

# Rewrite the golden files from what the templates say now
golden: .venv/test.stamp
	@UPDATE_GOLDEN=1 $(RUN)/pytest tests/test_golden.py tests/test_check.py tests/test_schema.py tests/test_docs.py \
	  -k "agreed or current or gone"

# Measure speed, as ratios to something run beside it
bench: .venv/test.stamp
	@$(RUN)/python tools/bench.py

# Cut the font of form fields anew, from the fonts of the text
fonts: .venv/test.stamp
	@$(RUN)/python tools/field_font.py

# Draw the pictures of the README and of docs/ anew, from the example kit
pictures: .venv/test.stamp
	@$(RUN)/python tools/pictures.py
	@$(RUN)/python tools/gallery.py

# Build the site of docs/ into build/docs/
docs: .venv/test.stamp
	@$(RUN)/sphinx-build -W --keep-going -q -d .venv/doctrees docs build/docs
	@echo build/docs/index.html

# Pin the newest release of every dependency that pyproject.toml allows
lock: .venv/run.stamp
	@$(RUN)/python -m venv --clear .venv/lock
	@.venv/lock/bin/pip install --quiet uv
	@$(LOCK) --group build -o requirements.lock
	@$(LOCK) --group build --group test --group docs --group lint -c requirements.lock -o requirements-test.lock

# Remove what was built and what the tools remember; the environment in .venv stays
clean:
	@find build -mindepth 1 ! -path build/.gitignore -delete
	@rm -rf dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@find outsource_kit tests tools -name __pycache__ -exec rm -rf {} +

ifneq ($(filter kit preview,$(MAKECMDGOALS)),)
ifeq ($(strip $(BRIEF)),)
$(error which brief? for instance: make kit BRIEF=kits/personal-assistant/brief.yaml)
endif
endif

# How a command of the environment is called. macOS does not look where Homebrew puts libraries.
RUN := .venv/bin
ifeq ($(shell uname -s),Darwin)
RUN := DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib:/usr/local/lib:/usr/lib .venv/bin
endif

LOCK = .venv/lock/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	--extra preview --generate-hashes --custom-compile-command "make lock" pyproject.toml

# The first Python that is new enough, unless one is named.
PYTHONS := $(if $(PYTHON),"$(PYTHON)",python3 python3.13 python3.12 python3.11)
NEW_ENOUGH := 'import sys; sys.exit(sys.version_info < (3, 11))'
define SET_UP
@for python in $(PYTHONS); do \
	if "$$python" -c $(NEW_ENOUGH) 2>/dev/null; then exec "$$python" tools/set_up.py $(1); fi; \
done; \
echo "set-up: Python 3.11 or newer is needed: install it, or name it: make PYTHON=python3.13 ..." >&2; \
exit 1
endef

# A stamp says that what it needs was installed after the last change to what it names.
.venv/run.stamp: pyproject.toml requirements.lock tools/set_up.py
	$(call SET_UP,run)

.venv/test.stamp: pyproject.toml requirements.lock requirements-test.lock tools/set_up.py \
		tests/editor/package-lock.json
	$(call SET_UP,test)

# An environment knows its own folder and its own Python: when either has moved, make it anew.
-include .venv/made-in.mk
ifneq ($(MADE_IN)$(wildcard .venv/bin/python),$(CURDIR).venv/bin/python)
.PHONY: .venv/run.stamp .venv/test.stamp
endif
