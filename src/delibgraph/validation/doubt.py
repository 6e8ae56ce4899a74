"""What the quick engine says when it does not answer."""

from __future__ import annotations


class UnsupportedError(Exception):
    """A part of SHACL or SPARQL that is not compiled: the shape stays with the reference engine."""


class UnsureError(Exception):
    """An answer that is not beyond doubt: on this document, the reference engine has the word."""


class UndefinedError(Exception):
    """An error in the sense of SPARQL: an expression has no value.

    https://www.w3.org/TR/sparql11-query/#evaluation
    """
