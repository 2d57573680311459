"""The words of the field: what each term means, and which words mean the same to a search."""

from typing import ClassVar, Literal

from pydantic import Field

from data.model.row import MaybeText, Row, Text
from data.text_normalisation import slug


class Termino(Row):
    """One acronym or term with its meaning in a sentence."""

    about = (
        "Siglas y términos que usa el tablero, cada uno con una oración que lo explica y el lugar "
        "de donde sale."
    )
    key = ("termino",)
    searched = ("termino", "expansion", "definicion")
    refs: ClassVar[dict[str, tuple[str, ...]]] = {"fuente": ("fuentes",)}

    termino: Text = Field(description="Sigla o término.")
    expansion: MaybeText = Field(description="Nombre completo de la sigla; vacío en un término.")
    definicion: Text = Field(description="Qué es, en una oración.")
    origen: Literal["fuente", "propio"] = Field(
        description="De quién es la oración: fuente, resume lo que dice el lugar citado; propio, "
        "es de este tablero y el lugar citado es donde se usa o se despliega."
    )
    fuente: Text = Field(description="Clave de la tabla fuentes.")

    @property
    def anchor(self) -> str:
        """Return how an address names the term."""
        return slug(self.termino)


class Sinonimo(Row):
    """Two phrases that mean the same to whoever searches."""

    about = (
        "Palabras que la búsqueda del tablero toma por lo mismo, en los dos sentidos; las siglas "
        "se toman además de entidades y de glosario."
    )
    key = ("termino", "equivale")

    termino: Text = Field(description="Lo que una persona puede escribir.")
    equivale: Text = Field(description="Cómo lo llaman los documentos.")
    origen: Literal["propio"] = Field(description="propio: la lista es de este tablero.")
