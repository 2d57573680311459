"""The closed words of the Registro: roles and states."""

from typing import Literal, get_args

from data.model.years import Reported

Role = Literal[
    "registrador", "responsable", "revisor", "aprobador", "administrador", "lector", "regional"
]
ROLES: tuple[Role, ...] = get_args(Role)
STATES: tuple[Reported, ...] = get_args(Reported)
