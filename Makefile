# One command each for a newcomer; README.md has the equivalent pip commands.
PYTHON ?= python3
PYTHONS ?= python3.11 python3.12 python3.13 python3.14
BIN := .venv/bin

.PHONY: demo docs test check bundles check-js release release-pythons clean

demo: .venv/installed            ## read data/ and write out/; then open out/index.html
	$(BIN)/recalling build data/specimens -o out/specimens
	$(BIN)/recalling build data/facts -o out

test: .venv/installed-test       ## run the tests
	$(BIN)/python -m pytest

check: .venv/installed-test      ## what the tests do not check: style, types, complexity
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/radon cc --min D --show-complexity extract graph  # lists functions above 20: none; tests/test_house.py has the limits

# The scripts of the pages need Node only where they are changed; the bundles made of them are part of the repository.
SCRIPTS := graph/pages/scripts

bundles: $(SCRIPTS)/node_modules ## make graph/pages/bundles/*.js of graph/pages/scripts
	npm --prefix $(SCRIPTS) run --silent bundle

check-js: $(SCRIPTS)/node_modules ## types, style and tests of the scripts, and whether the bundles are those of the scripts
	npm --prefix $(SCRIPTS) run --silent check

$(SCRIPTS)/node_modules:
	npm --prefix $(SCRIPTS) ci

docs: .venv/installed-docs       ## build the documentation site; then open site/index.html
	$(BIN)/mkdocs build --strict --quiet

release: .venv/bin/python        ## make dist/: wheel and source distribution, checked, and the wheel tried in an empty environment
	rm -rf dist
	$(BIN)/python -m pip install --quiet build twine
	$(BIN)/python -m build --outdir dist .
	$(BIN)/python -m twine check --strict dist/*
	deploy/trial.sh dist/*.whl $(PYTHON)

release-pythons:                 ## try what `make release` made in every Python that it supports and that is here (PYTHONS)
	deploy/trial.sh dist/*.whl $(PYTHONS)
	deploy/trial.sh dist/*.tar.gz $(PYTHON)

clean:                           ## remove what the above made
	rm -rf .venv out out.cache.sqlite site dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Recalling needs Python 3.11 or later; make PYTHON=python3.x")'
	$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

.venv/installed-test: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	touch $@ .venv/installed

.venv/installed-docs: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[docs]'
	touch $@ .venv/installed
