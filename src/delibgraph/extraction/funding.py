"""Money for a beneficiary: what this deliberation grants, and what it only talks about.

An amount becomes a grant when its clause gives it to somebody, in the decision; the same sum in the title, the exposé
and the decision is one grant. Forms: ``docs/funding.md``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex
from spacy.tokens import Doc

from delibgraph.extraction.money import Amount
from delibgraph.extraction.organisations import squeeze
from delibgraph.extraction.finder import ORGANISATIONS, UNKNOWN
from delibgraph.extraction.pipeline import AMOUNTS, sentence
from delibgraph.extraction.view import View, tidy, trim
from delibgraph.facts import Funding, Span

_KIND = regex.compile(
    r"(?<!\w)(?P<kind>subventions?(?:[ ]+(?:de[ ]+fonctionnement|d'investissement|d'equipement|exceptionnelle|complementaire|supplementaire))?|"
    r"cotisations?|adhesions?|participations?|contributions?|financements?|dotations?|fonds[ ]+de[ ]+concours|aides?|bourses?|secours|avances?)(?!\w)"
)
_GIVING = regex.compile(
    r"(?<!\w)(?:accord|attribu|allou|octroy|vers(?=[eé])|abond|particip|vot(?=e)|approuv|autoris|decid|approbation|finance)\w*"
)
_ASKING = regex.compile(r"(?<!\w)(?:sollicit|demand|propos)\w*")
_ASKED_OF = regex.compile(r"(?:sollicit|demand)\w*[^.;]{0,80}aupres[ ]+d")
_EARLIER = regex.compile(r"lors[ ]+de[ ]+sa|(?<!\w)avai(?:t|ent)(?!\w)|precedent|(?<!\w)contre[ ]+\d")
_PAST = regex.compile(
    r"(?<!\w)(?:a[ ]+(?:deja[ ]+)?(?:fait[ ]+l'objet|accorde|attribue|verse|alloue|octroye|beneficie|percu|recu))|"
    + _EARLIER.pattern
)
_NO_GRANT = regex.compile(
    r"chiffre[ ]+d'affaires|volume[ ]+d'achat|budget[ ]+(?:previsionnel|global|total)|cout|loyers?|emprunt|marche|recettes?|depenses?[ ]+(?!correspondante)|"
    r"total|montant[ ]+global|enveloppe|estime|ventes?|prix|(?<!\w)dont(?!\w)"
)
_ACCOUNTING = (
    r"(?:hauteur|titre|taux|cours|cadre|sein|chapitre|article|compte|budget|nature|fonction|prorata|unanimite|majorite|exercice|annee|moyen|maximum|"
    r"partir|compter|l'unanimite|la[ ]+majorite|l'article|la[ ]+signature|signer|l'exercice|l'occasion|ce[ ]+titre|cet[ ]+effet|la[ ]+somme|"
    r"conseil|vote|la[ ]+presente)(?!\w)"
)
_OF = r"d(?:e[ ]+l'[ ]?|e[ ]+la[ ]+|e[ ]+|u[ ]+|es[ ]+|')"
_TO = regex.compile(
    rf"(?<!\w)(?:(?:a|au|aux)[ ]+|(?:en[ ]+faveur|au[ ]+profit|au[ ]+benefice|aupres)[ ]+{_OF})(?!{_ACCOUNTING})(?:l[ae]s?[ ]+|l[' ][ ]?)?"
    rf"(?!{_ACCOUNTING})"
)
_GIVEN = regex.compile(
    r"[ ,]*(?:une?|la|le)[ ]+(?:subvention|participation|aide|somme|dotation|contribution|cotisation|avance|bourse)[^,;]*$"
)
_ORDER = r"(?:au[ ]+(?:titre|profit|benefice)|pour|afin|selon|dans[ ]+(?:le|la|les)[ ]+(?:cadre|limite|condition)|sous[ ]+reserve|d'un[ ]+montant|a[ ]+hauteur|inscrite?|imputee?|(?:d'[ ]?)?une?[ ]+(?:subvention|participation|aide|somme|dotation|contribution|cotisation|avance|bourse|financement)|est|sont|qui|destinee?|conformement|et[ ]+(?:a|au|aux|une?|approuve|autorise|de)|a[ ]+raison)"
_BENEFICIARY = regex.compile(
    rf"(?P<name>[«\"]?[ ]*[^\s,;:.(«»\"–][^,;:(«»\"\n.]*?(?:[ ]*[«\"][^»\"]+[»\"])?)(?=[ ]*(?:[,;:(\n.]|$|(?<!\w){_ORDER}(?!\w)))"
)
_ITEM = regex.compile(r"(?m)^[ ]*[-–•*▪][ ]*(?P<name>[^:\n€]{2,80}?)[ ]*:[ ]*$")
_YEAR = regex.compile(
    r"(?:titre[ ]+(?:de[ ]+)?(?:l'[ ]?annee[ ]+|l'exercice[ ]+)?|pour[ ]+(?:l'[ ]?annee[ ]+|l'exercice[ ]+|l annee[ ]+)?|(?:l'[ ]?|en[ ]+)(?:annee|exercice)[ ]+|exercice[ ]+|en[ ]+|annee[ ]+)(?P<year>(?:19|20)\d\d)(?!\d)"
)
_ANY_YEAR = regex.compile(r"(?<![\d/.-])(?P<year>20\d\d)(?![\d/-])")
_LINE = regex.compile(
    r"(?:compte|article|nature|imputation)[ ]*:?\s{0,4}(?P<line>(?=[\w/ .-]*\d|\p{Lu}+-\p{Lu}+|[\p{L}]+-[\p{L}]+)[\w/-]+(?:[ ]\d{3}(?!\d))?(?:-[\w]+)*)",
    regex.I,
)
_CHARGED = regex.compile(r"imput|inscri|budget|credit|chapitre|subvention|verse|article[ ]6")
_LAST = regex.compile(r"cette[ ]+derniere")
_PURPOSE = regex.compile(
    r"(?:au[ ]+titre[ ]+d(?:e[ ]+la[ ]+|e[ ]+l'[ ]?|u[ ]+|es[ ]+|e[ ]+)|pour[ ]+(?:le[ ]+|la[ ]+|l'[ ]?|les[ ]+)?|destinee?s?[ ]+a[ ]+(?:la[ ]+|l'[ ]?)?|en[ ]+vue[ ]+d(?:e[ ]+|u[ ]+|'))"
    r"(?!(?:annee|exercice|l'annee|\d{4}|un[ ]+montant))(?P<purpose>(?:[«\"][^»\"]{1,200}[»\"]|[^,;.«»\"]|\.(?=\d)){4,240}?)"
    r"(?=[ ]*(?:[,;.]|\n[ ]*\n|$|(?<!\w)(?:selon|et[ ]+approuve|dans[ ]+les[ ]+conditions|pour[ ]+un[ ]+montant|d'un[ ]+montant)(?!\w)))"
)
_QUOTED = regex.compile(
    r"^(?:action|operation|projet|programme|evenement|manifestation)[ ]*[«\"](?P<name>[^»\"]+)[»\"]"
)
_RECEIVED = regex.compile(
    r"(?:^|[ ,.])(?:l['’ ]|la |le )?(?P<name>\p{Lu}[^,;:.\n]{1,60}?)[ ]+(?:a|avait|avaient|ont)[ ]+(?:déjà[ ]+)?(?:reçu|bénéficié|perçu)"
)
_WHOLLY_QUOTED = regex.compile(r"^[«\"](?P<name>[^»\"]+)[»\"](?:[ ]+(?:en|pour)[ ]+(?:l'année[ ]+)?\d{4})?$")
_ANAPHORA = regex.compile(r"(?<!\w)(?:cette|cet|ce)[ ]+(?P<noun>\p{L}{4,})")
_POINTED = regex.compile(r"(?:cette|cet|ce|ces|celle|celui)(?!\w)")
_LEGAL = regex.compile(
    r"^(?i:(?:l['’ ]|la |le |les )?(?:association|société(?: coopérative)?|cluster|pôle(?: de compétitivité)?))[ ]+(?=[«\"\p{Lu}\d])"
)
_ARTICLE = regex.compile(r"^(?:l['’]|l (?=[a-zé])|la |le |les )")


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount in its clause, with what the clause says of it."""

    amount: Amount
    clause: Span
    sentence: Span
    beneficiary: str | None
    decided: bool
    kind: str | None
    year: int | None
    purpose: str | None
    past: bool


def read_funding(
    view: View, passages: Sequence[Doc], title: str | None, decision: int | None, adopted: bool
) -> list[Funding]:
    """The sums of an act: granted and background, each once."""
    sums = [found for passage in passages for found in _sums(view, passage)]
    granted = [found for found in sums if found.decided and found.beneficiary and not found.past]
    if not granted and adopted:
        granted = [f for f in sums if f.beneficiary and not f.past and not _ASKED_OF.search(view.folded, *f.sentence)]
    merged = _merged(granted, sums)
    line = _budget_line(view, decision)
    facts = [
        _fact(view, found, "granted", title, line[0] if line and (found is merged[-1] or not line[1]) else None)
        for found in merged
    ]
    return facts + _background(view, sums, merged)


def _sums(view: View, passage: Doc) -> Iterator[Sum]:
    offset: int = passage._.offset
    listed = passage.spans[AMOUNTS]
    for i, money in enumerate(listed):
        amount = replace(money._.amount, start=offset + money._.amount.start, end=offset + money._.amount.end)
        told = sentence(money)
        before = offset + listed[i - 1]._.amount.end if i else 0
        after = offset + listed[i + 1]._.amount.start if i + 1 < len(listed) else len(view.plain)
        clause = max(before, told[0]), min(after, told[1])
        if amount.rate or _NO_GRANT.search(view.folded, max(clause[0], amount.start - 60), amount.start):
            continue
        if found := _sum(view, amount, clause, told, passage):
            yield found


def _sum(view: View, amount: Amount, clause: Span, told: Span, passage: Doc) -> Sum | None:
    item = _ITEM.search(view.plain, view.plain.rfind("\n", 0, amount.start) + 1, amount.start)
    heading = (max(0, told[0] - 400), told[0]) if item else (told[0], told[0])
    context = view.folded[heading[0] : told[1]]
    kind = _KIND.search(context)
    if not (kind or _GIVING.search(context)):
        return None
    beneficiary = tidy(item["name"]) if item else _beneficiary(view, amount, clause)
    if beneficiary and _POINTED.match(beneficiary):
        beneficiary = _last_named(passage, amount.start)
    return Sum(
        amount,
        clause,
        told,
        _clean(beneficiary) if beneficiary else None,
        passage._.decided and bool(_GIVING.search(context)) and "est propose" not in view.folded[slice(*told)],
        _kind(view, clause, told) or (_singular(kind["kind"]) if kind else None),
        _year(view, clause, told, heading),
        _purpose(view, (amount.end, clause[1])) or _antecedent(view, told),
        bool((_EARLIER if passage._.decided else _PAST).search(view.folded, *told)),
    )


def _beneficiary(view: View, amount: Amount, clause: Span) -> str | None:
    """Whom the clause gives the sum: "attribue à X une subvention de 800 €", "800 € à X", else "à X … 800 €"."""
    line = view.plain.replace("\n", " ")
    before = [
        name for to in _to(view, clause[0], amount.start) if (name := _BENEFICIARY.match(line, to.end(), amount.start))
    ]
    if before and _GIVEN.match(view.folded, before[-1].end(), amount.start):
        return before[-1]["name"]
    for to in _to(view, amount.end, clause[1]):
        if name := _BENEFICIARY.match(line, to.end(), clause[1]):
            return name["name"]
    if before:
        return before[-1]["name"]
    subject = _RECEIVED.search(line, clause[0], amount.start)
    return subject["name"] if subject else None


def _to(view: View, start: int, end: int) -> Iterator[regex.Match[str]]:
    """Each "à" of a stretch; "a" is the verb."""
    return (
        match
        for match in _TO.finditer(view.folded, start, end)
        if view.plain[match.start() : match.start() + 2] != "a "
    )


def _last_named(passage: Doc, before: int) -> str | None:
    """The organisation that "cette association" points back at: the last one given a kind."""
    named = [s for s in passage.spans[ORGANISATIONS] if s.label_ != UNKNOWN and passage._.offset + s.end_char < before]
    return named[-1].text if named else None


def _clean(name: str) -> str:
    """The name without its article, its legal form before a proper name, and guillemets."""
    text = _LEGAL.sub("", tidy(name).strip('«»" '))
    return tidy(_ARTICLE.sub("", text).strip('«»" '))


def _kind(view: View, clause: Span, told: Span) -> str | None:
    match = _KIND.search(view.folded, *clause) or _KIND.search(view.folded, *told)
    return _singular(tidy(view.plain[slice(*match.span("kind"))])) if match else None


def _singular(kind: str) -> str:
    word, space, rest = kind.lower().partition(" ")
    if word == "fonds" or word == "secours":
        return kind.lower()
    return word.removesuffix("s") + space + rest


def _year(view: View, *places: Span) -> int | None:
    """The year that the clause, the sentence or the list's heading names; else any year in the clause."""
    match = next((m[-1] for place in places if (m := list(_YEAR.finditer(view.folded, *place)))), None)
    match = match or _ANY_YEAR.search(view.folded, *places[0])
    return int(match["year"]) if match else None


def _purpose(view: View, span: Span) -> str | None:
    match = _PURPOSE.search(view.folded, *span)
    if not match:
        return None
    start, end = match.span("purpose")
    if quoted := _QUOTED.match(view.folded[start:end]):
        start, end = start + quoted.start("name"), start + quoted.end("name")
    text = tidy(view.plain[start:end])
    if whole := _WHOLLY_QUOTED.match(text):
        text = tidy(whole["name"])
    return text if not regex.fullmatch(r"(?:l'?)?(?:année|exercice)?\s*\d*", text) else None


def _antecedent(view: View, sentence: Span) -> str | None:
    """What "cette phase" stands for: the phrase in the text before that the same noun heads."""
    pointed = _ANAPHORA.search(view.folded, *sentence)
    if not pointed:
        return None
    noun = pointed["noun"]
    phrase = None
    for match in regex.finditer(
        rf"une?[ ]+(?P<phrase>{noun}(?:[ ]+dite)?[ ]+d(?:e[ ]+|')[^\s,.;]+)", view.folded[: sentence[0]][-600:]
    ):
        offset = max(0, sentence[0] - 600)
        phrase = tidy(view.plain[offset + match.start("phrase") : offset + match.end("phrase")])
    return regex.sub(r"(?<=\p{L})[ ]dite?[ ]", " ", phrase) if phrase else None


def _merged(granted: Sequence[Sum], sums: Sequence[Sum]) -> list[Sum]:
    """Each grant once: equal sums to one beneficiary are one, and lend each other what one of them lacks."""
    kept: list[Sum] = []
    for found in granted:
        twin = next((i for i, other in enumerate(kept) if _same_grant(found, other)), None)
        if twin is None:
            kept.append(found)
    for i, found in enumerate(kept):
        for other in sums:
            if (
                other is not found
                and other.amount.value == found.amount.value
                and (not other.beneficiary or _same_name(found, other))
            ):
                kept[i] = replace(
                    kept[i],
                    year=kept[i].year or other.year,
                    purpose=kept[i].purpose or (other.purpose if other.decided else None),
                )
    return kept


def _same_grant(left: Sum, right: Sum) -> bool:
    return (
        left.amount.value == right.amount.value
        and _same_name(left, right)
        and (left.kind or "")[:5] == (right.kind or "")[:5]
    )


def _same_name(left: Sum, right: Sum) -> bool:
    a, b = squeeze(left.beneficiary or ""), squeeze(right.beneficiary or "")
    return bool(a and b) and (a in b or b in a)


def _background(view: View, sums: Sequence[Sum], granted: Sequence[Sum]) -> list[Funding]:
    """Money already given, told as such; a sum asked for or proposed is the grant's own, or nobody's."""
    beneficiaries = {squeeze(found.beneficiary or ""): found.beneficiary for found in granted}
    alone = next(iter(beneficiaries.values())) if len(beneficiaries) == 1 else None
    facts: list[Funding] = []
    for found in sums:
        if any(
            found.amount.value == other.amount.value and found.amount.start != other.amount.start for other in granted
        ):
            continue
        if found.past and found not in granted and (beneficiary := found.beneficiary or alone):
            told = replace(found, beneficiary=beneficiary, year=found.year or _earlier_year(view, found.sentence))
            facts.append(_fact(view, told, "background", None, None))
    return facts


def _earlier_year(view: View, sentence: Span) -> int | None:
    matches = list(_YEAR.finditer(view.folded, max(0, sentence[0] - 200), sentence[1]))
    return int(matches[-1]["year"]) if matches else None


def _fact(view: View, found: Sum, status: str, title: str | None, line: str | None) -> Funding:
    kind = found.kind
    if kind is None and title and (named := _KIND.search(title.lower())):
        kind = _singular(named["kind"])
    start, end = trim(view.plain, found.clause[0], found.clause[1], "-–•,;: *")
    start = max(start, found.amount.start - 200)
    return Funding(
        found.beneficiary or "",
        found.amount.value,
        "granted" if status == "granted" else "background",
        trim(view.plain, start, min(end, found.amount.end + 200)),
        kind=kind or "subvention",
        year=found.year,
        budget_line=line,
        purpose=found.purpose,
    )


def _budget_line(view: View, decision: int | None) -> tuple[str, bool] | None:
    """The account that the expense is charged to, and whether it is the last grant's alone."""
    if decision is None:
        return None
    for match in _LINE.finditer(view.plain, decision):
        start = max(decision, match.start() - 160, view.plain.rfind("\n-", 0, match.start()))
        told = view.folded[start : match.end() + 40]
        if _CHARGED.search(told):
            return regex.sub(r"(?<=\d) (?=\d)", "", match["line"]), bool(_LAST.search(told))
    return None
