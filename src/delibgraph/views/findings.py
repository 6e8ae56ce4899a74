"""The page of findings: one file, without script and without anything from elsewhere, for those who mind the acts.

What comes from documents reaches it as escaped text; links go to what the shapes name as their sources alone.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from delibgraph.rdf import ValidationResult
from delibgraph.validation import advice, checks, set_checks
from delibgraph.views import rendering
from delibgraph.views.words import FINDINGS

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Source:
    """What a finding rests on: the article of law, its address, and what a reader should check."""

    article: str
    link: str
    advice: str


def source(finding: ValidationResult, lang: str) -> Source:
    """What stands behind a finding. A check of form rests on a term or a standard and has no article."""
    check = (checks() | set_checks()).get(finding.shape or "")
    known = check is not None and bool(check.article)
    told = advice(finding.code, lang)
    return Source(check.article, check.source, told) if check and known else Source("", "", told)


def message(finding: ValidationResult, lang: str) -> str:
    """What is wrong, without what steers a terminal or turns a line around: names come from documents."""
    return _CONTROLS.sub("\ufffd", finding.message_fr if lang == "fr" else finding.message)


def quote(finding: ValidationResult) -> str:
    """The words at the finding's place, on one line."""
    words = _CONTROLS.sub("\ufffd", " ".join((finding.quote or "").split()))
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


def place(finding: ValidationResult, lang: str) -> str:
    """Page, line and words, as far as they are known; characters where the lines are not."""
    if finding.span is None:
        return ""
    at = [f"page {finding.page}"] if finding.page else []
    if finding.line:
        at.append(f"{FINDINGS['line'][lang == 'fr']} {finding.line}")
    elif not at:
        at.append(f"{FINDINGS['characters'][lang == 'fr']} {finding.span[0]}–{finding.span[1]}")
    words = quote(finding)
    return ", ".join(at) + (f": “{words}”" if words else "")


def findings_page(found: Mapping[str, Sequence[ValidationResult]], lang: str) -> str:
    """The HTML page of findings by document; those of the set as a whole have no document's name."""
    style = rendering.text("findings.css")
    told = {name: findings for name, findings in found.items() if findings}
    return rendering.render(
        "findings.html.j2",
        lang=lang,
        found=told,
        documents=len(found),
        severities=Counter(finding.severity for findings in told.values() for finding in findings),
        words={key: pair[lang == "fr"] for key, pair in FINDINGS.items()},
        source=lambda finding: source(finding, lang),
        quote=quote,
        message=lambda finding: message(finding, lang),
        style=style,
        style_hash="sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
    )
