"""Sends garbage and half-truths to the Registro, as everybody and as nobody: `make fuzz-registro`.

python -m tests.registro.fuzz [NUMBER] [SEED] [--postgresql]

Over SQLite; or over a PostgreSQL of its own, as the role of the application.
"""

import logging
import random
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from dataclasses import replace as changed
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select, update

from callbacks.registro.routes import sign_in
from callbacks.registro.visit import today
from data.loader import load
from data.registro.accounts import people
from data.registro.database import connect, migrate, reading, writing
from data.registro.reports import get
from data.registro.rights import SYSTEM, Subject, puede, visible
from data.registro.schema import roles
from data.registro.schema.people import persona
from data.registro.schema.reports import reporte, reporte_version
from data.registro.schema.trail import auditoria
from data.registro.states import ACTIONS
from tests.load.told import numbers
from tests.registro.acts import PEOPLE, save, seen
from tests.registro.agreed import AGREED, agree
from tests.registro.conftest import PERIOD, at, fill, postgresql, settle
from tests.registro.ledger import outside
from tests.registro.questions import Questions
from tests.registro.web import HOST, Browser, application, opened

# Whose report holds which words: they are looked for in every answer.
CANARIES = {"PNP": ("registrador", "IOP.02.02"), "MP": ("otra entidad", "ISS.02.04.03.01")}
_NAMES = tuple(name for name in PEOPLE if name not in ("sistema", "todo"))
_BUSY = ("registrador", "responsable", "otra entidad", "revisor", "aprobador")
_ENTERING = ("entrar_enviar", "segundo_enviar", "salir")
_OTHER = "--postgresql"
_REPORTS = ("reporte", "reporte_version", "transicion", "evidencia", "observacion", "hallazgo",
            "acuerdo_version", "seguimiento", "decision", "parrafo_version",
            "parrafo_paso")  # fmt: skip


@dataclass
class Found:
    """What a run found."""

    statuses: Counter = field(default_factory=Counter)
    written: Counter = field(default_factory=Counter)
    faults: list = field(default_factory=list)


class Run:
    """A Registro of its own, with a browser for each person and one for nobody."""

    def __init__(self, engine, folder, place, seed):
        self.engine, self.drawn, self.found = engine, random.Random(seed), Found()
        self.app = application(engine, folder)
        self.app.extensions["registro"] = changed(self.app.extensions["registro"], place=place)
        for name in _NAMES:
            opened(self.app, name)
        self._mark()
        self.browsers = {name: opened(self.app, name) for name in _NAMES}
        self.ask = Questions(self.app, self.drawn)

    def _mark(self):
        for entity in CANARIES:
            own = {"entidad_PNP": "", f"entidad_{entity}": "si"}
            agree(self.engine, AGREED | own | {"texto": f"canario {entity} acuerdo"})
        for entity, (name, _) in CANARIES.items():
            with reading(self.engine) as connection:
                which = (reporte.c.entidad == entity, reporte.c.periodo == PERIOD)
                codes = connection.execute(select(reporte.c.codigo).where(*which)).scalars().all()
            for code in codes:
                words = {"estado_dato": "nd", "texto": f"canario {entity} {code}"}
                save(self.engine, PEOPLE[name], words, seen(self.engine, PEOPLE[name], code))

    def turn(self, index):
        """Send one request and look at everything that must hold of its answer."""
        name = self.drawn.choice((*_NAMES, *_BUSY, *_BUSY, "nadie"))
        browser = self.browsers.get(name) or Browser(self.app)
        head = self._head()
        asked = self.ask.draw(self._reports(name))
        answer = asked.send(browser)
        self.found.statuses[answer.status_code] += 1
        wrong = list(self._wrong(name, asked, answer, head))
        self.found.faults += [f"{index} {name} {asked}: {one}" for one in wrong]
        if asked.method == "POST":
            self._restore(name)

    def _wrong(self, name, asked, answer, head):
        body = answer.get_data(as_text=True) if answer.mimetype.startswith("text/") else ""
        if answer.status_code >= 500 or "Traceback" in body:
            yield str(answer.status_code)
        if "Content-Security-Policy" not in answer.headers:
            yield "no policy"
        if "Set-Cookie" in answer.headers and asked.endpoint not in _ENTERING:
            yield "a cookie"
        who = self._person(name)
        for entity in CANARIES:
            sees = who is not None and puede(who, "ver", Subject(entity, "pendiente"))
            if f"canario {entity}" in body and not sees:
                yield f"a row of {entity}"
        yield from self._trail(name, asked, answer, head)

    def _trail(self, name, asked, answer, head):
        with reading(self.engine) as connection:
            line = select(auditoria.c.tabla, auditoria.c.persona).where(auditoria.c.n > head)
            rows = connection.execute(line).all()
        self.found.written.update(row.tabla for row in rows)
        number = str(PEOPLE[name].id) if name in PEOPLE else "sistema"
        if rows and asked.method == "GET":
            yield f"a GET wrote {rows[:3]}"
        if rows and answer.status_code in (401, 403, 404, 405) and asked.endpoint not in _ENTERING:
            yield f"refused and written {rows[:3]}"
        if wrong := [row for row in rows if row.tabla in _REPORTS and row.persona != number]:
            yield f"in another's name {wrong[:3]}"

    def _head(self):
        with reading(self.engine) as connection:
            return connection.execute(select(func.max(auditoria.c.n))).scalar_one()

    def _person(self, name):
        if name not in PEOPLE:
            return None
        with reading(self.engine) as connection, self.app.test_request_context():
            return people.person(connection, PEOPLE[name].id, today())

    def _reports(self, name):
        """Some reports, with what may be done to each: mostly one's own, sometimes another's."""
        who = self._person(name)
        with reading(self.engine) as connection:
            own = self.drawn.random() < 0.7 and who is not None
            which = (visible(who if own else SYSTEM), reporte.c.estado != "pendiente")
            ids = connection.execute(select(reporte.c.id).where(*which).order_by(reporte.c.id))
            held = ids.scalars().all()
            drawn = self.drawn.sample(held, min(2, len(held)))
            found = [get(connection, SYSTEM, number) for number in drawn]
        return [(one, [action for action in ACTIONS if who and puede(who, action, one.subject)])
                for one in found]  # fmt: skip

    def _restore(self, name):
        """Take back in who was put out, with the session that he had or another."""
        out = update(persona).where(persona.c.activa.is_(False))
        with writing(self.engine) as connection:
            connection.execute(out.values(activa=True))
        browser, own = self.browsers.get(name), f"https://{HOST}"
        if browser and browser.client.get("/mi-cuenta", base_url=own).status_code != 200:
            self.browsers[name] = opened(self.app, name)


def foreign(engine):
    """Return the versions that somebody wrote in a report of an entity that is not his."""
    with reading(engine) as connection:
        line = select(reporte_version.c.autor, reporte.c.entidad).join(reporte).distinct()
        day = datetime.now(UTC).date()
        return [(row.autor, row.entidad) for row in connection.execute(line).all()
                if row.entidad not in people.person(connection, row.autor, day)
                .entities(("registrador", "responsable"))]  # fmt: skip


def run(engine, folder, place, number, seed):
    """Send the requests; return what was wrong, the state of the trail included."""
    kept, sign_in._FORGOTTEN_SECONDS = sign_in._FORGOTTEN_SECONDS, 0.0
    try:
        one = Run(engine, folder, place, seed)
        for index in range(number):
            one.turn(index)
    finally:
        sign_in._FORGOTTEN_SECONDS = kept
    one.found.faults += outside(engine)
    one.found.faults += [f"another's report: {row}" for row in foreign(engine)]
    return one.found


@contextmanager
def base(folder, kind):
    """Give a Registro of its own, filled: on SQLite, or as the application on PostgreSQL."""
    with ExitStack() as held:
        if kind == _OTHER:
            home = held.enter_context(postgresql())
            settle(home)
            engine = connect(at(home, roles.APP))
        else:
            engine = connect(f"sqlite:///{folder / 'registro.sqlite'}")
            migrate(engine)
        held.callback(engine.dispose)
        fill(engine, load())
        yield engine


def main(arguments):
    """Run over a database of its own, and fail where something was wrong."""
    from data.registro.publication.publish import Place

    kind = _OTHER if _OTHER in arguments else ""
    number, seed = numbers([one for one in arguments if one != _OTHER], 5_000, 7)
    logging.getLogger("registro.seguridad").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory() as name, base(Path(name), kind) as engine:
        folder, begun = Path(name), time.perf_counter()
        place = Place(folder / "tablas", folder / "versiones", keep=lambda *_: "0" * 12)
        found = run(engine, folder, place, number, seed)
    told = ", ".join(f"{status}: {times:,}" for status, times in sorted(found.statuses.items()))
    print(f"{number:,} peticiones en {time.perf_counter() - begun:,.0f} s (semilla {seed}); {told}")
    print("escrito:", ", ".join(f"{name} {n:,}" for name, n in found.written.most_common()))
    print(f"fallos: {len(found.faults)}", *found.faults[:40], sep="\n")
    return 1 if found.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
