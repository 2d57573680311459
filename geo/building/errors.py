"""The one error that building the shapes reports to its operator."""


class GeometryFault(Exception):
    """What is wrong, where and what to do about it, in Spanish; nothing has been written."""
