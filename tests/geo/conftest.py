"""Some tests need the packages that build the shapes: `make geo-test`, in their environment."""

from importlib.util import find_spec

_NEEDED = {"test_layer.py": "geopandas", "test_shapes.py": "shapely"}

collect_ignore = [file for file, package in _NEEDED.items() if find_spec(package) is None]
