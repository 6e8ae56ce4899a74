"""How the server and its query workers talk over a pipe: a kind, a length, the bytes."""

from __future__ import annotations

import struct
from typing import IO, TYPE_CHECKING, Literal, cast

if TYPE_CHECKING:
    import asyncio

Kind = Literal["ready", "head", "data", "error", "end"]
_KINDS: tuple[Kind, ...] = ("ready", "head", "data", "error", "end")
_HEADER = struct.Struct(">BI")


def write_frame(target: IO[bytes], kind: Kind, content: bytes = b"") -> None:
    """Write one frame and flush it."""
    target.write(_HEADER.pack(_KINDS.index(kind), len(content)) + content)
    target.flush()


async def read_frame(source: asyncio.StreamReader) -> tuple[Kind, bytes]:
    """The next frame.

    Raises:
        asyncio.IncompleteReadError: the other side ended.
    """
    kind, length = cast("tuple[int, int]", _HEADER.unpack(await source.readexactly(_HEADER.size)))
    return _KINDS[kind], await source.readexactly(length)
