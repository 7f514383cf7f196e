PORT ?= 8501
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
FLOORS := .venv-floors
BARE := .venv-bare
PIP := -m pip --quiet --disable-pip-version-check

.PHONY: run dev test slow fuzz lint docs floors bare wheel bench clean

run: $(VENV)/.installed ## the dashboard at http://localhost:8501
	$(BIN)/atlas serve --port $(PORT)

dev: $(VENV)/.installed-dev ## the dashboard; what is saved shows at once
	$(BIN)/python -m dashboard.developing --port $(PORT)

# In the order of the files: those of the browser, which take longest, come first, and both processes end together.
TEST := $(BIN)/python -m pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder

test: $(VENV)/.installed-dev ## library, command and the main paths of the page in a browser: about ten minutes
	$(BIN)/python -m tests.browser.chromium
	$(TEST) -m "not slow" --ignore tests/packaging/test_bare.py

slow: $(VENV)/.installed-dev ## every view, size, language and made-up atlas in a browser, figures, mutants: half an hour
	$(BIN)/python -m tests.browser.chromium
	$(TEST) -m slow tests

FUZZ ?= 20000

fuzz: $(VENV)/.installed-dev ## ever other mutants of an atlas, each read as a stranger's; about an hour, FUZZ= to change
	ATLAS_FUZZ=$(FUZZ) $(BIN)/python -m pytest tests/geodata/tables/test_fuzz.py

lint: $(VENV)/.installed-dev ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

docs: $(VENV)/.installed-dev ## the reference of the library, from its docstrings: build/docs/index.html
	$(BIN)/pdoc --docformat numpy --output-directory build/docs geodata '!geodata.build' dashboard.map

floors: $(FLOORS)/.installed ## the library, its figures and its exports with the lowest versions that pyproject.toml allows
	$(FLOORS)/bin/python -m pytest --numprocesses 2 --dist loadfile tests/geodata tests/packaging/test_bare.py \
		tests/dashboard/cli/test_export.py tests/dashboard/cli/test_figure.py tests/dashboard/cli/test_publish.py \
		tests/dashboard/map tests/dashboard/downloads

bare: $(BARE)/.installed ## the command in an environment that has the wheel and no extra
	ATLAS_BARE_PYTHON=$(CURDIR)/$(BARE)/bin/python $(BIN)/python -m pytest tests/packaging/test_bare.py --numprocesses 2

wheel: $(VENV)/.installed-dev ## build/wheel
	rm -rf build/wheel
	$(BIN)/python -m build --wheel --outdir build/wheel .

bench: $(VENV)/.installed-dev ## speed beside what people use instead; about 40 minutes
	$(BIN)/python -m tests.browser.chromium
	$(BIN)/python -m benchmarks

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python $(PIP) install --editable ".[dashboard]"
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python $(PIP) install --editable ".[dev]"
	touch $@

$(FLOORS)/.installed: pyproject.toml $(VENV)/.installed-dev
	$(PYTHON) -m venv --clear $(FLOORS)
	$(BIN)/python -m tests.packaging.floors > $(FLOORS)/floors.txt
	$(FLOORS)/bin/python $(PIP) install --constraint $(FLOORS)/floors.txt --editable ".[test]"
	touch $@

# Made anew each time: the wheel is what the tree is now.
.PHONY: $(BARE)/.installed
$(BARE)/.installed: wheel
	$(PYTHON) -m venv --clear $(BARE)
	$(BARE)/bin/python $(PIP) install build/wheel/*.whl

clean:
	rm -rf $(VENV) $(FLOORS) $(BARE) build dist *.egg-info
