"""Tables: a folder read and checked as a whole, and a new one written."""

from geodata.tables.events import located_events
from geodata.tables.left_out import LEFT_OUT, without_sources
from geodata.tables.reading import DESCRIPTOR, Package, read_package
from geodata.tables.template import write_template

__all__ = [
    "DESCRIPTOR",
    "LEFT_OUT",
    "Package",
    "located_events",
    "read_package",
    "without_sources",
    "write_template",
]
