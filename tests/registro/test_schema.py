"""What the database itself refuses and records, whoever writes to it, in SQLite and PostgreSQL."""

import re
from datetime import date

import pytest
from sqlalchemy import delete, func, insert, inspect, select, text, update
from sqlalchemy.exc import DBAPIError

from data.registro.chain import anchor, head, verify
from data.registro.database import Actor, reading, writing
from data.registro.schema import metadata
from data.registro.schema.ddl import script
from data.registro.schema.guards import audited, born, refusals
from data.registro.schema.people import designacion, persona
from data.registro.schema.plan import esperado, periodo, responsable
from data.registro.schema.reports import reporte, reporte_version
from data.registro.schema.trail import ancla, auditoria
from tests.registro.conftest import PERIOD


@pytest.fixture(params=["sqlite", "postgresql"])
def base(request):
    return request.getfixturevalue("engine" if request.param == "sqlite" else "postgres")


def version(number, n, **cells):
    plain = {"reporte": number, "n": n, "base": 0, "clase": "parte-de-un-todo", "escrito": "{}",
             "autor": 1, "momento": func.current_timestamp()}  # fmt: skip
    return insert(reporte_version).values(plain | cells)


def a_report(base):
    with reading(base) as connection:
        return connection.execute(select(reporte.c.id).limit(1)).scalar_one()


def test_the_migrations_together_are_the_schema(root):
    files = sorted((root / "data" / "registro" / "migrations" / "sql").iterdir())
    held = {tuple(file.name.split(".")[:2]): file.read_text("utf-8") for file in files}
    numbers = {born(table) for table in metadata.sorted_tables}
    assert set(held) == {(one, name) for one in numbers for name in ("sqlite", "postgresql")}
    for (number, name), written in held.items():
        assert written == script(name, number), (
            f"python -m data.registro.schema.ddl {name} {number}"
        )


def test_a_migrated_database_has_every_table(base):
    assert set(metadata.tables) <= set(inspect(base).get_table_names())


def sealed(state, **cells):
    return {"sellada": True, "estado_dato": state} | cells


def refused(number):
    """What must be refused, whoever asks, with the words or the constraint that refuses it."""
    same = {"persona": 1, "entidad": "PNP", "rol": "revisor", "resolucion": "RM 1"}
    long = insert(designacion).values(
        [same | {"desde": date(2025, 1, 1)}, same | {"desde": date(2025, 6, 1)}]
    )
    row = {"periodo": PERIOD, "codigo": "IOP.01.01", "entidad": "PNP", "vence": date(2025, 7, 31)}
    expected = {"periodo": PERIOD, "codigo": "OTRO", "entidad": "PNP", "meta": 1, "ficha_n": 1}
    return [
        (long, "se cruzan"),
        (insert(responsable).values(codigo="IOP.01.01", desde=date(2024, 1, 1), entidad="MP"),
         "se cruzan"),
        (insert(reporte).values(row), "uq_reporte|UNIQUE"),
        (insert(reporte).values(row | {"estado": "aprobado", "serie": 2}), "nace pendiente"),
        (update(reporte).values(estado="publicado", version=1), "tabla de estados"),
        (update(reporte).values(estado="borrador"), "retrocede"),
        (update(reporte).values(estado="otro", version=1), "."),
        (delete(reporte), "no se borra"),
        (insert(esperado).values(expected), "no cambia"),
        (update(esperado).values(entidad="MP"), "no se cambia"),
        (version(number, 1, **sealed("dato", numerador=11, denominador=10, valor=110)), "parte"),
        (version(number, 1, **sealed("dato")), "dato"),
        (version(number, 1, **sealed("cero", valor=2)), "cero"),
        (version(number, 1, **sealed("nd", valor=2)), "ausente"),
        (version(number, 1, **sealed(None)), "con_estado"),
        (insert(persona).values(correo="SIN", nombre="x"), "correo"),
        (insert(persona).values(correo="p1@pe", nombre="x"), "correo"),
        (update(periodo).values(vence=date(2020, 1, 1)), "orden"),
        (update(auditoria).values(persona="otro"), "no se cambia"),
        (delete(auditoria), "no se cambia"),
    ]  # fmt: skip


def test_the_database_refuses_what_breaks_the_record(base):
    for line, words in refused(a_report(base)):
        with pytest.raises(DBAPIError) as caught, writing(base) as connection:
            connection.execute(line)
        assert re.search(words, str(caught.value.orig)), (str(line), str(caught.value.orig))


def test_a_draft_may_err_where_what_is_sent_may_not(base):
    number = a_report(base)
    with writing(base) as connection:
        connection.execute(version(number, 90, estado_dato="dato", numerador=11, denominador=10))
    with pytest.raises(DBAPIError), writing(base) as connection:
        connection.execute(update(reporte_version).values(numerador=1))


def test_every_write_of_every_table_is_in_the_trail_in_the_name_of_who_did_it(base):
    assert len(list(audited())) > 25
    assert len(list(refusals())) > 20
    with writing(base, Actor("7", todo=True)) as connection:
        before = head(connection).n
        changed = {"cargo": "Jefa", "clave_hash": "secreta"}
        connection.execute(update(persona).where(persona.c.id == 3).values(changed))
    with reading(base) as connection:
        row = connection.execute(select(auditoria).where(auditoria.c.n == before + 1)).one()
        assert (row.persona, row.tabla, row.operacion) == ("7", "persona", "UPDATE")
        assert "Jefa" in row.datos
        assert "secreta" not in row.datos
        assert list(verify(connection)) == []
        assert head(connection).n == before + 1


def _forge(base, line):
    """What somebody who owns the database can do: take the guards off and write."""
    with base.begin() as connection:
        if base.dialect.name == "sqlite":
            guards = (
                "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'auditoria'"
            )
            for name in connection.execute(text(guards)).scalars().all():
                connection.execute(text(f"DROP TRIGGER {name}"))
        else:
            connection.execute(text("ALTER TABLE auditoria DISABLE TRIGGER USER"))
        connection.execute(text(line))


@pytest.mark.parametrize("forged", [
    "UPDATE auditoria SET persona = 'otro' WHERE n = 5",
    "DELETE FROM auditoria WHERE n = 5",
    "DELETE FROM auditoria WHERE n > 5",
])  # fmt: skip
def test_who_takes_the_guards_off_is_found(engine, forged):
    with writing(engine) as connection:
        kept = anchor(connection, date(2025, 7, 1))
        assert anchor(connection, date(2025, 7, 1)) == kept
    _forge(engine, forged)
    with reading(engine) as connection:
        broken = list(verify(connection))
        assert broken
        assert broken[0].n in (5, 6, kept.n)
        assert connection.execute(select(func.count()).select_from(ancla)).scalar_one() == 1
