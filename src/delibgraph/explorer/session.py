"""Who may decide in the browser: who has brought the token holds a cookie, and only pages of this server send forms.

The cookie is not for scripts and does not come with requests from other sites (``HttpOnly``, ``SameSite=Strict``, RFC
6265bis); a form brings a seal beside it, and a browser that says where a request comes from must say: from here.
"""

from __future__ import annotations

import base64
import hmac
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import Response

from delibgraph.explorer.workers import RefusedError

COOKIE = "delibgraph-review"
LASTS = 12 * 3600
"""Seconds that a session lasts."""


@dataclass(frozen=True, slots=True)
class Gate:
    """Lets in who brings the token. Sessions end with the server, which alone knows the key of their cookies."""

    token: str
    _key: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    def enter(self, request: Request, response: Response, token: str, who: str) -> None:
        """Give the cookie to who brings the token.

        Raises:
            RefusedError: the token is wrong (403).
        """
        if not hmac.compare_digest(token.strip().encode(), self.token.encode()):
            raise RefusedError(403, "the token is not this server's (see DELIBGRAPH_TOKEN where it was started)")
        told = f"{int(time.time()) + LASTS}.{base64.urlsafe_b64encode(who.encode()).decode()}"
        response.set_cookie(
            COOKIE,
            f"{told}.{self._sign(told)}",
            max_age=LASTS,
            path="/review",
            secure=request.url.scheme == "https",
            httponly=True,
            samesite="strict",
        )

    def leave(self, response: Response) -> None:
        """Take the cookie back."""
        response.delete_cookie(COOKIE, path="/review", httponly=True, samesite="strict")

    def who(self, request: Request) -> str | None:
        """Who is in: the name that was given with the token."""
        told, _, signature = request.cookies.get(COOKIE, "").rpartition(".")
        if not told or not hmac.compare_digest(signature.encode(), self._sign(told).encode()):
            return None
        until, _, name = told.partition(".")
        return base64.urlsafe_b64decode(name).decode() if int(until) > time.time() else None

    def seal(self, request: Request) -> str:
        """What a form of this session brings."""
        return self._sign(f"form {request.cookies.get(COOKIE, '')}")

    def check(self, request: Request, form: Mapping[str, str]) -> str:
        """Who sends the form.

        Raises:
            RefusedError: nobody who is in, or it comes from another site (403).
        """
        come_from_here(request)
        who = self.who(request)
        if who is None or not hmac.compare_digest(form.get("seal", "").encode(), self.seal(request).encode()):
            raise RefusedError(
                403, "nothing was decided: bring the token again (the page is old, or not of this server)"
            )
        return who

    def _sign(self, told: str) -> str:
        return hmac.new(self._key, told.encode(), "sha256").hexdigest()


def come_from_here(request: Request) -> None:
    """Let a form of this server's pages in (https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header).

    Raises:
        RefusedError: the browser says that another site sends it (403).
    """
    if request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
        raise RefusedError(403, "nothing was done: another site sent this form")
