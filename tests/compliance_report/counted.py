"""What the sentences of a report must say of some tables, counted from the rows alone."""

import re

from data.model import Indicador, Valor
from tests.compliance_report.reading import said


def leading(text):
    """Return the first figure of a sentence that is no year; 0 where it says that there is none."""
    told = text.partition(". De ")[0]
    found = [
        int(n) for n in re.findall(r"(?<![\d.])\d+(?![\d.])", told) if not 2019 <= int(n) <= 2030
    ]
    return found[0] if found else 0


def truths(store, year):
    """Return what each counting sentence must count, from the rows alone."""
    rows = {row.codigo: row for row in store.rows(Valor) if row.anio == year}
    known = {row.codigo: row for row in store.rows(Indicador)}
    held = [(known[code], rows[code]) for code in known if code in rows]
    low = [(i, v) for i, v in held if v.valor_obtenido is not None and v.logro_esperado is not None
           and v.valor_obtenido < v.logro_esperado]  # fmt: skip
    served = {row.codigo for row in store.tables["servicios"]}
    lines = {row.lineamiento for row in store.tables["servicios"]}
    return {
        "rojos-cuantos": sum(v.semaforo == "rojo" for _, v in held),
        "pendientes-rojos": sum(v.semaforo == "rojo" for _, v in held),
        "completitud": sum(v.valor_obtenido is not None for _, v in held),
        "servicios-bajo-meta": len({i.servicio for i, _ in low if i.servicio in served}),
        "servicios-rojo": len({i.servicio for i, v in held if v.semaforo == "rojo"} & served),
        "lineas-sin-servicio": sum(r.codigo not in lines for r in store.tables["lineamientos"]),
        "datos-faltantes": sum(r.anio == year for r in store.tables["sin_reporte"]),
        "pendientes-traslados": sum(
            r.clase == "traslado" and r.anio == year and r.codigo in rows and bool(r.entidad)
            for r in store.tables["explicaciones"]
        ),
    }


def check_unknown(store, year, blocks):
    """What is not known is said beside what is counted, so that no red is not read as no fault."""
    rows = {row.codigo: row for row in store.rows(Valor) if row.anio == year}
    known = {row.codigo: row for row in store.rows(Indicador)}
    aims = {row.codigo for row in store.tables["objetivos"] if row.plan == "politica-2030"}
    measured, judged = set(), set()
    for code, row in rows.items():
        measured |= {known[code].servicio} if row.percent is not None else set()
        judged |= {known[code].servicio} if None not in (row.valor_obtenido,
                                                         row.logro_esperado) else set()  # fmt: skip
    services = {row.codigo for row in store.tables["servicios"]}
    expected = {
        "rojos-cuantos": sum(row.percent is None for row in rows.values()),
        "rojos-objetivos": sum(row.percent is None for row in store.tables["avances"]
                               if row.codigo in aims and row.anio == year),
        "servicios-rojo": len(services - measured),
        "servicios-bajo-meta": len(services - judged),
    }  # fmt: skip
    for name, amount in expected.items():
        found = re.search(r"\. De (\d+) no se conoce", said(blocks[name]))
        assert (int(found[1]) if found else 0) == amount, f"{name}: {said(blocks[name])}"


def check_silence(store, year, blocks):
    """Nobody is named silent in a year of which the sources give no result of anybody."""
    held = [row for row in store.rows(Valor) if row.anio == year]
    known = {row.codigo: store.responsible(row.codigo, year) for row in held}
    heard = {known[row.codigo] for row in held if row.valor_obtenido is not None}
    named = set(re.findall(r"\b[A-Z]{2,}\b", said(blocks["entidades-sin-dato"])))
    told = any(row.anio == year for row in store.tables["sin_reporte"])
    expected = set(known.values()) - heard if heard or told else set()
    assert named == expected & {row.sigla for row in store.tables["entidades"]}
    absent = {row.codigo for row in held if row.valor_obtenido is None}
    first = {name for name in blocks if name.endswith("-primero")}
    assert not {f"{part}-{code}-primero" for code in absent for part in ("uno", "dos")} & first


def check_bands(store, year, blocks):
    for level, name in (("IOP", "bandas-iop"), ("ISS", "bandas-iss")):
        rows = [v for v in store.rows(Valor) if v.anio == year and v.codigo.startswith(level)]
        sentence = said(blocks[name])
        if not rows:
            assert sentence.startswith("No hay")
            continue
        tally = [
            sum(v.semaforo == band for v in rows) for band in ("rojo", "ambar", "verde", "sin-dato")
        ]
        found = re.findall(r": (\d+) en .*?, (\d+) en .*?, (\d+) en .* y (\d+) sin dato", sentence)
        assert [*map(int, found[0])] == tally


def change(before, after):
    if None in (before, after):
        return None
    return "subió" if after > before else "bajó" if after < before else "se mantuvo"


def check_moves(store, year, blocks):
    rows = store.tables["avances"]
    computed = {(row.codigo, row.anio): row.avance_calculado for row in rows}
    published = {(r.codigo, r.anio) for r in rows if r.avance_publicado is not None}
    advances = {(row.codigo, row.anio): row.percent for row in store.tables["avances"]}
    for aim in ("OP.01", "OP.02", "OP.03"):
        sentence = said(blocks[f"pasa-{aim}"])
        now, before = advances.get((aim, year)), advances.get((aim, year - 1))
        word = "no se puede calcular" if now is None else None
        if now is not None and before is not None and year - 1 in store.years:
            word = change(before, now)
            ours = change(*(computed[aim, one] for one in (year - 1, year)))
            mixed = ((aim, year) in published) != ((aim, year - 1) in published)
            if mixed and ours != word:
                word = "no alcanzan para decir"
        assert word is None or word in sentence, sentence
        assert ("pasó de" in sentence) == (word in ("subió", "bajó"))
