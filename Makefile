# Run, test, check, bench, freeze, geo. Each works on a fresh machine with Python 3.11, make and git.
PYTHON ?= python3
VENV   ?= .venv
GEO_VENV ?= .venv-geo
LOCK_VENV ?= .venv-lock
BIN     = $(VENV)/bin
HOST   ?= 127.0.0.1
PORT   ?= 8050
export PIP_DISABLE_PIP_VERSION_CHECK = 1

SESION ?= sesion.html
ACTA   ?= acta.pdf
CARPETA ?= build/imagenes

.PHONY: images sesion acta run test check bench fuzz carga freeze browser nginx geo geo-test plotly fonts lock clean

run: $(VENV)/.run                    ## serve the board on http://HOST:PORT
	@echo "Tablero contra la Trata: http://$(HOST):$(PORT)"
	@HOST=$(HOST) PORT=$(PORT) PATH="$(BIN):$$PATH" sh -c "$$(sed -n 's/^web: /exec /p' Procfile)"

test: $(VENV)/.dev browser nginx     ## run every test
	@$(BIN)/python -m pytest --numprocesses auto --dist worksteal $(ARGS)

check: $(VENV)/.dev                  ## format, lint, types, import contracts, tables
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/python -m data.loader > /dev/null

bench: $(VENV)/.dev browser          ## measure first paint, gauges, redraw, bytes, memory
	@$(BIN)/python -m tests.bench.run $(ARGS)
	@$(BIN)/python -m tests.bench.embeds
	@$(BIN)/python -m tests.bench.growth

fuzz: $(VENV)/.dev                   ## 100,000 requests nobody meant well; ARGS="5000 3" for number and seed
	@$(BIN)/python -W error -m tests.load.fuzz $(ARGS)

carga: $(VENV)/.dev                  ## 200 readers for 60 s, a worker killed in the middle; ARGS="50 8" for readers and seconds
	@$(BIN)/python -W error -m tests.load.crowd $(ARGS)

freeze: $(VENV)/.run                 ## keep the data of today, so that what cites them reopens
	@$(BIN)/python -m data.publish.versions

sesion: $(VENV)/.run                 ## write the session as one file; CONSULTA="sector=mujer" for a part
	@$(BIN)/python -m callbacks.commands.export_session sesion "$(SESION)" $(if $(CONSULTA),"$(CONSULTA)")

acta: $(VENV)/.run browser           ## write the record of the session as a tagged PDF
	@$(BIN)/python -m callbacks.commands.export_session acta "$(ACTA)" $(if $(CONSULTA),"$(CONSULTA)")

images: $(VENV)/.run                 ## write every default picture to CARPETA; ARGS=--comprobar fails if stale
	@$(BIN)/python -m callbacks.commands.export_images "$(CARPETA)" $(ARGS)

browser:                             ## Debian's Chromium, for the tests only
	@command -v chromium > /dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
	    apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium > /dev/null; \
	  else \
	    echo "Falta Chromium para las pruebas: instale el paquete «chromium» de Debian (apt-get install chromium)." >&2; exit 1; \
	  fi; }

nginx:                               ## Debian's nginx, for the tests only
	@test -x /usr/sbin/nginx || command -v nginx > /dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
	    apt-get update -qq && apt-get install -y -qq --no-install-recommends nginx-light > /dev/null; \
	  else \
	    echo "Sin nginx: sus pruebas se saltan (apt-get install nginx-light)." >&2; \
	  fi; }

geo: $(GEO_VENV)/.ready              ## rebuild geo/shapes; CAPA=file for exact limits, ATRIBUCION="editor, año, licencia"
	@$(GEO_VENV)/bin/python -m geo.building.build $(if $(CAPA),--capa "$(CAPA)") $(if $(ATRIBUCION),--atribucion "$(ATRIBUCION)")

geo-test: $(GEO_VENV)/.ready         ## test the shapes and the building of them
	@$(GEO_VENV)/bin/python -m pytest --confcutdir tests/geo tests/geo $(ARGS)

plotly:                              ## rebuild assets/plotly-tablero.min.js (Node 20)
	cd assets/plotly && npm ci --ignore-scripts && node build.mjs

lock: $(LOCK_VENV)/.ready            ## remake requirements.txt from pyproject.toml; ARGS=--upgrade brings what is new
	@$(LOCK_VENV)/bin/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-config \
	  --python-version 3.11 --custom-compile-command "make lock" --output-file requirements.txt $(ARGS) pyproject.toml

fonts:                               ## rebuild assets/fonts
	sh assets/fonts/build.sh

$(VENV)/.run: requirements.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.txt
	@touch $@

$(VENV)/.dev: $(VENV)/.run pyproject.toml
	@$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	@$(BIN)/python -m pip install --quiet --group dev
	@$(BIN)/python -m pip check > /dev/null
	@touch $@

$(GEO_VENV)/.ready: pyproject.toml
	@test -x $(GEO_VENV)/bin/python || $(PYTHON) -m venv $(GEO_VENV)
	@$(GEO_VENV)/bin/python -m pip install --quiet --upgrade "pip>=25.1"
	@$(GEO_VENV)/bin/python -m pip install --quiet --group geo
	@touch $@

$(LOCK_VENV)/.ready: pyproject.toml
	@test -x $(LOCK_VENV)/bin/python || $(PYTHON) -m venv $(LOCK_VENV)
	@$(LOCK_VENV)/bin/python -m pip install --quiet --upgrade "pip>=25.1"
	@$(LOCK_VENV)/bin/python -m pip install --quiet --group lock
	@touch $@

clean:
	rm -rf $(VENV) $(GEO_VENV) $(LOCK_VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
