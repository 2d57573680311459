"""The place of a free paragraph in a report."""

from data.compliance_report.blocks import Free
from data.compliance_report.context import Context
from data.compliance_report.vocabulary import known, say


def aim(code: str) -> str:
    """Return the section of an objective: op-03 for OP.03."""
    return f"op-{code.rpartition('.')[2]}"


def block(context: Context, section: str) -> Free:
    """Return the place of a section; what stands in it is checked when the document is whole."""
    family = section if known(f"libre.{section}") else section.partition("-")[0]
    written = context.texts.sections.get(section)
    guide = say(f"libre.{family}")
    return (
        Free(section, guide, (), written.author, written.day) if written else Free(section, guide)
    )
