"""The triggers of PostgreSQL: the trail, the refusals, and the rows that each entity may see."""

from collections.abc import Iterator

from sqlalchemy import Table

from data.registro.schema.columns import metadata
from data.registro.schema.guards import FIRST, audited, born, brought, columns
from data.registro.schema.refusal import Refusal
from data.registro.schema.sqlite import HIDDEN

# The same that `data.registro.database` takes.
_LOCK = 28950
_OF_ENTITY = "registro_ve(entidad)"
_OF_REPORT = "EXISTS (SELECT 1 FROM reporte AS r WHERE r.id = {table}.reporte)"
_NAMED = (
    "registro_ve('') OR string_to_array(entidades, ';') && "
    "string_to_array(coalesce(current_setting('app.entidad', true), ''), ',')"
)
_OF_AGREEMENT = "EXISTS (SELECT 1 FROM acuerdo AS a WHERE a.id = {table}.acuerdo)"
# What the administration asks of a report, whose rows it does not see.
_OF_ASKED = f"{_OF_ENTITY} OR coalesce(current_setting('app.alcance', true), '') = 'administra'"
_OF_ANSWER = "EXISTS (SELECT 1 FROM anulacion AS p WHERE p.id = {table}.anulacion)"
# Which rows of a table an entity may see.
_SEEN = {
    **dict.fromkeys(("reporte", "hecho"), _OF_ENTITY),
    **dict.fromkeys(("reporte_version", "desagregado", "hallazgo", "observacion", "transicion",
                     "evidencia"), _OF_REPORT),
    "acuerdo": _NAMED,
    "acuerdo_version": _OF_AGREEMENT,
    **dict.fromkeys(("seguimiento", "decision"), _OF_ENTITY),
    **dict.fromkeys(("informe_parrafo", "parrafo_version", "parrafo_paso"), "registro_ve('')"),
    "anulacion": _OF_ASKED,
    "anulacion_respuesta": _OF_ANSWER,
}  # fmt: skip
_SEES = """
CREATE FUNCTION registro_ve(de text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('app.alcance', true), '') = 'todo'
    OR de = ANY (string_to_array(coalesce(current_setting('app.entidad', true), ''), ','))
$$"""
_SUM = """
CREATE FUNCTION registro_suma(VARIADIC partes text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(array_to_string(partes, E'\\n'), 'UTF8')), 'hex')
$$"""
_TRAIL = f"""
CREATE FUNCTION registro_audita() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  antes jsonb; despues jsonb; datos text; cabeza record; columna text;
  ahora text := to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
  quien text := coalesce(nullif(current_setting('app.persona', true), ''), 'sistema');
BEGIN
  IF TG_OP <> 'INSERT' THEN antes := to_jsonb(OLD); END IF;
  IF TG_OP <> 'DELETE' THEN despues := to_jsonb(NEW); END IF;
  IF TG_OP = 'UPDATE' AND antes - TG_ARGV[1]::text[] = despues - TG_ARGV[1]::text[] THEN
    RETURN NULL;
  END IF;
  FOREACH columna IN ARRAY TG_ARGV[0]::text[] LOOP
    IF antes ->> columna IS NOT NULL THEN
      antes := jsonb_set(antes, ARRAY[columna], '"{HIDDEN}"'); END IF;
    IF despues ->> columna IS NOT NULL THEN
      despues := jsonb_set(despues, ARRAY[columna], '"{HIDDEN}"'); END IF;
  END LOOP;
  datos := CASE TG_OP WHEN 'INSERT' THEN despues::text WHEN 'DELETE' THEN antes::text
    ELSE jsonb_build_object('antes', antes, 'despues', despues)::text END;
  PERFORM pg_advisory_xact_lock({_LOCK});
  SELECT a.n, a.suma INTO cabeza FROM auditoria AS a ORDER BY a.n DESC LIMIT 1;
  INSERT INTO auditoria (n, momento, persona, tabla, operacion, datos, anterior, suma)
  SELECT s.n, ahora, quien, TG_TABLE_NAME, TG_OP, datos, s.anterior,
    registro_suma(s.anterior, s.n::text, ahora, quien, TG_TABLE_NAME, TG_OP, datos)
  FROM (SELECT coalesce(cabeza.n, 0) + 1 AS n, coalesce(cabeza.suma, '') AS anterior) AS s;
  RETURN NULL;
END $$"""


def statements(number: str = FIRST) -> Iterator[str]:
    """Return every statement of a migration, in order."""
    if number == FIRST:
        yield from (text.strip() for text in (_SEES, _SUM, _TRAIL))
    for one in brought(number):
        yield from _refusal(one)
    for table in audited():
        if born(table) == number:
            yield _trail(table)
    for name in ("auditoria", "ancla") if number == FIRST else ():
        yield from _no_truncate(name)
    for name, seen in _SEEN.items():
        if born(metadata.tables[name]) == number:
            yield f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY"
            yield f"ALTER TABLE {name} FORCE ROW LEVEL SECURITY"
            yield f"CREATE POLICY por_entidad ON {name} USING ({seen.format(table=name)})"


def _refusal(one: Refusal) -> Iterator[str]:
    condition = one.condition.replace("'9999-12-31'", "DATE '9999-12-31'") or "true"
    back = "OLD" if one.operation == "DELETE" else "NEW"
    yield (
        f"CREATE FUNCTION {one.name}() RETURNS trigger LANGUAGE plpgsql AS $$\n"
        f"BEGIN IF {condition} THEN RAISE EXCEPTION '{one.words}'; END IF; RETURN {back}; END $$"
    )
    yield (
        f"CREATE TRIGGER {one.name} BEFORE {one.operation} ON {one.table} "
        f"FOR EACH ROW EXECUTE FUNCTION {one.name}()"
    )


def _trail(table: Table) -> str:
    lists = ("{" + ",".join(columns(table, kind)) + "}" for kind in ("secret", "quiet"))
    arguments = ", ".join(f"'{one}'" for one in lists)
    return (
        f"CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON {table.name} "
        f"FOR EACH ROW EXECUTE FUNCTION registro_audita({arguments})"
    )


def _no_truncate(name: str) -> Iterator[str]:
    yield (
        f"CREATE FUNCTION entera_{name}() RETURNS trigger LANGUAGE plpgsql AS $$\n"
        f"BEGIN RAISE EXCEPTION '{name}: lo escrito no se cambia ni se borra'; END $$"
    )
    yield (
        f"CREATE TRIGGER entera_{name} BEFORE TRUNCATE ON {name} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION entera_{name}()"
    )
