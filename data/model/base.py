"""What every table row has in common: frozen, closed, keyed, sourced."""

from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from data.codes import FIRST_POLICY_YEAR, LAST_POLICY_YEAR


def _empty_is_none(value: object) -> object:
    return None if value == "" else value


Text = Annotated[str, Field(min_length=1)]
Number = Annotated[Decimal, Field(allow_inf_nan=False)]
MaybeText = Annotated[str | None, BeforeValidator(_empty_is_none)]
MaybeNumber = Annotated[Number | None, BeforeValidator(_empty_is_none)]
MaybeInt = Annotated[int | None, BeforeValidator(_empty_is_none)]
Year = Annotated[int, Field(ge=FIRST_POLICY_YEAR, le=LAST_POLICY_YEAR)]


class Row(BaseModel):
    """One row of a table; the order of the fields is the order of the columns."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    about: ClassVar[str]
    key: ClassVar[tuple[str, ...]]
    refs: ClassVar[dict[str, tuple[str, ...]]] = {}

    @classmethod
    def columns(cls) -> list[str]:
        """Return the column names in the order of the file."""
        return list(cls.model_fields)

    @property
    def identity(self) -> tuple[Any, ...]:
        """Return the values of the key columns."""
        return tuple(getattr(self, name) for name in self.key)
