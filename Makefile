# Each target works on a fresh machine with Python 3.11, make and git; `make help` lists them.
# Debian compiles its Python for speed; one that pyenv compiled without options takes a quarter more.
SYSTEM_PYTHON = /usr/bin/python3
PYTHON ?= $(shell $(SYSTEM_PYTHON) -c $(MAKES_ENVIRONMENTS) 2> /dev/null && echo $(SYSTEM_PYTHON) || echo python3)
MAKES_ENVIRONMENTS = "import sys; from importlib.util import find_spec as has; \
  sys.exit(sys.version_info < (3, 11) or not (has('ensurepip') or has('pip')))"
VENV   ?= .venv
GEO_VENV ?= .venv-geo
REGISTRO_VENV ?= .venv-registro
LOCK_VENV ?= .venv-lock
BIN     = $(VENV)/bin
HOST   ?= 127.0.0.1
PORT   ?= 8050
export PIP_DISABLE_PIP_VERSION_CHECK = 1

SESION ?= sesion.html
ACTA   ?= acta.pdf
FOTO   ?= assets/tablero.png
# Where the demonstration publishes: a copy, which the board reads only when it is told to.
DEMO    = build/registro/demostracion

# What the server that reloads watches besides the Python that it has read.
WATCHED = components/texts.toml $(wildcard assets/*.css assets/*.js data/sessions/*.toml data/informes/*.toml data/compliance_report/*.toml)

.PHONY: help dev reporte datos importar captura hoja images sesion acta run test check bench fuzz fuzz-registro carga-registro carga-registro-decada carga carga-muertes freeze browser nginx geo geo-test plotly fonts lock clean registro registro-admin registro-demo registro-verificar registro-publicar registro-prueba-2024 registro-capturas postgresql

run: $(VENV)/.run                    ## sirve el tablero en http://HOST:PORT
	@HOST=$(HOST) PORT=$(PORT) $(BIN)/python -m callbacks.serving.launch --comprobar
	@echo "Tablero contra la Trata: http://$(HOST):$(PORT)"
	@HOST=$(HOST) PORT=$(PORT) PATH="$(BIN):$$PATH" sh -c "$$(sed -n 's/^web: /exec /p' Procfile)"

dev: $(VENV)/.run                    ## lo mismo en un proceso que se recarga al guardar código, textos o estilo
	@HOST=$(HOST) PORT=$(PORT) $(BIN)/python -m callbacks.serving.launch --comprobar
	@echo "Tablero contra la Trata, en desarrollo: http://$(HOST):$(PORT)"
	@exec $(BIN)/gunicorn app:server --worker-class gthread --threads 8 --bind $(HOST):$(PORT) \
	  --limit-request-line 8190 --no-control-socket --reload $(addprefix --reload-extra-file ,$(WATCHED))

# The tests start some hundreds of processes: none compiles what another one has.
test: $(VENV)/.dev browser nginx postgresql ## todas las pruebas; ARGS=… va a pytest
	@PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest --numprocesses auto --dist worksteal $(ARGS)

check: $(VENV)/.dev                  ## formato, estilo, tipos, contratos de importación y tablas
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/python -m data.loader > /dev/null

datos: $(VENV)/.run                  ## escribe lo calculado en una carpeta de tablas, la revisa y dice qué falta: CARPETA=…
	@$(BIN)/python -m data.complete $(if $(CARPETA),"$(CARPETA)")

importar: $(VENV)/.run               ## toma un archivo oficial: ARCHIVO=…; ARGS=--simular solo lo cuenta
	@test -n "$(ARCHIVO)" || { echo "Diga qué archivo: make importar ARCHIVO=denuncias.csv" >&2; exit 2; }
	@$(BIN)/python -m data.importar "$(ARCHIVO)" $(ARGS)

registro-prueba-2024: $(VENV)/.run   ## pasa el reporte de 2024 por las comprobaciones del Registro
	@$(BIN)/python -m data.registro.replay

registro: $(REGISTRO_VENV)/.ready     ## sirve el Registro en http://127.0.0.1:8060, con SQLite y sin personas
	@$(REGISTRO_VENV)/bin/python -m callbacks.registro.commands servir

registro-admin: $(REGISTRO_VENV)/.ready ## invita a la primera persona, que administra: CORREO=…
	@$(REGISTRO_VENV)/bin/python -m callbacks.registro.commands admin "$(CORREO)"

registro-demo: $(REGISTRO_VENV)/.ready ## el Registro con personas y cifras inventadas, solo en esta máquina
	@mkdir -p $(DEMO)/versiones
	@test -d $(DEMO)/tablas || cp -r data/tables $(DEMO)/tablas
	@test -d $(DEMO)/informes || cp -r data/informes $(DEMO)/informes
	@REGISTRO_BASE=sqlite:///$(DEMO).sqlite REGISTRO_TABLAS=$(DEMO)/tablas REGISTRO_VERSIONES=$(DEMO)/versiones \
	  REGISTRO_INFORMES=$(DEMO)/informes $(REGISTRO_VENV)/bin/python -m callbacks.registro.commands demo

registro-verificar: $(REGISTRO_VENV)/.ready ## comprueba la cadena de la auditoría; ARGS=anclar guarda la cabeza del día
	@$(REGISTRO_VENV)/bin/python -m data.registro.chain $(or $(ARGS),verificar)

registro-publicar: $(REGISTRO_VENV)/.ready ## publica un corte del Registro: CORTE=2025-S1 CORREO=…; ARGS=--simular solo dice qué cambia
	@test -n "$(CORTE)" -a -n "$(CORREO)" || { echo "Diga qué periodo y quién aprueba: make registro-publicar CORTE=2025-S1 CORREO=…" >&2; exit 2; }
	@$(REGISTRO_VENV)/bin/python -m data.registro.publication "$(CORTE)" "$(CORREO)" $(ARGS)

bench: $(VENV)/.dev browser nginx    ## mide primer pintado, repintado, bytes y memoria
	@$(BIN)/python -m tests.bench.run $(ARGS)
	@$(BIN)/python -m tests.bench.pages
	@$(BIN)/python -m tests.bench.embeds
	@$(BIN)/python -m tests.bench.behind_nginx
	@$(BIN)/python -m tests.bench.growth
	@$(BIN)/python -m tests.bench.beside

fuzz: $(VENV)/.dev                   ## 100,000 peticiones malintencionadas; ARGS="5000 3": cuántas y semilla
	@$(BIN)/python -W error -m tests.load.fuzz $(ARGS)

fuzz-registro: $(VENV)/.dev          ## 5,000 peticiones malintencionadas al Registro, con y sin cuenta; ARGS="500 3 --postgresql": cuántas, semilla y base
	@$(BIN)/python -m tests.registro.fuzz $(ARGS)

carga-registro: $(VENV)/.dev         ## 50 oficiales que guardan a la vez en el Registro; ARGS="50 5 40": cuántos, guardados y décimas de pausa
	@$(BIN)/python -m tests.registro.closing_hour $(ARGS)

carga-registro-decada: $(VENV)/.dev  ## qué cuesta cada página del Registro tras diez años y 500 personas; ARGS="10 500": años y personas
	@$(BIN)/python -m tests.registro.ten_years $(ARGS)

carga: $(VENV)/.dev                  ## 200 lectores 60 s y un worker muerto a la mitad; ARGS="50 8": lectores y segundos
	@$(BIN)/python -W error -m tests.load.crowd $(ARGS)

carga-muertes: $(VENV)/.dev           ## 200 lectores 60 s; a un tercio muere un worker y a dos el maestro; ARGS="100 75": lectores y segundos
	@$(BIN)/python -W error -m tests.load.killed_processes $(ARGS)

freeze: $(VENV)/.run                 ## guarda los datos de hoy, para que lo que los cita se reabra
	@$(BIN)/python -m data.publish.freeze

sesion: $(VENV)/.run                 ## escribe la sesión en un archivo; CONSULTA="sector=mujer" deja una parte
	@$(BIN)/python -m callbacks.commands.export_session sesion "$(SESION)" $(if $(CONSULTA),"$(CONSULTA)")

acta: $(VENV)/.reporte               ## escribe el acta de la sesión en PDF etiquetado
	@$(BIN)/python -m callbacks.commands.export_session acta "$(ACTA)" $(if $(CONSULTA),"$(CONSULTA)")

reporte: $(VENV)/.reporte            ## escribe el Reporte de Cumplimiento de ANIO en CARPETA; ARGS=congreso, el informe anual
	@test -n "$(ANIO)" || { echo "Diga de qué año: make reporte ANIO=2024" >&2; exit 2; }
	@$(BIN)/python -m callbacks.commands.export_report "$(ANIO)" "$(or $(CARPETA),build/reportes)" $(ARGS)

images: $(VENV)/.run                 ## escribe las imágenes en CARPETA; ARGS=--comprobar dice cuáles envejecieron
	@$(BIN)/python -m callbacks.commands.export_images "$(or $(CARPETA),build/imagenes)" $(ARGS)

captura: $(VENV)/.dev browser        ## retrata el tablero en marcha en FOTO (assets/tablero.png)
	@$(BIN)/python -m tests.guides.picture "$(FOTO)"

registro-capturas: $(VENV)/.dev browser ## retrata el Registro, con datos inventados, para su guía; ARGS=CARPETA
	@$(BIN)/python -m tests.guides.registro_pictures $(ARGS)

hoja: $(VENV)/.dev browser           ## retrata cada gráfico en cada superficie y tema, en build/hoja; ARGS="mapa rutas"
	@$(BIN)/python -m tests.guides.contact_sheet $(ARGS)

# The headless shell is the same engine in half the processor time: where it cannot be had,
# the tests drive chromium.
browser:                             ## instala el Chromium de Debian, que solo usan las pruebas
	@command -v chromium > /dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
	    apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium > /dev/null; \
	  else \
	    echo "Falta Chromium para las pruebas: instale el paquete «chromium» de Debian (apt-get install chromium)." >&2; exit 1; \
	  fi; }
	@command -v chromium-headless-shell > /dev/null || [ "$$(id -u)" != 0 ] || \
	  ! command -v apt-get > /dev/null || \
	  apt-get install -y -qq --no-install-recommends chromium-headless-shell > /dev/null 2>&1 || true

nginx:                               ## instala el nginx de Debian, que solo usan las pruebas
	@test -x /usr/sbin/nginx || command -v nginx > /dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
	    apt-get update -qq && apt-get install -y -qq --no-install-recommends nginx-light > /dev/null; \
	  else \
	    echo "Sin nginx: sus pruebas se saltan (apt-get install nginx-light)." >&2; \
	  fi; }

postgresql:                          ## instala el PostgreSQL y el rsync de Debian, que solo usan las pruebas
	@{ ls /usr/lib/postgresql/*/bin/initdb && command -v rsync; } > /dev/null 2>&1 || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
	    apt-get update -qq && apt-get install -y -qq --no-install-recommends postgresql rsync > /dev/null; \
	  else \
	    echo "Sin PostgreSQL: sus pruebas se saltan (apt-get install postgresql rsync)." >&2; \
	  fi; }

geo: $(GEO_VENV)/.ready              ## rehace geo/shapes; CAPA=archivo, límites exactos; ATRIBUCION="editor, año, licencia"
	@$(GEO_VENV)/bin/python -m geo.building.build $(if $(CAPA),--capa "$(CAPA)") $(if $(ATRIBUCION),--atribucion "$(ATRIBUCION)")

geo-test: $(GEO_VENV)/.ready         ## prueba los límites y su construcción
	@$(GEO_VENV)/bin/python -m pytest --confcutdir tests/geo tests/geo $(ARGS)

plotly:                              ## rehace assets/plotly-tablero.min.js (Node 20)
	cd assets/plotly && npm ci --ignore-scripts && node build.mjs

lock: $(LOCK_VENV)/.ready            ## rehace requirements*.txt desde pyproject.toml; ARGS=--upgrade trae lo nuevo
	@$(LOCK_VENV)/bin/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-config \
	  --python-version 3.11 --custom-compile-command "make lock" --output-file requirements.txt $(ARGS) pyproject.toml
	@$(LOCK_VENV)/bin/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-config --group reporte \
	  --python-version 3.11 --custom-compile-command "make lock" --output-file requirements-reporte.txt $(ARGS) \
	  --constraint requirements.txt
	@$(LOCK_VENV)/bin/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-config \
	  --python-version 3.11 --custom-compile-command "make lock" --extra registro \
	  --constraint requirements.txt --output-file requirements-registro.txt $(ARGS) pyproject.toml

fonts:                               ## rehace assets/fonts
	sh assets/fonts/build.sh

# Debian packages pip apart, and what puts it in an environment: one of the two is enough.
%/bin/python:
	@test -x $@ || { \
	  if $(PYTHON) -c "import ensurepip" 2> /dev/null || \
	    ! $(PYTHON) -m pip --python $(PYTHON) --version > /dev/null 2>&1; then \
	    $(PYTHON) -m venv $*; \
	  else \
	    $(PYTHON) -m venv --without-pip $* && $(PYTHON) -m pip --python $@ install --quiet pip; \
	  fi; \
	} || { rm -f $*/bin/python*; exit 1; }

$(VENV)/.run: requirements.txt | $(BIN)/python
	@echo "Instalando lo que hace falta para servir en $(VENV): cerca de un minuto…" >&2
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.txt
	@touch $@

$(VENV)/.reporte: $(VENV)/.run requirements-reporte.txt
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-reporte.txt
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-registro.txt pyproject.toml
	@echo "Instalando lo que hace falta para probar en $(VENV): cerca de un minuto…" >&2
	@$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-registro.txt
	@$(BIN)/python -m pip install --quiet --group dev
	@$(BIN)/python -m pip check > /dev/null
	@touch $@

$(REGISTRO_VENV)/.ready: requirements-registro.txt | $(REGISTRO_VENV)/bin/python
	@$(REGISTRO_VENV)/bin/python -m pip install --quiet --require-hashes --requirement requirements-registro.txt
	@touch $@

$(GEO_VENV)/.ready: pyproject.toml | $(GEO_VENV)/bin/python
	@$(GEO_VENV)/bin/python -m pip install --quiet --upgrade "pip>=25.1"
	@$(GEO_VENV)/bin/python -m pip install --quiet --group geo
	@touch $@

$(LOCK_VENV)/.ready: pyproject.toml | $(LOCK_VENV)/bin/python
	@$(LOCK_VENV)/bin/python -m pip install --quiet --upgrade "pip>=25.1"
	@$(LOCK_VENV)/bin/python -m pip install --quiet --group lock
	@touch $@

help:                                ## esta lista
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/\1|\2/p' $(firstword $(MAKEFILE_LIST)) | awk -F'|' '{printf "make %-20s %s\n", $$1, $$2}'

clean:                               ## borra los entornos y lo construido
	rm -rf $(VENV) $(GEO_VENV) $(REGISTRO_VENV) $(LOCK_VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
