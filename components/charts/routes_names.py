"""Where the name of each place of the routes reads best beside its mark, tuned by hand."""

from components.charts.layouts.flows import Hint

PERU = "Perú"
OPEN = "(sin destino)"
# The border that the sentence names: the plan says through where, not where to.
OPEN_AT = (-77.9, -3.0)

HINTS: dict[str, Hint] = {
    OPEN: Hint(9, 6),
    "Ecuador": Hint(-9, 0, "end"),
    "Colombia": Hint(9, 12),
    "Haití": Hint(0, -9, "middle"),
    "República Dominicana": Hint(0, -9, "middle"),
    "Brasil": Hint(2, -10, "end"),
    "Bolivia": Hint(4, 17, "end"),
    "Argentina": Hint(6, 18, "end"),
    "Bagua": Hint(-8, 0, "end"),
    "Chiclayo": Hint(-6, -8, "middle"),
    "Costa norte": Hint(-2, 17, "middle"),
    "Trujillo": Hint(4, 16),
    "Rioja": Hint(8, -3),
    "Tarapoto": Hint(9, 5),
    "San Martín": Hint(8, 13),
    "Huancavelica": Hint(-8, 2, "end"),
    "Ayacucho": Hint(-7, 13, "end"),
    "Apurímac": Hint(-2, 19, "middle"),
    "Cusco": Hint(2, -9, "middle"),
    "Madre de Dios": Hint(-8, -5, "end"),
    "Puerto Maldonado": Hint(9, -3, split=True),
    "Arequipa": Hint(-9, 6, "end"),
    "Moquegua": Hint(-9, 7, "end"),
    "Tacna": Hint(-9, 7, "end"),
}
