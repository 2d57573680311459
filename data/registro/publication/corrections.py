"""The row of `correcciones` that says why something public changed."""

from data.registro.publication.tables import Tables


def say(tables: Tables, day: object, table: str, key: tuple[str, ...], reason: str) -> None:
    """Say why a row of a table changed on a day."""
    named = (str(day), table, ",".join(key))
    # Corrected twice in a day: the row of the day says both.
    before = tables.find("correcciones", named)
    words = f"{before['motivo']} {reason}" if before else reason
    cells = dict(zip(("fecha", "tabla", "clave"), named, strict=True))
    tables.put("correcciones", {**cells, "motivo": words, "url": ""})


def follow(tables: Tables, table: str, old: tuple[str, ...], new: tuple[str, ...]) -> None:
    """Tell of a row by its new key what was told of it by the old one, which is there no more."""
    for row in tables.having("correcciones", {"tabla": table, "clave": ",".join(old)}):
        tables.drop("correcciones", (row["fecha"], table, row["clave"]))
        say(tables, row["fecha"], table, new, row["motivo"])
