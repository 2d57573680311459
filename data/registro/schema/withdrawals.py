"""What both databases refuse when a report is annulled, or a cut that was begun is discarded."""

from collections.abc import Iterator

from data.registro.schema.refusal import Refusal


def annulments() -> Iterator[Refusal]:
    """Return what keeps an annulment to two people, whoever writes to it."""
    since = "0007"
    open_one = (
        "EXISTS (SELECT 1 FROM anulacion AS otra WHERE otra.periodo = NEW.periodo "
        "AND otra.codigo = NEW.codigo AND NOT EXISTS "
        "(SELECT 1 FROM anulacion_respuesta AS dada WHERE dada.anulacion = otra.id))"
    )
    yield Refusal("anulacion_una", "anulacion", "INSERT", open_one,
                  "anulacion: ya hay un pedido sin respuesta", since)  # fmt: skip
    same = (
        "NEW.persona = (SELECT pedida.persona FROM anulacion AS pedida "
        "WHERE pedida.id = NEW.anulacion)"
    )
    yield Refusal("anulacion_dos_personas", "anulacion_respuesta", "INSERT", same,
                  "anulacion: la responde otra persona", since)  # fmt: skip
    other = (
        "NEW.reporte IS NOT NULL AND NOT EXISTS (SELECT 1 FROM reporte AS suyo "
        "JOIN anulacion AS pedida ON pedida.periodo = suyo.periodo "
        "AND pedida.codigo = suyo.codigo "
        "WHERE suyo.id = NEW.reporte AND pedida.id = NEW.anulacion)"
    )
    yield Refusal("anulacion_suyo", "anulacion_respuesta", "INSERT", other,
                  "anulacion: el reporte no es el del pedido", since)  # fmt: skip
    alone = (
        "NEW.estado = 'anulado' AND OLD.estado <> 'anulado' AND NOT EXISTS "
        "(SELECT 1 FROM anulacion_respuesta AS dada WHERE dada.reporte = NEW.id)"
    )
    yield Refusal("reporte_anula", "reporte", "UPDATE", alone,
                  "reporte: lo anulan dos personas", since)  # fmt: skip


def discards() -> Iterator[Refusal]:
    """Return what keeps a cut from being both discarded and completed."""
    since = "0008"
    done = "(SELECT version_datos FROM publicacion WHERE id = NEW.publicacion) <> ''"
    yield Refusal("descarte_tarde", "publicacion_descarte", "INSERT", done,
                  "publicacion: lo publicado no se descarta", since)  # fmt: skip
    away = "EXISTS (SELECT 1 FROM publicacion_descarte WHERE publicacion = NEW.id)"
    yield Refusal("publicacion_descartada", "publicacion", "UPDATE", away,
                  "publicacion: se descartó y no se completa", since)  # fmt: skip
