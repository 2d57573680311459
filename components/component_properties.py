"""What a Dash component was given: in an order that no process changes, and as JSON."""

import json
from typing import Any

from dash.development.base_component import Component
from plotly.utils import PlotlyJSONEncoder

# By the class of a component and the names that it holds: as many as the code makes.
_ORDER_BY_NAMES: dict[tuple[Any, ...], tuple[str, ...]] = {}


def properties(node: Component) -> dict[str, Any]:
    """Return the properties that a component was given, in the order its class declares them.

    Its wildcards (`data-`, `aria-`) stand last and sorted. `to_plotly_json` gives the same in
    more time, with the wildcards in the order of a set, another one in each process.
    """
    held = vars(node)
    key = (type(node), *held)
    order = _ORDER_BY_NAMES.get(key)
    if order is None:
        order = _ORDER_BY_NAMES[key] = _ordered(node)
    return {name: held[name] for name in order}


def _ordered(node: Component) -> tuple[str, ...]:
    held, wildcards = vars(node), tuple(node._valid_wildcard_attributes)
    free = sorted([name for name in held if name.startswith(wildcards)])
    return tuple(name for name in (*node._prop_names, *free) if name in held)


class _Encoder(PlotlyJSONEncoder):
    def default(self, obj: Any) -> Any:
        if not isinstance(obj, Component):
            return super().default(obj)
        return {"props": properties(obj), "type": obj._type, "namespace": obj._namespace}


def component_json(value: Any) -> str:
    """Return components, figures and what holds them as Dash reads them: the same in any process.

    Raises TypeError for what is no JSON.
    """
    return json.dumps(value, cls=_Encoder, ensure_ascii=False, separators=(",", ":"))
