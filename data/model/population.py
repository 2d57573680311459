"""How many people live where, so that a count can be a rate."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from data.model.row import Row, Text


class Poblacion(Row):
    """The people of one territory in one year, projected and not counted."""

    about = (
        "Población de cada departamento y distrito fiscal, año por año: proyecciones del INEI, "
        "no recuentos; la de un distrito fiscal la sumamos nosotros."
    )
    key = ("codigo_territorio", "anio")
    refs: ClassVar[dict[str, tuple[str, ...]]] = {
        "codigo_territorio": ("territorios",),
        "fuente": ("fuentes",),
    }

    codigo_territorio: Text = Field(description="Clave de la tabla territorios.")
    anio: Annotated[int, Field(ge=1995, le=2100)] = Field(description="Año, al 30 de junio.")
    poblacion: Annotated[int, Field(gt=0)] = Field(description="Habitantes proyectados.")
    origen: Literal["publicado", "calculado"] = Field(
        description="Si la cifra es de la fuente o la suma de sus distritos."
    )
    fuente: Text = Field(description="Clave de la tabla fuentes.")
