"""Where the name of each place stands beside its mark, so that none covers another."""

Spot = tuple[float, float, str]

PERU = "Perú"
OPEN = "(sin destino)"
# The border that the sentence names: the plan says through where, not where to.
OPEN_AT = (-77.9, -3.0)

DEFAULT: Spot = (9, 4, "start")
AT: dict[str, Spot] = {
    OPEN: (9, 6, "start"),
    "Ecuador": (-9, 0, "end"),
    "Colombia": (9, 12, "start"),
    "Haití": (0, -9, "middle"),
    "República Dominicana": (0, -9, "middle"),
    "Brasil": (2, -10, "end"),
    "Bolivia": (4, 17, "end"),
    "Argentina": (6, 18, "end"),
    "Bagua": (-8, 0, "end"),
    "Chiclayo": (-6, -8, "middle"),
    "Costa norte": (-2, 17, "middle"),
    "Trujillo": (4, 16, "start"),
    "Rioja": (8, -3, "start"),
    "Tarapoto": (9, 5, "start"),
    "San Martín": (8, 13, "start"),
    "Huancavelica": (-8, 2, "end"),
    "Ayacucho": (-7, 13, "end"),
    "Apurímac": (-2, 19, "middle"),
    "Cusco": (2, -9, "middle"),
    "Madre de Dios": (-8, -5, "end"),
    "Puerto Maldonado": (9, -3, "start"),
    "Arequipa": (-9, 6, "end"),
    "Moquegua": (-9, 7, "end"),
    "Tacna": (-9, 7, "end"),
}
SPLIT = frozenset({"Puerto Maldonado"})


def beside(name: str) -> str:
    """Return the side of the mark on which the interactive map writes the name."""
    _, down, anchor = AT.get(name, DEFAULT)
    if anchor == "middle":
        return "top center" if down < 0 else "bottom center"
    return "middle right" if anchor == "start" else "middle left"
