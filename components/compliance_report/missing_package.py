"""What is said where the packages of the documents are not installed: the board needs none."""

import importlib
from types import ModuleType

REQUIREMENTS = "requirements-reporte.txt"


class MissingPackageError(RuntimeError):
    """A package without which a format cannot be written."""


def package(name: str) -> ModuleType:
    """Return a package of the documents, which only who asks for a document needs.

    Raises MissingPackageError where it is not installed.
    """
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise MissingPackageError(name) from error
