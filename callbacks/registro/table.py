"""Every address of the Registro in one table: who is let through to it. One outside it fails."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gate:
    """Who is let through: anybody, a session without its second factor, or somebody signed in.

    office: what the person must have the right to; reports are judged one by one besides.
    """

    second: bool = True
    office: str = ""


OPEN = Gate(second=False, office="nadie")
HALF = Gate(second=False)
SIGNED = Gate()
KEYS = Gate(office="usar-llaves")
PEOPLE = Gate(office="administrar-personas")
FICHAS = Gate(office="administrar-fichas")
TRAIL = Gate(office="ver-auditoria")
CALENDAR = Gate(office="administrar-calendario")
SHEETS = Gate(office="cargar-excel")
QUEUE = Gate(office="ver-cola")
CUTS = Gate(office="publicar-cortes")
ANNULMENTS = Gate(office="ver-anulaciones")
ASKING = Gate(office="pedir-anulaciones")
ANSWERING = Gate(office="responder-anulaciones")
REPORT = Gate(office="ver-informe")
PARAGRAPHS = Gate(office="escribir-informe")
ISSUING = Gate(office="publicar-informe")
AGREED = Gate(office="ver-acuerdos")
AGREEING = Gate(office="escribir-acuerdos")
FOLLOWING = Gate(office="seguir-acuerdos")
GATES: dict[str, Gate] = {
    "entrar": OPEN,
    "entrar_enviar": OPEN,
    "segundo": HALF,
    "segundo_enviar": HALF,
    "llave": HALF,
    "salir": HALF,
    "invitacion": OPEN,
    "invitacion_enviar": OPEN,
    "olvido": OPEN,
    "olvido_enviar": OPEN,
    "salud": OPEN,
    "archivo": OPEN,
    "estilo": OPEN,
    "guion": OPEN,
    "guion_llaves": OPEN,
    "tareas": SIGNED,
    "cuenta": SIGNED,
    "cuenta_sesiones": SIGNED,
    "cuenta_clave": SIGNED,
    "llaves": KEYS,
    "llaves_nueva": KEYS,
    "llaves_retirar": KEYS,
    "periodo": SIGNED,
    "reporte": SIGNED,
    "reporte_guardar": SIGNED,
    "reporte_accion": SIGNED,
    "reporte_responder": SIGNED,
    "reporte_evidencia": SIGNED,
    "historial": SIGNED,
    "comparar": SIGNED,
    "evidencia": SIGNED,
    "personas": PEOPLE,
    "personas_nueva": PEOPLE,
    "personas_invitar": PEOPLE,
    "personas_retirar": PEOPLE,
    "personas_sesiones": PEOPLE,
    "personas_designar": PEOPLE,
    "personas_terminar": PEOPLE,
    "calendario": SIGNED,
    "calendario_anio": CALENDAR,
    "calendario_fechas": CALENDAR,
    "calendario_abrir": CALENDAR,
    "calendario_prorroga": CALENDAR,
    "fichas": SIGNED,
    "ficha": SIGNED,
    "ficha_cambiar": FICHAS,
    "ficha_meta": FICHAS,
    "metas": SIGNED,
    "plantilla": SHEETS,
    "cargas": SHEETS,
    "cargas_simular": SHEETS,
    "cargas_confirmar": SHEETS,
    "revision": QUEUE,
    "cortes": CUTS,
    "corte_nuevo": CUTS,
    "corte_publicar": CUTS,
    "corte_completar": CUTS,
    "corte_descartar": CUTS,
    "anulaciones": ANNULMENTS,
    "anulacion_pedir": ASKING,
    "anulacion_rechazar": ANSWERING,
    "informes": REPORT,
    "informe": REPORT,
    "informe_publicar": ISSUING,
    "parrafo": REPORT,
    "parrafo_guardar": PARAGRAPHS,
    "parrafo_accion": PARAGRAPHS,
    "acuerdos": AGREED,
    "acuerdos_nuevo": AGREEING,
    "acuerdos_sesion": AGREEING,
    "acuerdo": AGREED,
    "acuerdo_corregir": AGREEING,
    "acuerdo_seguir": FOLLOWING,
    "acuerdo_decidir": AGREEING,
    "auditoria": TRAIL,
    "auditoria_verificar": TRAIL,
}


def gate_of(endpoint: str) -> Gate:
    """Return the gate of an address; KeyError names one that is not in the table."""
    return GATES[endpoint]
