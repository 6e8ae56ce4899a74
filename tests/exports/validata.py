"""The errors of a CSV file under a table schema, as JSON; run in an own environment that holds ``validata-table``."""

import json
import sys
from pathlib import Path

from validata_core import resource_service, validation_service  # type: ignore[import-not-found]

table, schema = map(Path, sys.argv[1:])
resource = resource_service.from_file_content(table.name, table.read_bytes())
report = validation_service.validate_resource(resource, json.loads(schema.read_text(encoding="utf-8")), True)
print(json.dumps([getattr(error, "message", str(error)) for error in report.errors]))
