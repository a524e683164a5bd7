# make demo: everything set up, then the comparison of the two texts. make test: everything set up, then the tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BENCH ?=
# WHEEL=1 tests the wheel, as users have it, instead of the source tree.
WHEEL ?=
# COVERAGE=95 fails where the tests take fewer than 95 % of the program's branches.
COVERAGE ?=
# TESTS=tests/cases runs those alone.
TESTS ?=
IS_INSTALLED := import cnd_tools; assert "site-packages" in cnd_tools.__file__, cnd_tools.__file__

# Install what a lock file says and nothing else. Nothing is resolved (--no-deps), so that no release made since can
# matter: pip 23 looks for the newest coverage[toml], and then refuses it for having no hash. Nothing is built of what
# is locked (--only-binary), since what that needs is in no lock.
FROM_LOCK = $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --only-binary :all: --require-hashes --requirement
COPIED = $(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --force-reinstall .
LINKED = $(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
SOURCES := $(shell find src data -type f -not -name '*.pyc')
USER_READY := $(VENV)/.ready-user
DEV_READY := $(VENV)/.ready-dev$(if $(WHEEL),-wheel)

.PHONY: demo test versions dev lint audit lock package evaluate bench docs fuzz attack mutate clean

demo: $(or $(wildcard $(DEV_READY)),$(USER_READY))
	$(BIN)/cnd compare 2009 2011

test: dev
	$(if $(WHEEL),$(BIN)/python -c '$(IS_INSTALLED)')
	$(BIN)/python -m pytest -n auto $(TESTS) $(if $(COVERAGE),--cov --cov-branch --cov-report=term --cov-fail-under=$(COVERAGE))

# The tests on every one of these Pythons that is there, each in an environment of its own.
PYTHONS ?= python3.11 python3.12 python3.13
versions:
	for python in $(PYTHONS); do \
		version=$$($$python -c 'import sys; print("python%d.%d" % sys.version_info[:2])') || continue; \
		$(MAKE) test PYTHON=$$python VENV=$(VENV)/$$version || exit; \
	done

dev: $(DEV_READY)

# What a user needs: the program, and all that reads texts, draws and writes workbooks.
$(USER_READY): requirements.lock pyproject.toml $(SOURCES) | $(VENV)/.made
	$(FROM_LOCK) requirements.lock
	$(COPIED)
	rm -f $(VENV)/.ready-* && touch $@

# That, the other extras, and what tests, linters and documentation need.
$(DEV_READY): dev.lock pyproject.toml $(if $(WHEEL),$(SOURCES)) | $(VENV)/.made
	$(FROM_LOCK) dev.lock
	$(if $(WHEEL),$(COPIED),$(LINKED))
	rm -f $(VENV)/.ready-* && touch $@

$(VENV)/.made:
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; name one with PYTHON=python3.11" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	touch $@

lint: dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# How far the tables agree with readers, by kind of document, and what is due and cited; writes benchmarks/ACCURACY.md, of
# which `make docs` makes the tables of docs/method/accuracy.md.
evaluate: dev
	$(BIN)/python benchmarks/accuracy.py

# How fast it is, and beside what others offer, in a Python of its own; writes benchmarks/RESULTS.md, in ten minutes.
# BENCH=--large measures 10 and 100 MB instead, in half an hour, and writes benchmarks/LARGE.md.
bench: dev
	test -x $(VENV)/bench/bin/python || $(PYTHON) -m venv $(VENV)/bench
	$(VENV)/bench/bin/python -m pip install --quiet --editable ".[parquet]" --requirement benchmarks/others.txt
	$(BIN)/python benchmarks/speed.py --others $(VENV)/bench/bin/python $(BENCH)

# Generated pages and the output of every example are written anew, then the site is built in build/site.
docs: dev
	PYTHONPATH=docs $(BIN)/python -m making
	$(BIN)/python -m sphinx -W -n --keep-going -q -d build/doctrees -c docs . build/site

# What a user installs, extras and all, as a bill of materials (CycloneDX), then what is known against it and our tools.
audit: dev
	$(FROM_LOCK) tools.lock
	$(PYTHON) -m venv --clear --without-pip $(VENV)/user
	$(BIN)/python -m pip freeze --exclude cnd-tools > $(VENV)/versions.txt
	$(BIN)/python -m pip --python $(VENV)/user/bin/python install --quiet --constraint $(VENV)/versions.txt ".[all]"
	mkdir -p dist
	$(BIN)/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible --output-file dist/cnd-tools.cdx.json $(VENV)/user/bin/python
	$(BIN)/python .ci/audit.py dev.lock tools.lock

# New inputs to readers, segmenter and extractors, for so many seconds; what breaks a law is printed to be pasted as a test.
# GUIDED=3600 leads them by coverage instead, on Linux, for so many seconds each; WAYS=html takes one of them alone.
SECONDS ?= 120
GUIDED ?=
WAYS ?= plain html markdown docx pdf segmenter extractors
fuzz: dev
ifeq ($(GUIDED),)
	$(BIN)/python tests/fuzzing/fuzz.py $(SECONDS)
else
	$(FROM_LOCK) fuzz.lock
	for way in $(WAYS); do $(BIN)/python tests/fuzzing/guided.py $$way $(GUIDED) || exit; done
endif

# Some 5,000 inputs made to bring it down, in an hour: documents, datasets, lexicons, stores, names, variables and more; writes
# benchmarks/HOSTILE.md. A run that was cut goes on; KIND=Word takes those kinds alone whose names begin so. Not on Windows.
KIND ?=
attack: dev
	$(BIN)/python tests/attacking/attack.py --page benchmarks/HOSTILE.md --kind "$(KIND)"

# Which changes of the code no test notices; `make mutate MUTANTS='cnd_tools.segmenting.notes*'` for one file's. In a copy
# of the sources, with the fast tests alone. mutmut is no dependency of the tests, so it comes from tools.lock.
MUTANTS ?=
mutate: dev
	$(FROM_LOCK) tools.lock
	mkdir -p build/mutate
	cp -R src tests data pyproject.toml build/mutate
	cd build/mutate && $(abspath $(BIN))/mutmut run --max-children 2 $(MUTANTS) && $(abspath $(BIN))/mutmut results

# Wheel and sdist in dist/; the same sources give the same bytes.
package: dev
	rm -rf dist/cnd_tools-*
	$(BIN)/python -m hatchling build --directory dist

# After a change of dependencies in pyproject.toml (UPGRADE=--upgrade takes what is newest): resolved once, for every system and Python we support. What users
# install comes first, and what only we need is fitted to it. uv is asked for here alone, so it is no dependency. sqlite-utils asks
# for pip, which an environment has and should not change while it installs.
EXTRAS := pdf docx html markdown xlsx report
UV := $(VENV)/lock/bin/python -m uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
	--no-emit-package cnd-tools --custom-compile-command "make lock" $(UPGRADE)
lock:
	test -x $(VENV)/lock/bin/python || $(PYTHON) -m venv $(VENV)/lock
	$(VENV)/lock/bin/python -m pip install --quiet uv
	$(UV) $(EXTRAS:%=--extra %) --group build pyproject.toml --output-file requirements.lock
	$(UV) --all-extras --group dev --constraint requirements.lock --no-emit-package pip pyproject.toml --output-file dev.lock
	$(UV) --group tools --constraint dev.lock --output-file tools.lock
	$(UV) --group fuzz --constraint dev.lock --output-file fuzz.lock

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
