"""What a request brings: its parameters, and its body with a bound on its length."""

from __future__ import annotations

import zlib
from urllib.parse import parse_qsl

from starlette.requests import Request

from delibgraph.explorer.workers import RefusedError, Workers


def workers(request: Request) -> Workers:
    """The application's workers."""
    found = request.app.state.workers
    assert isinstance(found, Workers)  # noqa: S101 (set where the application is made)
    return found


def media(request: Request) -> str:
    """The media type of the body, without its parameters; empty where none is told."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def pairs_of(text: str) -> list[tuple[str, str]]:
    """The parameters of an address or a form.

    Raises:
        RefusedError: they cannot be read (400).
    """
    try:
        return parse_qsl(text, keep_blank_values=True, max_num_fields=1000, errors="strict")
    except (ValueError, UnicodeDecodeError) as error:
        raise RefusedError(400, f"the parameters cannot be read: {error}") from error


async def content(request: Request, longest: int) -> str:
    """The body as text, unpacked where it came as gzip.

    Raises:
        RefusedError: more than ``longest`` bytes, unpacked (413), packed otherwise (415), no UTF-8 or damaged (400).
    """
    coding = request.headers.get("content-encoding", "identity").strip().lower()
    if coding not in ("identity", "gzip"):
        raise RefusedError(415, f"a body comes as it is or as gzip, not as {coding}")
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16) if coding == "gzip" else None
    found = bytearray()
    try:
        async for part in request.stream():
            found += unpacker.decompress(part, longest + 1 - len(found)) if unpacker else part
            if len(found) > longest:
                raise RefusedError(413, f"this has at most {longest} bytes")
        if unpacker and not unpacker.eof:
            raise RefusedError(400, "the body is cut off (gzip)")
        return found.decode()
    except zlib.error as error:
        raise RefusedError(400, f"the body is no gzip: {error}") from error
    except UnicodeDecodeError as error:
        raise RefusedError(400, f"the request is no UTF-8: {error}") from error
