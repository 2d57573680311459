"""What identifies a person is found, and what a report says every day is not."""

import pytest

from data.registro.screening.texts import identifying

# Invented. Kind that must be found, and the sentence.
CORPUS = [
    ("un número de DNI", "La víctima con 45879632 fue atendida."),
    ("un número de DNI", "DNI N.° 4587 9632"),
    ("un número de DNI", "dni: 45.879.632"),
    ("un teléfono", "Llamar al 987654321."),
    ("un teléfono", "Su número es +51 987-654-321"),
    ("un teléfono", "Teléfono: 054 223344"),
    ("un correo", "Escribir a rosa.q+1@correo.com.pe"),
    ("un documento extranjero", "Pasaporte AB123456"),
    ("un documento extranjero", "con carné de extranjería N° 001234567"),
    ("un documento extranjero", "cédula 12345678901"),
    ("un número de caso", "Expediente N.° 00123-2024-0-1801-JR-PE-05"),
    ("un número de caso", "carpeta fiscal 506014502-2023-45-0"),
    ("un número de caso", "la denuncia 123-2024"),
    ("un nombre con su edad", "Rosa María Quispe Huamán, de 15 años, fue rescatada."),
    ("un nombre con su edad", "Rosa Quispe (15 años)"),
    ("un nombre con su edad", "de 15 años, llamada Rosa Quispe"),
    ("unas iniciales con su edad", "La menor R.M.Q. (15)"),
    ("unas iniciales con su edad", "R. M. Q. de 15 años"),
    ("el nombre de una persona", "la víctima Rosa Quispe Huamán"),
    ("el nombre de una persona", "una adolescente de nombre Rosa Quispe"),
    ("el nombre de una persona", "identificada como Ana de la Cruz Ramos"),
]
HARMLESS = [
    "Se rescató a 1,196 víctimas en 2024; 942 en 2022.",
    "El presupuesto fue de S/ 12,345,678 y se ejecutó el 98.5 %.",
    "Ley N.° 28950, Decreto Supremo 009-2021-IN y Resolución 0123-2024-IN.",
    "Se atendió a menores de 18 años y a mujeres de 18 a 29 años.",
    "39 NNA cuentan con Plan de Trabajo Individual (PTI) con componente de reintegración.",
    "Las víctimas Niñas, Niños y Adolescentes son atendidas en los CAR.",
    "El Programa Integral Nacional para el Bienestar Familiar atendió a 154 NNA.",
    "Campaña en Madre de Dios, Puno y Cusco del 15 al 30 de julio de 2024.",
    "Víctima: Ministerio Público la puso a disposición del MIMP.",
    "El ubigeo 150101 y la Meta 8 del Plan 2017-2021.",
]


def test_every_kind_of_the_corpus_is_found():
    missed = [(kind, text) for kind, text in CORPUS
              if kind not in {one.kind for one in identifying(text)}]  # fmt: skip
    assert not missed


@pytest.mark.parametrize("text", HARMLESS)
def test_what_a_report_says_is_let_pass(text):
    assert [(one.kind, text[one.start : one.end]) for one in identifying(text)] == []


@pytest.mark.data
def test_the_texts_that_the_reports_published_are_let_pass(live_store):
    from data.model import Explicacion, SinReporte

    said = [row.texto for row in live_store.rows(Explicacion)]
    said += [row.motivo for row in live_store.rows(SinReporte)]
    assert len(said) > 8
    assert not [text for text in said for _ in identifying(text)]
