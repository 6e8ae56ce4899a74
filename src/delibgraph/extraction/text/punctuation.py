"""Where French parts its words: spaCy's tokenizer with the rules that prose needs.

spaCy's own French package is not imported: the pattern of its exceptions takes seconds to compile, in every process,
and finds nothing in these texts; nor does its search for web addresses. The text is in its plain reading, so that the
only apostrophe is ``'``.
"""

from __future__ import annotations

from spacy.lang.char_classes import (
    ALPHA,
    ALPHA_LOWER,
    ALPHA_UPPER,
    CONCAT_QUOTES,
    CURRENCY,
    LIST_ELLIPSES,
    LIST_PUNCT,
    LIST_QUOTES,
    UNITS,
)
from spacy.lang.punctuation import TOKENIZER_INFIXES, TOKENIZER_PREFIXES
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

_PRONOUNS = "ce|clés|elle|en|il|ils|je|là|moi|nous|on|t|vous"
"""What a hyphen joins to the word before it ("donne-t-il")."""
_PREFIXES = [*TOKENIZER_PREFIXES, rf"[dlnDLN]'(?=[{ALPHA}])"]
_INFIXES = [*TOKENIZER_INFIXES, rf"(?<=[{ALPHA}]')(?=[{ALPHA}])"]
_SUFFIXES = [
    *(*LIST_PUNCT, *LIST_ELLIPSES, *LIST_QUOTES),
    r"(?<=[0-9])[+%]",
    r"(?<=°[FfCcKk])\.",
    rf"(?<=[0-9])(?:{CURRENCY}|{UNITS})",
    rf"(?<=[0-9{ALPHA_LOWER}%²\-+():?{CONCAT_QUOTES}])\.",
    rf"(?<=[{ALPHA_UPPER}][{ALPHA_UPPER}])\.",
    rf"(?<=[{ALPHA}])[-–—‐‑](?:{_PRONOUNS}|{_PRONOUNS.upper()})",
]


def make_tokenizer(nlp: Language) -> Tokenizer:
    """The tokenizer of a pipeline."""
    return Tokenizer(
        nlp.vocab,
        prefix_search=compile_prefix_regex(_PREFIXES).search,
        suffix_search=compile_suffix_regex(_SUFFIXES).search,
        infix_finditer=compile_infix_regex(_INFIXES).finditer,
    )
