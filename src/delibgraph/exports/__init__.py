"""The graph in the formats that others ask for: SCDL tables, CSV and Parquet, JSON-LD, a DCAT-AP description."""

from __future__ import annotations

from typing import TYPE_CHECKING

from delibgraph.imports import on_demand

if TYPE_CHECKING:
    from delibgraph.exports.dcat import catalogue
    from delibgraph.exports.jsonld import JsonLdError, write_jsonld
    from delibgraph.exports.scdl import Table, deliberations, subventions
    from delibgraph.exports.settings import Settings, SettingsError, read_settings
    from delibgraph.exports.tables import TABLE_FORMATS, TableFormat, TablesError, write_tables
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
_PLACES = {
    "catalogue": "dcat",
    **dict.fromkeys(("JsonLdError", "write_jsonld"), "jsonld"),
    **dict.fromkeys(("Table", "deliberations", "subventions"), "scdl"),
    **dict.fromkeys(("Settings", "SettingsError", "read_settings"), "settings"),
    **dict.fromkeys(("TABLE_FORMATS", "TableFormat", "TablesError", "write_tables"), "tables"),
    "settings_template": "template",
}
__getattr__ = on_demand(__name__, _PLACES)
