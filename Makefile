# make demo: everything set up, then the comparison of the two texts. make test: everything set up, then the tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BENCH ?=
READY := $(VENV)/.ready

.PHONY: demo test install lint lock evaluate bench docs clean

demo: install
	$(BIN)/cnd compare 2009 2011

test: install
	$(BIN)/python -m pytest -n auto

install: $(READY)

# Every package with its version and hash from requirements.lock, then this project itself without looking further.
$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; name one with PYTHON=python3.11" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $(READY)

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# How far the tables agree with readers; writes benchmarks/ACCURACY.md.
evaluate: install
	$(BIN)/python benchmarks/accuracy.py

# How fast it is, and beside what others offer, in a Python of its own; writes benchmarks/RESULTS.md.
bench: install
	test -x $(VENV)/bench/bin/python || $(PYTHON) -m venv $(VENV)/bench
	$(VENV)/bench/bin/python -m pip install --quiet --editable '.[parquet]' pysbd blingfire textacy scattertext six
	$(BIN)/python benchmarks/speed.py --others $(VENV)/bench/bin/python $(BENCH)
	$(BIN)/python benchmarks/segmenting_speed.py

# Generated pages and the output of every example are written anew, then the site is built in build/site.
docs: install
	PYTHONPATH=docs $(BIN)/python -m making
	$(BIN)/python -m sphinx -W -n --keep-going -q -d build/doctrees -c docs . build/site

# After a change of dependencies in pyproject.toml. uv is asked for here alone, so it is no dependency.
lock:
	$(PYTHON) -m pip install --quiet uv
	$(PYTHON) -m uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --all-extras --group dev \
		--no-emit-package cnd-tools --custom-compile-command "make lock" pyproject.toml --output-file requirements.lock
	$(PYTHON) -m uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --group tools --no-emit-package cnd-tools \
		--constraint requirements.lock --custom-compile-command "make lock" --output-file tools.lock

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
