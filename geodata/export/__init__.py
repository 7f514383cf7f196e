"""Export: the tables of an atlas as files for other programs, without a page around them."""

from geodata.export.columns import columns_of
from geodata.export.csvw import METADATA_ENDING, csv_files, metadata_path
from geodata.export.files import check_targets, write_atomically, write_together
from geodata.export.formats import FORMATS, OF_A_PERIOD, calls_of, contents, format_of, write
from geodata.export.geojson import geojson
from geodata.export.reading_list import gaps_csv
from geodata.export.tables import ON_MAP, TABLES, changes_of

__all__ = [
    "FORMATS",
    "METADATA_ENDING",
    "OF_A_PERIOD",
    "ON_MAP",
    "TABLES",
    "calls_of",
    "changes_of",
    "check_targets",
    "columns_of",
    "contents",
    "csv_files",
    "format_of",
    "gaps_csv",
    "geojson",
    "metadata_path",
    "write",
    "write_atomically",
    "write_together",
]
