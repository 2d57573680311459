"""What each rule must find and must let pass: one row each, read by the tests of the checks."""

from datetime import date
from decimal import Decimal as D

from data.registro.entry import Answerable, Counterpart, Entry, Fact, Half, Known, Sheet

WHOLE = Sheet("ISS.01.01.08.01", "Porcentaje de casos", "parte-de-un-todo", "casos")
COUNT = Sheet("IOP.02.02", "Número de víctimas", "cuenta", "víctimas")
DONE = Sheet("ISS.01.01.04.01", "Eventos ejecutados", "ejecutado-programado", "eventos")
CHANGE = Sheet("ISS.03.03.01.01", "Tasa de variación", "variacion", "patrocinios")
TOTAL = Sheet("ISS.03.01.01.01", "Número acumulado", "cuenta", "víctimas", agregacion="acumulado")
FACTS = Sheet("X", "Operativos", "cuenta", "operativos", cuenta_hechos=True)
PROOF = Sheet("X", "Operativos", "cuenta", "operativos", evidencia=("acta",))
UNIVERSE = Sheet("X", "Porcentaje de distritos", "parte-de-un-todo", "distritos",
                 universo="distritos", universo_n=D(1891))  # fmt: skip
QUALIFIED = Sheet("X", "Denuncias", "cuenta", "denuncias", calificador="registradas")
UNITS = frozenset({"casos", "víctimas", "denuncias", "sentencias", "asistencias técnicas"})


def entry(**said):
    return Entry(**{"estado_dato": "dato", "entidad": "PNP"} | said)


def known(sheet, **facts):
    plain = {"anio": 2024, "inicio": date(2024, 1, 1), "fin": date(2024, 12, 31),
             "metas": {2024: D(10)}, "responsables": (Answerable("PNP"),),
             "unidades": UNITS, "lugares": frozenset({"150101"})}  # fmt: skip
    return Known(sheet=sheet, **plain | facts)


def parts(above, below, **said):
    return entry(numerador=D(above), denominador=D(below), **said)


def fact(day, amount=1, place="150101", kind="operativo"):
    return Fact(date.fromisoformat(day), kind, place, D(amount))


HALVES = (Half(D(3), D(10), None), Half(D(4), D(10), None))
AGREED = Counterpart("B", "NNA", "valor", D(39))
SILENT = Counterpart("B", "NNA", "valor", None)
TALK = (fact("2024-02-01"), fact("2024-02-01", kind="taller"))
# rule, what was typed, what was known, the severity that it must find ("" for none)
CASES = [
    ("V01", parts(11, 10), known(WHOLE), "bloquea"),
    ("V01", parts(10, 10), known(WHOLE), ""),
    ("V01", parts(11, 10), known(DONE), ""),
    ("V01", entry(valor=D("100.1")), known(WHOLE), "bloquea"),
    ("V02", parts(11, 10), known(DONE), "explica"),
    ("V02", parts(10, 10), known(DONE), ""),
    ("V03", parts(121, 1891, valor=D("6.39")), known(WHOLE), "calculado"),
    ("V03", parts(121, 1891, valor=D("6.40")), known(WHOLE), ""),
    ("V03", entry(valor=D(120), avance=D("172.0")), known(COUNT, metas={2024: D(70)}), "calculado"),
    ("V03", entry(valor=D(120), avance=D("171.4")), known(COUNT, metas={2024: D(70)}), ""),
    ("V03", entry(numerador=D(3)), known(WHOLE), "bloquea"),
    ("V03", parts(3, 0), known(WHOLE), "bloquea"),
    ("V03", entry(valor=D(3)), known(COUNT), ""),
    ("V04", Entry(entidad="PNP"), known(COUNT), "bloquea"),
    ("V04", entry(estado_dato="cero"), known(COUNT), "bloquea"),
    ("V04", entry(estado_dato="cero", cero_confirmado=True), known(COUNT), ""),
    ("V04", entry(estado_dato="cero", cero_confirmado=True, valor=D(3)), known(COUNT), "bloquea"),
    ("V04", entry(valor=D(0)), known(COUNT), "bloquea"),
    ("V04", entry(), known(COUNT), "bloquea"),
    ("V04", entry(valor=D(1)), known(COUNT), ""),
    ("V04", parts(-1, 10), known(WHOLE), "bloquea"),
    ("V04", entry(estado_dato="nd", motivo=" "), known(COUNT), "bloquea"),
    ("V04", entry(estado_dato="nd", motivo="El sistema no funcionó."), known(COUNT), ""),
    ("V05", entry(valor=D(31)), known(COUNT, valores={2023: D(10)}), "explica"),
    ("V05", entry(valor=D(29)), known(COUNT, valores={2023: D(10)}), ""),
    ("V05", entry(valor=D(3)), known(COUNT, valores={2023: D(10)}), "explica"),
    ("V05", entry(valor=D(31)), known(COUNT, valores={2023: D(0)}), ""),
    ("V05", entry(valor=D(31)), known(COUNT, valores={2025: D(1)}), ""),
    ("V06", entry(valor=D(6)), known(TOTAL, valores={2023: D(19)}), "bloquea"),
    ("V06", entry(valor=D(20)), known(TOTAL, valores={2023: D(19)}), ""),
    ("V06", entry(valor=D(6)), known(COUNT, valores={2023: D(7)}), ""),
    ("V07", entry(), known(COUNT, metas={}), "bloquea"),
    ("V07", entry(), known(COUNT, base=D(11)), "explica"),
    ("V07", entry(), known(COUNT, base=D(10)), ""),
    ("V07", entry(), known(COUNT, metas={2023: D(15), 2024: D(5)}), "explica"),
    ("V07", entry(), known(COUNT, metas={2023: D(5), 2024: D(5), 2025: D(9)}), ""),
    ("V08", entry(valor=D(20)), known(COUNT, metas={2023: D(10), 2024: D(10)},
                                      valores={2023: D(20)}), "anota"),
    ("V08", entry(valor=D(20)), known(COUNT, metas={2023: D(10), 2024: D(10)},
                                      valores={2023: D(19)}), ""),
    ("V09", entry(texto="Hubo 69 sentencias."), known(COUNT), "explica"),
    ("V09", entry(texto="Hubo 1,196 víctimas y 694 (seis) asistencias técnicas."), known(COUNT),
     "explica"),
    ("V09", entry(texto="Hubo 1,196 víctimas en 14 meses."), known(COUNT), ""),
    ("V09", entry(texto="Se atendieron 2,650 denuncias."), known(QUALIFIED), "explica"),
    ("V09", entry(texto="Hay 2,650 denuncias registradas."), known(QUALIFIED), ""),
    ("V10", parts(121, 1874), known(UNIVERSE), "explica"),
    ("V10", parts(121, 1891), known(UNIVERSE), ""),
    ("V10", parts(1, 13), known(WHOLE, denominadores={2023: D(10)}), "explica"),
    ("V10", parts(1, 12), known(WHOLE, denominadores={2023: D(10)}), ""),
    ("V10", parts(9, 40), known(WHOLE, mismo_universo={"B": D(154)}), "explica"),
    ("V10", parts(9, 40), known(WHOLE, mismo_universo={"B": D(41)}), ""),
    ("V11", entry(valor=D(40)), known(COUNT, contrapartes=(AGREED,)),
     "explica"),
    ("V11", entry(valor=D(39)), known(COUNT, contrapartes=(AGREED,)),
     ""),
    ("V11", entry(valor=D(39)), known(COUNT, contrapartes=(SILENT,)),
     ""),
    ("V12", entry(valor=D(39), texto="Se atendió a 39 y a 40."), known(COUNT), "anota"),
    ("V12", entry(valor=D(39), texto="Se atendió a 39 en 2024."), known(COUNT), ""),
    ("V13", entry(valor=D(3), hechos=(fact("2024-02-01", 2),)), known(FACTS), "bloquea"),
    ("V13", entry(valor=D(2), hechos=(fact("2024-02-01", 2),)), known(FACTS), ""),
    ("V13", entry(valor=D(2), hechos=(fact("2023-12-31", 2),)), known(FACTS), "bloquea"),
    ("V13", entry(valor=D(2), hechos=(fact("2024-02-01", 2, "999999"),)), known(FACTS), "bloquea"),
    ("V14", entry(hechos=(fact("2024-02-01"), fact("2024-02-04"))), known(FACTS), "explica"),
    ("V14", entry(hechos=(fact("2024-02-01"), fact("2024-02-05"))), known(FACTS), ""),
    ("V14", entry(hechos=TALK), known(FACTS), ""),
    ("V15", entry(entidad="PCM"), known(COUNT), "bloquea"),
    ("V15", entry(), known(COUNT, responsables=()), "bloquea"),
    ("V15", entry(unidad="INABIF"), known(COUNT, responsables=(Answerable("PNP", "DGNNA"),)),
     "bloquea"),
    ("V15", entry(unidad="DGNNA"), known(COUNT, responsables=(Answerable("PNP", "DGNNA"),)), ""),
    ("V15", entry(unidad="INABIF"), known(COUNT), ""),
    ("V16", entry(valor=D(2)), known(PROOF), "bloquea"),
    ("V16", entry(valor=D(2), evidencia=("acta",)), known(PROOF), ""),
    ("V16", entry(valor=D(2), sin_evidencia="Se perdió."), known(PROOF), ""),
    ("V16", entry(estado_dato="nd", motivo="No"), known(PROOF), ""),
    ("V17", entry(texto="DNI 45879632"), known(COUNT), "bloquea"),
    ("V17", entry(explicaciones={"V05": "Escriba a ana@correo.pe"}), known(COUNT), "bloquea"),
    ("V17", entry(texto="Se rescató a 1,196 víctimas en 2024."), known(COUNT), ""),
    ("V18", entry(valor=D(5), desagregado={"sexo": {"mujer": D(3), "hombre": D(1)}}), known(COUNT),
     "bloquea"),
    ("V18", entry(valor=D(4), desagregado={"sexo": {"mujer": D(3), "hombre": D(1)}}), known(COUNT),
     ""),
    ("V18", entry(valor=D(4), desagregado={"sexo": {"mujer": D(5), "hombre": D(-1)}}), known(COUNT),
     "bloquea"),
    ("V19", parts(9, 10, texto="Se atendió a todas."), known(WHOLE), "anota"),
    ("V19", parts(10, 10, texto="Se atendió a todas."), known(WHOLE), ""),
    ("V19", entry(valor=D(3), texto="La meta se cumplió."), known(COUNT), "anota"),
    ("V19", entry(valor=D(10), texto="La meta se cumplió."), known(COUNT), ""),
    ("V19", entry(valor=D(3), texto="No hay víctimas."), known(COUNT), "anota"),
    ("V20", parts(8, 20), known(WHOLE, semestres=HALVES), "bloquea"),
    ("V20", parts(7, 20), known(WHOLE, semestres=HALVES), ""),
    ("V20", parts(8, 20), known(WHOLE, semestres=HALVES[:1]), ""),
]  # fmt: skip
