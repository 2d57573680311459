"""What every table row has in common: frozen, closed, keyed, sourced."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Annotated, Any, ClassVar, Self, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from data.codes import FIRST_POLICY_YEAR, LAST_POLICY_YEAR

LIST_MARK = ";"


def _empty_is_none(value: object) -> object:
    return None if value == "" else value


Text = Annotated[str, Field(min_length=1)]
Number = Annotated[Decimal, Field(allow_inf_nan=False)]
MaybeText = Annotated[str | None, BeforeValidator(_empty_is_none)]
MaybeNumber = Annotated[Number | None, BeforeValidator(_empty_is_none)]
MaybeInt = Annotated[int | None, BeforeValidator(_empty_is_none)]
MaybeDate = Annotated[date | None, BeforeValidator(_empty_is_none)]
Count = Annotated[int, Field(ge=0)]
Order = Annotated[int, Field(ge=1)]
Year = Annotated[int, Field(ge=FIRST_POLICY_YEAR, le=LAST_POLICY_YEAR)]
MaybeYear = Annotated[Year | None, BeforeValidator(_empty_is_none)]
# The year that the only report spoke of when a table had no column of years.
ONE_REPORT = 2024
_WHOLE: dict[type[BaseModel], set[str]] = {}


class Row(BaseModel):
    """One row of a table; the order of the fields is the order of the columns.

    `refs`: column to the tables of which it holds a code; `lists`: columns of several codes;
    `joins`: table to the columns that are its whole key; `filtered`: parameters of the address
    that a column of the same name answers; `searched`: columns that the search reads;
    `derived`: columns that ``make datos`` writes; `empty_says`: what a table of this model
    without rows says: one that says nothing must have rows.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    about: ClassVar[str]
    key: ClassVar[tuple[str, ...]]
    refs: ClassVar[dict[str, tuple[str, ...]]] = {}
    lists: ClassVar[frozenset[str]] = frozenset()
    joins: ClassVar[dict[str, tuple[str, ...]]] = {}
    filtered: ClassVar[tuple[str, ...]] = ()
    searched: ClassVar[tuple[str, ...]] = ()
    derived: ClassVar[tuple[str, ...]] = ()
    empty_says: ClassVar[str] = ""

    @classmethod
    def columns(cls) -> list[str]:
        """Return the column names in the order of the file."""
        return list(cls.model_fields)

    @property
    def identity(self) -> tuple[Any, ...]:
        """Return the values of the key columns."""
        return _key_of(type(self))(self)

    def __repr__(self) -> str:
        """Return what pydantic does, in half the time: the version of the data is made of it.

        A row holds its columns and nothing else: no model of a row has a `cached_property`.
        """
        cells = ", ".join([f"{name}={value!r}" for name, value in self.__dict__.items()])
        return f"{type(self).__name__}({cells})"

    def model_dump(self, **how: Any) -> dict[str, Any]:
        """Return the row by column; what an earlier version says in another type is no fault."""
        return super().model_dump(**{"warnings": False, **how})

    @property
    def key_text(self) -> str:
        """Return the whole key as one text: how a correction names the row."""
        return ",".join(map(str, self.identity))

    def lean(self) -> Self:
        """Share with the other rows the list of columns that were given; each holds its own."""
        whole = _WHOLE.setdefault(type(self), self.__pydantic_fields_set__)
        if self.__pydantic_fields_set__ == whole:
            object.__setattr__(self, "__pydantic_fields_set__", whole)
        return self

    def values(self, column: str) -> tuple[Any, ...]:
        """Return what a cell holds: nothing, one value, or the several of a list."""
        value = getattr(self, column)
        if value is None:
            return ()
        return tuple(value.split(LIST_MARK)) if column in self.lists else (value,)


@cache
def _key_of(model: type[Row]) -> Callable[[Row], tuple[Any, ...]]:
    if len(model.key) < 2:
        return lambda row: tuple([getattr(row, name) for name in model.key])
    return attrgetter(*model.key)


class Stated(Row):
    """A row with a figure whose `estado` says which of the five things the cell is."""

    figure: ClassVar[str]

    @model_validator(mode="after")
    def _state_and_figure_agree(self) -> Self:
        state, value = getattr(self, "estado"), getattr(self, self.figure)  # noqa: B009
        if (value is None) == (state in ("dato", "cero")) or (state == "cero" and value != 0):
            context = {"column": "estado", "value": state, "figure": self.figure,
                       "absent": _absent(type(self))}  # fmt: skip
            raise PydanticCustomError("state_disagrees", "no concuerda", context)
        return self


def _absent(model: type[Stated]) -> str:
    """Return the states in which a cell has no figure, as a list in words."""
    *first, last = [
        state for state in get_args(model.model_fields["estado"].annotation)
        if state not in ("dato", "cero")
    ]  # fmt: skip
    return f"{', '.join(first)} o {last}"
