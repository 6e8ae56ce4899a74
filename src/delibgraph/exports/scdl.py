"""The two tables that French law asks local bodies to publish, in the national format (SCDL).

- deliberations 2.1.5 (https://schema.data.gouv.fr/scdl/deliberations/)
- subventions 2.1.1 (https://schema.data.gouv.fr/scdl/subventions/; décret n° 2017-779)

A row that lacks a required value is left out and told with its reason; nothing is made up. What the record does not
say comes from a settings file (``settings.py``).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import cast
from urllib.parse import quote

from pyoxigraph import QuerySolutions, Store

from delibgraph.exports.cells import inert, shortened
from delibgraph.exports.settings import Settings, Terms
from delibgraph.queries import records, run
from delibgraph.rdf.codes import matter_name

Record = Mapping[str, str | None]
Row = dict[str, str]

DELIBERATIONS = (
    *("COLL_NOM", "COLL_SIRET", "DELIB_ID", "DELIB_DATE", "DELIB_MATIERE_CODE", "DELIB_MATIERE_NOM", "DELIB_OBJET"),
    *("BUDGET_ANNEE", "BUDGET_NOM", "PREF_ID", "PREF_DATE"),
    *("VOTE_EFFECTIF", "VOTE_REEL", "VOTE_POUR", "VOTE_CONTRE", "VOTE_ABSTENTION", "DELIB_URL"),
)
SUBVENTIONS = (
    *("nomAttribuant", "idAttribuant", "dateConvention", "referenceDecision"),
    *("nomBeneficiaire", "idBeneficiaire", "rnaBeneficiaire", "objet", "montant", "nature", "conditionsVersement"),
    *("datesPeriodeVersement", "idRAE", "notificationUE", "pourcentageSubvention", "dispositifAide"),
)
_TEXT = {"COLL_NOM", "DELIB_ID", "DELIB_OBJET", "BUDGET_NOM"} | {
    *("nomAttribuant", "referenceDecision", "nomBeneficiaire", "objet", "conditionsVersement")
}
_LONGEST = 256  # characters of an objet, clause of the subventions schema
_PERIOD = re.compile(r"\d{4}-\d\d-\d\d(/\d{4}-\d\d-\d\d)?")
_MEMBERSHIP = re.compile(r"cotisation|adh[ée]sion", re.IGNORECASE)


class _Gaps(list[str]):
    """What a row lacks, in words."""

    def need(self, value: str | None, reason: str) -> str:
        """The value; nothing and a reason where there is none."""
        if not value:
            self.append(reason)
        return value or ""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that cannot be published: which one, and why."""

    iri: str
    number: str
    body: str
    reason: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table to publish: its columns, its rows in the order of the sittings, and what was left out of it."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    rejected: tuple[Rejected, ...]

    def csv(self) -> bytes:
        """The rows as UTF-8 CSV with commas (RFC 4180); a cell that a spreadsheet would run as a formula is inert."""
        return _csv(self.columns, self.rows)

    def rejected_csv(self) -> bytes:
        """What was left out, with the reasons."""
        columns = ("number", "body", "reason", "iri")
        return _csv(columns, [{name: inert(getattr(row, name)) for name in columns} for row in self.rejected])


def deliberations(store: Store, settings: Settings, values: Mapping[str, str]) -> Table:
    """The table of deliberations; ``values`` narrow it (``since``, ``through``, ``of_body``)."""
    return _table(
        store, "scdl-deliberations", values, DELIBERATIONS, lambda record, gaps: _deliberation(record, settings, gaps)
    )


def subventions(store: Store, settings: Settings, values: Mapping[str, str]) -> Table:
    """The table of grants in money; ``values`` narrow it (``since``, ``through``, ``of_body``)."""
    return _table(
        store, "scdl-subventions", values, SUBVENTIONS, lambda record, gaps: _subvention(record, settings, gaps)
    )


def _table(
    store: Store,
    query: str,
    values: Mapping[str, str],
    columns: tuple[str, ...],
    row: Callable[[Record, _Gaps], Row],
) -> Table:
    rows, rejected = [], []
    for record in records(cast(QuerySolutions, run(store, query, values))):
        gaps = _Gaps()
        made = row(record, gaps)
        if gaps:
            iri = record.get("funding") or record.get("deliberation") or ""
            rejected.append(Rejected(iri, record["number"] or "", record["body"] or "", "; ".join(gaps)))
        else:
            rows.append({name: inert(text) if name in _TEXT else text for name, text in made.items()})
    return Table(columns, tuple(rows), tuple(rejected))


def _deliberation(record: Record, settings: Settings, gaps: _Gaps) -> Row:
    terms = _terms(record, settings)
    code = gaps.need(_second_level(record["matter"]) or terms.matter, "no matter is printed (settings: matter)")
    row = {
        "COLL_NOM": gaps.need(record["body"], "the body has no name"),
        "COLL_SIRET": _body_siret(record, settings, gaps),
        "DELIB_ID": gaps.need(record["number"], "the deliberation has no number"),
        "DELIB_DATE": gaps.need(record["date"], "the sitting has no date"),
        "DELIB_MATIERE_CODE": code,
        "DELIB_MATIERE_NOM": gaps.need(matter_name(code), f"{code} is no matter of the nomenclature") if code else "",
        "DELIB_OBJET": gaps.need(record["title"], "the deliberation has no title"),
        "PREF_ID": terms.prefecture or "",
        "DELIB_URL": _url(record, terms),
    }
    if (received := record["received"]) and received >= row["DELIB_DATE"]:
        row["PREF_DATE"] = received
    if terms.budget and (first := record["first_year"]) and (last := record["last_year"]):
        row |= {"BUDGET_ANNEE": first if first == last else f"{first}/{last}", "BUDGET_NOM": terms.budget}
    return row | _votes(record)


def _votes(record: Record) -> Row:
    """The five figures of a vote, or none: they come together and must add up.

    A unanimous vote without figures is one of all who voted, less the abstentions on record.
    """
    if record["disagree"] == "true":
        return {}
    printed = {name: int(record[name] or -1) for name in ("in_office", "votes", "for", "against", "abstentions")}
    against, abstentions = max(printed["against"], 0), max(printed["abstentions"], 0)
    in_favour = printed["for"]
    if in_favour < 0 and record["unanimous"] == "true":
        in_favour = printed["votes"] - abstentions
    figures = (printed["in_office"], printed["votes"], in_favour, against, abstentions)
    if min(figures) < 0 or printed["votes"] != in_favour + against + abstentions or figures[0] < figures[1]:
        return {}
    names = ("VOTE_EFFECTIF", "VOTE_REEL", "VOTE_POUR", "VOTE_CONTRE", "VOTE_ABSTENTION")
    return {name: str(figure) for name, figure in zip(names, figures, strict=True)}


def _subvention(record: Record, settings: Settings, gaps: _Gaps) -> Row:
    terms = _terms(record, settings)
    kind, currency, name = record["kind"] or "", record["currency"], record["beneficiary"] or ""
    gaps.need("" if _MEMBERSHIP.search(kind) else "grant", f"a membership fee ({kind}) is no grant")
    gaps.need("EUR" if currency == "EUR" else "", f"the sum is in {currency}, and the table is in euros")
    shared = int(record["sharers"] or 0) > 0
    gaps.need("" if shared else "its own", "several share the sum, and the text does not say how")
    known = settings.beneficiary(name)
    siret, rna = known.siret or record["beneficiary_siret"] or "", known.rna or record["beneficiary_rna"] or ""
    gaps.need(siret or rna, "the beneficiary's SIRET or RNA is not known (settings: beneficiaries)")
    signed = record["date"] if terms.convention_date == "sitting" else str(terms.convention_date or "")
    objet = gaps.need(record["purpose"] or record["title"], "neither a purpose nor a title is on record")
    notified = {True: "oui", False: "non", None: None}[terms.eu_notified]
    return {
        "nomAttribuant": gaps.need(record["body"], "the body has no name"),
        "idAttribuant": _body_siret(record, settings, gaps),
        "dateConvention": gaps.need(signed, "no date of a convention is known (settings: convention_date)"),
        "referenceDecision": record["number"] or "",
        "nomBeneficiaire": name,
        "idBeneficiaire": siret,
        "rnaBeneficiaire": rna,
        "objet": shortened(objet, _LONGEST),
        "montant": record["amount"] or "",
        "nature": "aide en numéraire",
        "conditionsVersement": gaps.need(terms.payment, "the terms of payment are not known (settings: payment)"),
        "datesPeriodeVersement": _period(record, terms, gaps),
        "notificationUE": gaps.need(
            notified, "a notification to the European Union is not known (settings: eu_notified)"
        ),
        "pourcentageSubvention": "1.00",
    }


def _terms(record: Record, settings: Settings) -> Terms:
    return settings.terms(record["body"], record["siren"], record["number"])


def _body_siret(record: Record, settings: Settings, gaps: _Gaps) -> str:
    siret = gaps.need(
        settings.body(record["body"], record["siren"]).siret or record["siret"],
        "the body's SIRET is not known (settings: bodies)",
    )
    siren = record["siren"] or ""
    if siret and not siret.startswith(siren):
        gaps.append(f"SIRET {siret} of the settings does not belong to SIREN {siren} of the record")
    return siret


def _period(record: Record, terms: Terms, gaps: _Gaps) -> str:
    told = gaps.need(terms.payment_period, "the period of payment is not known (settings: payment_period)")
    if "{year}" in told:
        year = gaps.need(record["year"], f"the period of payment ({told}) needs the grant's year, which is not known")
        told = told.replace("{year}", year or "0000")
    if told and not _PERIOD.fullmatch(told):
        gaps.append(f"'{told}' is no period of payment (2023-01-31 or 2023-01-01/2023-12-31)")
    return told


def _url(record: Record, terms: Terms) -> str:
    url = terms.url or ""
    for name in ("document", "number"):
        url = url.replace(f"{{{name}}}", quote(record[name] or "", safe=""))
    return url


def _second_level(matter: str | None) -> str | None:
    """Of "7.5.1", "7.5"; a code of the first level alone is not enough."""
    parts = (matter or "").split(".")
    return ".".join(parts[:2]) if len(parts) > 1 else None


def _csv(columns: tuple[str, ...], rows: Iterable[Row]) -> bytes:
    target = io.StringIO()
    writer = csv.DictWriter(target, columns, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return target.getvalue().encode()
