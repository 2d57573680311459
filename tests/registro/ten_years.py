"""What the heaviest pages cost after ten years of reports, with 500 people: CPU and queries.

python -m tests.registro.ten_years [YEARS] [PEOPLE]

SQLite, in a folder that is gone at the end. The rows are written as the states ask, each with its
trail; one year and then all are measured, so that what grows is seen.
"""

import sys
import tempfile
import time
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from sqlalchemy import event, func, insert, select, update

from data.loader import load
from data.registro import periods, seeding
from data.registro.accounts import people
from data.registro.database import connect, migrate, reading, writing
from data.registro.rights import SYSTEM, Designation
from data.registro.schema.people import persona
from data.registro.schema.plan import meta
from data.registro.schema.publication import publicacion, publicacion_reporte
from data.registro.schema.reports import hallazgo, reporte, reporte_version
from data.registro.schema.review import transicion
from data.registro.schema.trail import auditoria
from tests.load.told import numbers
from tests.registro.acts import CODE, PEOPLE
from tests.registro.conftest import PERIOD, YEAR, fill
from tests.registro.web import application, opened

WAY = (("guardar", "borrador"), ("enviar", "enviado"), ("tomar", "en-revision"),
       ("recomendar", "recomendado"), ("aprobar", "aprobado"),
       ("publicar", "publicado"))  # fmt: skip
# Where the reports of the last half stand: some of each, as on any day of a review.
STANDS = (0, 1, 2, 3, 4, 5)
SHEET = f"/reportes/{PERIOD}/{CODE}"
ASKED = (
    ("lector", "/"), ("revisor", "/"), ("registrador", "/"), ("revisor", "/revision"),
    ("aprobador", "/revision"), ("aprobador", "/cortes"), ("lector", f"/periodos/{PERIOD}"),
    ("registrador", SHEET), ("registrador", f"{SHEET}/historial"),
    ("registrador", "/cargas"), ("lector", "/auditoria"), ("lector", "/auditoria/verificar"),
    ("administrador", "/personas"), ("administrador", "/calendario"),
    ("administrador", f"/metas/{YEAR}"), ("administrador", f"/fichas/{CODE}"),
)  # fmt: skip


def years(engine, count):
    """Write the calendar and the targets of the years after the first, and open every period."""
    with writing(engine) as connection:
        codes = connection.execute(select(meta.c.codigo).distinct()).scalars().all()
        for year in range(YEAR + 1, YEAR + count):
            goals = [{"codigo": code, "anio": year, "n": 1, "valor": Decimal(10)} for code in codes]
            connection.execute(insert(meta), goals)
            seeding.calendar(connection, periods.halves_and_year(year))
        for year in range(YEAR, YEAR + count):
            for span in periods.halves_and_year(year):
                if span["id"] != PERIOD:
                    periods.open_period(connection, SYSTEM, span["id"])


def crowd(engine, count):
    """Invite people of every entity, each with a designation that ended and one in force."""
    with writing(engine) as connection:
        entities = connection.execute(select(reporte.c.entidad).distinct()).scalars().all()
        for n in range(count):
            number = people.add(connection, f"oficial{n}@entidad.pe", f"Oficial {n}")
            entity = entities[n % len(entities)]
            role = ("registrador", "responsable")[n % 2]
            before = Designation(entity, role, date(2020, 1, 1), date(2024, 12, 31))
            for given in (before, Designation(entity, role, date(2025, 1, 1))):
                people.designate(connection, number, given, "RM 1")


def reports(engine):
    """Carry every report of each period on its way, those of the last period some of it."""
    with writing(engine) as connection:
        rows = connection.execute(select(reporte).order_by(reporte.c.id)).all()
        last = rows[-1].periodo
        for place, row in enumerate(rows):
            steps = STANDS[place % len(STANDS)] if row.periodo == last else len(WAY)
            carried(connection, row, steps)
        for name in dict.fromkeys(row.periodo for row in rows if row.periodo != last):
            cut(connection, name)


def carried(connection, row, steps):
    """Write the versions, the findings and the steps of one report."""
    who = [PEOPLE[name].id for name in ("registrador", "responsable", "revisor", "revisor",
                                        "aprobador", "aprobador")]  # fmt: skip
    now = datetime.now(UTC)
    held = "pendiente"
    for n, (action, after) in enumerate(WAY[:steps], 1):
        if n <= 2:
            version = {"reporte": row.id, "n": n, "base": n - 1, "clase": "cuenta",
                       "estado_dato": "dato", "valor": Decimal(10), "escrito": "{}",
                       "autor": who[0], "momento": now, "sellada": n == 2}  # fmt: skip
            connection.execute(insert(reporte_version).values(version))
            found = {"reporte": row.id, "n": n, "regla": "V05", "severidad": "explica",
                     "campo": "valor", "mensaje": "x", "explicacion": "y"}  # fmt: skip
            connection.execute(insert(hallazgo).values(found))
        values = {"estado": after, "version": n, "actual": min(n, 2)}
        if after == "en-revision":
            values["tomado_por"] = who[n - 1]
        connection.execute(update(reporte).where(reporte.c.id == row.id).values(values))
        step = {"reporte": row.id, "accion": action, "de": held, "a": after,
                "persona": who[n - 1], "momento": now}  # fmt: skip
        connection.execute(insert(transicion).values(step))
        held = after


def cut(connection, name):
    """Write the publication of a period."""
    row = {"corte": name, "autor": PEOPLE["aprobador"].id, "momento": datetime.now(UTC),
           "version_datos": "0" * 12}  # fmt: skip
    line = insert(publicacion).values(row).returning(publicacion.c.id)
    number = connection.execute(line).scalar_one()
    own = select(reporte.c.id).where(reporte.c.periodo == name)
    taken = [{"publicacion": number, "reporte": one}
             for one in connection.execute(own).scalars().all()]  # fmt: skip
    connection.execute(insert(publicacion_reporte), taken)


def measured(app, engine):
    """Give each page with its CPU in ms, its queries and its kB; the second visit counts."""
    asked = []
    event.listen(engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    browsers = {name: opened(app, name) for name in dict.fromkeys(name for name, _ in ASKED)}
    for name, place in ASKED:
        browsers[name].get(place)
        asked.clear()
        begun = time.process_time()
        answer = browsers[name].get(place)
        spent = (time.process_time() - begun) * 1000
        if answer.status_code != 200:
            raise SystemExit(f"{place}: {answer.status_code}")
        yield f"{name} {place}", spent, len(asked), len(answer.data) / 1000


def filled(folder, count, crowded):
    """Return what the pages cost after some years, by page, and how many rows there are."""
    engine = connect(f"sqlite:///{folder / 'registro.sqlite'}")
    migrate(engine)
    fill(engine, load())
    years(engine, count)
    crowd(engine, crowded)
    reports(engine)
    app = application(engine, folder)
    found = {name: cost for name, *cost in measured(app, engine)}
    with reading(engine) as connection:
        rows = [connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in (reporte, persona, auditoria)]  # fmt: skip
    engine.dispose()
    return found, rows


def main(arguments):
    """Measure one year and all of them, and print both; it stops by itself."""
    most, crowded, _ = numbers(arguments, 10, 500, 0)
    told = {}
    for count in dict.fromkeys((1, most)):
        begun = time.perf_counter()
        with tempfile.TemporaryDirectory() as name:
            told[count], rows = filled(Path(name), count, crowded)
        print(f"{count} años: {rows[0]} reportes, {rows[1]} personas, {rows[2]} registros de "
              f"auditoría; {time.perf_counter() - begun:.0f} s", flush=True)  # fmt: skip
    for page in told[most]:
        cpu, queries, size = (" → ".join(f"{told[count][page][n]:,.0f}" for count in told)
                              for n in range(3))  # fmt: skip
        print(f"{page}: {cpu} ms de procesador, {queries} consultas, {size} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
