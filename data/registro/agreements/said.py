"""What is typed of an agreement, read: each thing that lacks is said, and nothing is guessed."""

from collections.abc import Mapping
from datetime import date

from data.registro.screening.texts import illegible, refuse

# The years of which an agreement may speak: another is a slip of the hand.
FIRST, LAST = 2000, 2100
# The longest of each text.
MOST = {"numero": 80, "acta": 400, "fuente": 400, "texto": 2000, "motivo": 2000, "hecho": 4000,
        "razon": 2000}  # fmt: skip


class AgreementError(ValueError):
    """Why something of an agreement is not written: one line each."""


class Typed:
    """The fields of a form: read one by one, with every fault told together."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        """Hold the fields; nothing is read yet."""
        self._fields = fields
        self.faults: list[str] = []

    def text(self, name: str, label: str, needed: bool = True) -> str:
        """Return a text without the space around it, looked through for what identifies anybody."""
        found = self._fields.get(name, "").strip()
        if needed and not found:
            self.faults.append(f"{label}: escríbalo.")
        if len(found) > MOST[name]:
            self.faults.append(f"{label}: tiene {len(found)} caracteres; caben {MOST[name]}.")
        elif why := illegible(found):
            self.faults.append(f"{label}: {why}.")
        else:
            refuse(found)
        return found

    def day(self, name: str, label: str) -> date:
        """Return a day; the first of all where it is none, which is told."""
        found = self._fields.get(name, "").strip()
        try:
            day = date.fromisoformat(found)
        except ValueError:
            self.faults.append(f"{label}: «{found[:20]}» no es una fecha; escriba 2026-08-10.")
            return date.min
        if not FIRST <= day.year <= LAST:
            self.faults.append(f"{label}: el año va de {FIRST} a {LAST}; dice {day.year}.")
        return day

    def marked(self, prefix: str) -> list[str]:
        """Return what is marked of a list, each in a field of its own."""
        return [name.removeprefix(prefix) for name, said in self._fields.items()
                if name.startswith(prefix) and said]  # fmt: skip

    def done(self) -> None:
        """Raise what was wrong, if anything was."""
        if self.faults:
            raise AgreementError("\n".join(self.faults))


def one_line(text: str) -> str:
    """Return a text in one line, as the public table writes it."""
    return " ".join(text.split())
