"""A register's file: recognised by its columns, read by DuckDB without loading it, in the encoding that it comes in."""

from __future__ import annotations

import codecs
import datetime
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from delibgraph.identity.names import slug
from delibgraph.registers.formats import FORMATS, Format

if TYPE_CHECKING:
    import duckdb

_MEMORY = "512MB"
_HEAD = 1 << 20
_DATE = re.compile(r"(?<!\d)(20\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)")
_FRENCH_DATE = re.compile(r"(?<!\d)(\d\d)[-_./](\d\d)[-_./](20\d\d)(?!\d)")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_PARQUET = b"PAR1"


class RegisterError(ValueError):
    """A file that is no register known here, or that cannot be read, with the way out."""


@dataclass(frozen=True, slots=True)
class Register:
    """A file with its format, the names of its columns by ours, and its day where it is known (ISO 8601)."""

    path: Path
    format: Format
    columns: dict[str, str]
    date: str | None
    encoding: str = "utf-8"

    @property
    def key(self) -> str:
        """The tail of the register's IRI."""
        return f"{self.format.name}/{self.date or 'undated'}"


def recognise(path: Path) -> Register:
    """The register that a file is.

    Raises:
        RegisterError: no such file, not a table, or columns of no known register; DuckDB is not installed.
    """
    encoding = _encoding(path)
    with connected() as connection, readable(path, encoding) as source:
        try:
            header = [str(name) for name, *_ in connection.sql(f"SELECT * FROM {source} LIMIT 0").description]
        except Exception as error:
            raise RegisterError(f"{path}: cannot be read as CSV or Parquet: {_line(error)}") from error
    by_slug = {slug(name.replace("_", " ")): name for name in header}
    for known in FORMATS:
        columns = {
            ours: by_slug[found]
            for ours, theirs in known.columns.items()
            if (found := next((name for name in theirs if name in by_slug), None))
        }
        if all(name in columns for name in known.needed):
            return Register(path, known, columns, _date(path.name), encoding)
    names = ", ".join(known.name for known in FORMATS)
    raise RegisterError(
        f"{path}: the columns are those of no register known here ({', '.join(header)[:200]}); known are {names}, "
        "in their official columns"
    )


@contextmanager
def connected() -> Iterator[duckdb.DuckDBPyConnection]:
    """A DuckDB of its own, in bounded memory, that reaches nothing but files.

    Raises:
        RegisterError: DuckDB is not installed.
    """
    try:
        import duckdb
    except ImportError as error:
        raise RegisterError("registers need DuckDB: pip install 'delibgraph[registers]'") from error
    with tempfile.TemporaryDirectory(prefix="delibgraph-registers-") as scratch:
        settings = {"memory_limit": _MEMORY, "temp_directory": scratch, "preserve_insertion_order": "false"}
        connection = duckdb.connect(config={**settings, "autoinstall_known_extensions": "false"})
        try:
            yield connection
        finally:
            connection.close()


@contextmanager
def readable(path: Path, encoding: str) -> Iterator[str]:
    """What stands after FROM to read the file; one that is not UTF-8 is written anew beside the system's other
    temporary files, in bounded memory."""
    if encoding == "parquet":
        yield f"read_parquet({_quoted(path)})"
        return
    if encoding == "utf-8":
        yield _csv(path, path)
        return
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".csv", newline="") as copy:
        try:
            with path.open(encoding=encoding, newline="") as source:
                shutil.copyfileobj(source, copy, _HEAD)
        except UnicodeError as error:
            raise RegisterError(f"{path}: is text neither in UTF-8 nor in {encoding} (save it as UTF-8)") from error
        copy.flush()
        yield _csv(Path(copy.name), path)


def _csv(path: Path, shown: Path) -> str:
    try:
        with path.open(encoding="utf-8", errors="replace", newline="") as source:
            head = source.readline(_HEAD)
    except OSError as error:
        raise RegisterError(f"{shown}: cannot be read: {error.strerror}") from error
    delimiter = max(";,\t|", key=head.count)
    options = f"delim='{delimiter}', quote='\"', escape='\"', header=true, all_varchar=true, strict_mode=false"
    return f"read_csv({_quoted(path)}, {options}, max_line_size=4194304)"


def _encoding(path: Path) -> str:
    """``parquet``, or the file's text encoding: by its mark, else UTF-8 where all of it is, else Windows-1252."""
    try:
        with path.open("rb") as source:
            head = source.read(4)
            if head == _PARQUET:
                return "parquet"
            for mark, name in _MARKS:
                if head.startswith(mark):
                    return name
            decoder = codecs.getincrementaldecoder("utf-8")()
            source.seek(0)
            while block := source.read(_HEAD):
                decoder.decode(block)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    except OSError as error:
        raise RegisterError(f"{path}: cannot be read: {error.strerror}") from error
    return "utf-8"


def _date(name: str) -> str | None:
    """The day in a file's name."""
    if match := _DATE.search(name):
        return _day("-".join(match.groups()))
    return _day("-".join(match.groups()[::-1])) if (match := _FRENCH_DATE.search(name)) else None


def _day(text: str) -> str | None:
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        return None


def iso(date: str | None) -> str | None:
    """A register's date in ISO 8601, from either form that they use; ``None`` for no date.

    >>> iso("05/07/2020"), iso("2020-07-05T00:00:00"), iso("")
    ('2020-07-05', '2020-07-05', None)
    """
    text = (date or "").strip()
    return _day("-".join(text[:10].split("/")[::-1])) if "/" in text else _day(text[:10])


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


def _line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
