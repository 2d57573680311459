"""Each kind of doubt that the check of the free text finds, and what it leaves alone."""

import re

from data.compliance_report import free_text, report, written_numbers

SIGNED = 'autor = "A"\nfecha = 2026-11-28\n'
# Each phrase, and what of it is doubtful; nothing of the last ones is.
PHRASES = [
    ("Hubo cuatro mil víctimas, el doble.", ["cuatro mil", "doble"]),
    ("Creció ½ y luego ².", ["½", "²"]),
    ("Son {98765} y {nada}.", ["98765", "{", "}"]),
    ("{valores/ISS.01.01.01.01,2020/valor_obtenido}",
     ["{valores/ISS.01.01.01.01,2020/valor_obtenido}"]),
    ("Hemos cumplido.", ["Hemos cumplido"]),
    ("Las metas fueron alcanzadas.", ["fueron alcanzadas"]),
    ("La entidad cumplió.", ["cumplió"]),
    ("Cada uno de los servicios avanza.", ["Cada uno de"]),
    ("La Contraloría Nacional y el Ministerio de la Mujer lo vieron.",
     ["Contraloría Nacional", "Ministerio de la Mujer"]),
    ("Hola 😀 y 漢.", ["😀", "漢"]),
    ("Hubo 70.6 víctimas, 1,196 % de ellas.", ["70.6", "1,196"]),
    ("El índice es 70.6 % y hubo 1,196 víctimas en 2024; 50.0 por ciento.", []),
    ("No se cumplió con las metas de dos objetivos en el siglo XXI.", []),
    ("El IOP.03.01 llegó a {valores/IOP.03.01,2024/valor_obtenido} %.", []),
    ("El Ministerio de la Mujer y Poblaciones Vulnerables y el Poder Judicial informan.", []),
]  # fmt: skip


def test_each_kind_of_doubt_is_found_and_what_is_true_is_left(live_store, tmp_path):
    for phrase, wanted in PHRASES:
        text = f"[contexto]\ntexto = '''{phrase}'''\n{SIGNED}"
        (tmp_path / "2024.toml").write_text(text, "utf-8")
        doubts = report.report(live_store, 2024, free_text.read(tmp_path, 2024)).doubts
        found = {re.search(r"contexto='(.*?)': ", doubt)[1] for doubt in doubts}
        assert found == set(wanted), phrase


def test_figures_in_words_are_read():
    read = {"doscientas treinta y una": 231, "mil": 1000, "dos mil catorce": 2014,
            "tres millones cien mil dos": 3_100_002, "la mitad": None}  # fmt: skip
    for words, number in read.items():
        assert written_numbers.value(words) == number
