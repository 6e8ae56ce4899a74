"""The graph in the formats that others ask for: SCDL tables, CSV and Parquet, JSON-LD, a DCAT-AP description."""

from __future__ import annotations

from delibgraph.exports.dcat import catalogue
from delibgraph.exports.jsonld import JsonLdError, write_jsonld
from delibgraph.exports.scdl import Table, deliberations, subventions
from delibgraph.exports.settings import Settings, SettingsError, read_settings
from delibgraph.exports.tables import FORMATS as TABLE_FORMATS
from delibgraph.exports.tables import Format as TableFormat
from delibgraph.exports.tables import TablesError, write_tables
from delibgraph.exports.template import settings_template

__all__ = [
    "TABLE_FORMATS",
    "JsonLdError",
    "Settings",
    "SettingsError",
    "Table",
    "TableFormat",
    "TablesError",
    "catalogue",
    "deliberations",
    "read_settings",
    "settings_template",
    "subventions",
    "write_jsonld",
    "write_tables",
]
