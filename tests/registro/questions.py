"""What the fuzz asks: every address of the server, with truths, half-truths and garbage."""

import io
import re
from dataclasses import dataclass, field
from pathlib import Path

from components.registro import templates
from data.registro.states import ACTIONS
from data.registro.vocabulary import ROLES
from tests.registro.acts import VALID
from tests.registro.conftest import PERIOD
from tests.registro.test_forms import BAD, PNG
from tests.registro.web import ORIGIN

GARBAGE = (
    *("", " ", "0", "-1", "9" * 30, "1e400", "NaN", "𝟙𝟚", "١٢", "null", "[]", "{}", "x" * 3000),
    *("<script>alert(1)</script>", "'; DROP TABLE persona; --", "{{ 7*7 }}", "%00", "\u202e"),
    *("../../etc/passwd", "..%2f", "a\r\nX-Y: z", "\x00", "\ud7ff", "S1", "2025-02-30", "=1+1"),
    *("DNI 45879632", "La menor Rosa Quispe (15)", "ñandú", "🙈", "\\", "'", "’", "%s", "a@b\nc@d"),
)
TRUE = (
    *(PERIOD, "2025-S2", "2025", "IOP.02.02", "ISS.02.04.03.01", "PNP", "MP", "MININTER", "1"),
    *("2", "3", "10", "2025-07-15", "2027-01-01", "dato", "nd", "cero", "texto", "Motivo."),
    *("p1@pe", "p6@pe", "cuenta", "suma", "si", "100", "1,033", *ROLES),
)
_METHODS = ("PUT", "DELETE", "PATCH", "TRACE", "HEAD", "OPTIONS", "GET", "POST")
# Each takes 47 MiB and a tenth of a second: fewer of them.
_COSTLY = ("entrar_enviar", "cuenta_clave", "invitacion_enviar", "llaves_nueva")
_TIMES = 3


def fields():
    """Every name that a field of a form has, read from the templates."""
    folder = Path(templates.__file__).parent
    source = "\n".join(file.read_text("utf-8") for file in folder.glob("*.html"))
    said = re.findall(r'name="([\w-]+)"', source)
    return sorted({*said, *VALID, "correo", "clave", "codigo", "_pendiente", "hecho_1_tipo",
                   "desagregado_sexo_mujeres"} - {"_ficha"})  # fmt: skip


@dataclass
class Asked:
    """A request: to which address, with what."""

    method: str
    place: str
    endpoint: str
    form: dict = field(default_factory=dict)
    origin: str = ORIGIN
    token: str | None = None
    query: dict = field(default_factory=dict)

    def __str__(self):
        """Say it short."""
        return f"{self.method} {self.place[:80]!r} {str(self.form)[:160]}"

    def send(self, browser):
        """Send it as a browser would, or as none would."""
        how = {"base_url": ORIGIN, "query_string": self.query}
        if self.method != "POST":
            return browser.client.open(self.place, method=self.method, **how)
        form = {"_ficha": browser.token if self.token is None else self.token, **self.form}
        headers = {"Origin": self.origin} if self.origin else {}
        kind = {"content_type": "multipart/form-data"} if _files(form) else {}
        return browser.client.post(self.place, data=form, headers=headers, **how, **kind)


def _files(form):
    return any(isinstance(said, tuple) for said in form.values())


class Questions:
    """Draws requests from the map of addresses of an application."""

    def __init__(self, app, drawn):
        self.rules, self.drawn, self.fields = list(app.url_map.iter_rules()), drawn, fields()
        more = [rule for rule in self.rules if rule.endpoint not in _COSTLY for _ in range(_TIMES)]
        self.rules += more

    def draw(self, reports):
        """Return the next request of somebody who knows of some reports."""
        if reports and self.drawn.random() < 0.55:
            return self._sensible(*self.drawn.choice(reports))
        rule = self.drawn.choice(self.rules)
        own = next(iter(rule.methods - {"HEAD", "OPTIONS"}))
        method = own if self.drawn.random() < 0.95 else self.drawn.choice(_METHODS)
        place = re.sub(r"<[^>]+>", lambda _: self._part(), rule.rule)
        asked = Asked(method, place, rule.endpoint, query=self._query())
        if method == "POST":
            asked.form = self._form()
            asked.origin = self.drawn.choice((*[ORIGIN] * 9, "https://malo.pe"))
            asked.token = self.drawn.choice((*[None] * 9, "otra"))
        return asked

    def _sensible(self, report, allowed):
        """Return what an officer or a reviewer would send, over the report as it is."""
        whole = f"/reportes/{report.periodo}/{report.codigo}"
        if self.drawn.random() < 0.4:
            views = ("", "", "/historial", "/comparar/1/2")
            return Asked("GET", whole + self.drawn.choice(views), "reporte")
        asked = self.drawn.choice(allowed if allowed and self.drawn.random() < 0.8 else ACTIONS)
        if asked == "guardar":
            asked = self.drawn.choice(("", "", "evidencia", "responder"))
        form = {"_version": str(report.version), **VALID, "razon": "Motivo.", "campo": "texto",
                "respuesta": "Ya.", "observacion": "1"}  # fmt: skip
        form |= self._form() if self.drawn.random() < 0.2 else {}
        if asked == "evidencia":
            form |= {"titulo": "Acta", "archivo": self._file()}
        return Asked("POST", f"{whole}{asked and '/'}{asked}", "reporte", form)

    def _word(self):
        return self.drawn.choice(self.drawn.choice((GARBAGE, TRUE)))

    def _part(self):
        # What an address cannot hold is sent as a browser would write it.
        return "".join(c if c.isalnum() or c in "-._~@" else "%%%02X" % (ord(c) % 256)
                       for c in self._word()[:200]) or "x"  # fmt: skip

    def _query(self):
        names = ("periodo", "entidad", "guardado", "hecho", "guardados", "conflictos", "cerradas")
        return {self.drawn.choice(names): self._word() for _ in range(self.drawn.choice((0, 0, 2)))}

    def _form(self):
        form = {self.drawn.choice(self.fields): self._word()
                for _ in range(self.drawn.randint(0, 12))}  # fmt: skip
        if self.drawn.random() < 0.1:
            form[self.drawn.choice(("archivo", "libro", "texto"))] = self._file()
        return form

    def _file(self):
        held = [one for one in BAD.values() if len(one) < 10_000]
        body = self.drawn.choice((PNG, *held, self.drawn.randbytes(200)))
        return io.BytesIO(body), self.drawn.choice(("a.png", "../x.exe", "a;b.pdf", "ñ.csv"))
