"""The templates of the views and the one environment that renders them: everything is escaped unless it is ours."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import jinja2

_FOLDER = Path(__file__).parent / "templates"


def text(name: str) -> str:
    """A style or a script of our own, without the white space around it."""
    return (_FOLDER / name).read_text(encoding="utf-8").strip()


def render(name: str, **values: object) -> str:
    """The template with its values, text escaped for markup."""
    return _environment().get_template(name).render(**values)


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
