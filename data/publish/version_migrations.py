"""What tables and columns were called before: how the rows of an earlier version are found today.

A migration that does not fit, because its new name is not there yet or its old one still is,
changes nothing.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from data.publish import version_documents

Records = tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class Migration:
    """One change of the model: `old` is the table as it was called, `new` as it is.

    renamed: columns, the old name to the new; given: what all the rows of then say in a column
    that they had no need of; told: what a row said in other cells, by the column of today.
    """

    old: str
    new: str
    renamed: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)
    told: Mapping[str, Callable[[Mapping[str, str]], str]] = field(default_factory=dict)


# The oldest first. One report had been published when these tables had no year.
MIGRATIONS = (
    Migration("cifras_2024", "cifras", given={"anio": "2024"}),
    Migration("conteos", "conteos", given={"anio": "2024"}),
    Migration("discrepancias", "discrepancias", told={"documento": version_documents.told}),
)


def migrated(
    tables: Mapping[str, Records],
    today: Collection[str],
    migrations: Iterable[Migration] = MIGRATIONS,
) -> dict[str, Records]:
    """Return the tables of a version by the names of today, as far as those were written down."""
    found, steps = dict(tables), tuple(migrations)
    known = _known(today, steps)
    for each in steps:
        stays = each.old != each.new and (each.old in today or each.new in found)
        if each.old not in found or each.new not in known or stays:
            continue
        found[each.new] = tuple(_row(row, each) for row in found.pop(each.old))
    return found


def _known(today: Collection[str], migrations: tuple[Migration, ...]) -> set[str]:
    """Return the names of today and those that lead to one of them."""
    known = set(today)
    for each in reversed(migrations):
        if each.new in known:
            known.add(each.old)
    return known


def earlier(table: str, migrations: Iterable[Migration] = MIGRATIONS) -> tuple[str, ...]:
    """Return what a table was called before, the last name first."""
    names = [table]
    for each in reversed(tuple(migrations)):
        if each.new == names[-1] != each.old:
            names.append(each.old)
    return tuple(names[1:])


def _row(row: Mapping[str, str], by: Migration) -> Mapping[str, str]:
    named = {by.renamed.get(name, name): cell for name, cell in row.items()}
    said = {name: read(row) for name, read in by.told.items() if name not in named}
    return {**by.given, **said, **named}
