"""Documents that lie elsewhere: an address of fsspec, as ``s3://bucket/acts/1.pdf`` or ``zip://1.txt::https://…/acts.zip``.

fsspec (https://filesystem-spec.readthedocs.io) knows the protocols; those of S3, GCS or HDFS are packages of their own.
They take credentials from where their own tools do: the environment, a profile, the machine's role.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from delibgraph.reading.document import ReadingError
from delibgraph.reading.limits import LARGEST_FILE

_PAUSES = (1.0, 4.0)
"""Seconds before a fetch that failed is tried again."""


@dataclass(frozen=True, slots=True, order=True)
class Remote:
    """A document at an address."""

    address: str

    def __str__(self) -> str:
        """The address."""
        return self.address

    @property
    def name(self) -> str:
        """The file's name."""
        return file_name(self.address)

    @contextmanager
    def fetched(self) -> Iterator[Path]:
        """A copy with the file's name on this machine, for a while.

        Raises:
            ReadingError: it cannot be fetched, or is too large.
        """
        data = self._data()
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / self.name
            path.write_bytes(data)
            yield path

    def _data(self) -> bytes:
        name = Path(self.name)
        for pause in (*_PAUSES, None):
            try:
                with _fsspec().open(self.address, "rb") as file:
                    data: bytes = file.read(LARGEST_FILE + 1)
            except ImportError as error:
                raise ReadingError(name, str(error), "install what the address needs") from error
            except Exception as error:  # each protocol has errors of its own
                if _missing(error):
                    raise ReadingError(name, "no such file", "check the address") from error
                if pause is None:
                    problem = f"cannot be fetched: {type(error).__name__}: {error}"
                    raise ReadingError(name, problem, "check the address and the credentials") from error
                time.sleep(pause)
            else:
                break
        if len(data) > LARGEST_FILE:
            raise ReadingError(name, "is too large", f"at most {LARGEST_FILE:,} bytes are read; split the file")
        return data


Source = Path | Remote
_WEB = {"http", "https"}


def is_address(text: str) -> bool:
    """Whether a text is an address of fsspec, and no path."""
    return "://" in text


def file_name(path: str) -> str:
    """The name of the file at a path or an address, without what an address has before and after it."""
    if not is_address(path):
        return Path(path).name
    protocol, _, rest = path.partition("::")[0].partition("://")
    return unquote(urlsplit(path).path).rpartition("/")[2] if protocol in _WEB else rest.rpartition("/")[2]


def files_at(address: str, endings: Collection[str]) -> list[Remote]:
    """The file at an address, or the files with these endings below it, sorted; ``*`` stands for any part of a name.

    Raises:
        ReadingError: the folder cannot be listed.
    """
    if "*" not in address and PurePosixPath(file_name(address)).suffix.lower() in endings:
        return [Remote(address)]
    _, link, outer = address.partition("::")
    try:
        files, path = _fsspec().core.url_to_fs(address)
        names = files.glob(path) if "*" in path else files.find(path)
    except Exception as error:  # each protocol has errors of its own
        problem, way_out = f"{type(error).__name__}: {error}", "check the address, its credentials and its package"
        raise ReadingError(Path(file_name(address)), f"cannot be listed: {problem}", way_out) from error
    found = sorted(name for name in names if PurePosixPath(file_name(name)).suffix.lower() in endings)
    return [Remote(f"{files.unstrip_protocol(name)}{link}{outer}") for name in found]


def _missing(error: Exception) -> bool:
    """Whether a file is not there; fsspec says so too where a web server does not answer."""
    cause = error.__cause__
    refused = isinstance(cause, OSError) and not isinstance(cause, FileNotFoundError)
    return isinstance(error, FileNotFoundError) and not refused


def _fsspec() -> Any:
    try:
        import fsspec
    except ImportError as error:
        raise ImportError("needs fsspec (pip install 'delibgraph[remote]')") from error
    return fsspec
