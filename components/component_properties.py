"""What a Dash component was given: in an order that no process changes, and as JSON."""

import json
from typing import Any

from dash.development.base_component import Component
from plotly.utils import PlotlyJSONEncoder

_FREE = ("data-", "aria-")


def properties(node: Component) -> dict[str, Any]:
    """Return the properties that a component was given, in the order of its kind.

    `data-` and `aria-` stand last and sorted. `to_plotly_json` says the same in ten times the
    time, and lists those two in the order of a set, which is another one in each process.
    """
    held = vars(node)
    free = sorted([name for name in held if name.startswith(_FREE)])
    return {name: held[name] for name in (*node._prop_names, *free) if name in held}


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
