"""The official formats of the registers, told by their columns. Data: a new register is a new entry.

Sources of the columns: the repertoire of elected officials (RNE) and the national register of associations (RNA) of
the Ministry of the Interior, the register of units (SIRENE, ``StockUniteLegale``) of INSEE, the base of intercommunal
bodies (BANATIC) of the DGCL.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Subject = Literal["officials", "units"]


@dataclass(frozen=True, slots=True)
class Format:
    """A register's format: our names of its columns to the slugs of theirs, of which the first that is there counts.

    ``needed`` are those of ours without which a file is not in this format.
    """

    name: str
    title: str
    subject: Subject
    columns: Mapping[str, tuple[str, ...]]
    needed: tuple[str, ...]


_PERSON = {
    "family": ("nom-de-l-elu", "nom-elu"),
    "given": ("prenom-de-l-elu", "prenom-elu"),
    "sex": ("code-sexe",),
    "since": ("date-de-debut-du-mandat",),
    "office": ("libelle-de-la-fonction",),
    "dated": ("date-de-debut-de-la-fonction",),
}
_DEPARTMENT = ("code-du-departement", "code-departement")
_SIREN = ("no-siren", "n-siren", "siren", "numero-siren", "n0-siren", "siren-groupement")

FORMATS: tuple[Format, ...] = (
    Format(
        "rne-epci",
        "Répertoire national des élus, conseillers communautaires",
        "officials",
        {**_PERSON, "siren": _SIREN, "body": ("libelle-de-l-epci",), "department": _DEPARTMENT},
        ("family", "given", "siren", "body"),
    ),
    Format(
        "rne-regional",
        "Répertoire national des élus, conseillers régionaux",
        "officials",
        {**_PERSON, "body": ("libelle-de-la-region",)},
        ("family", "given", "body"),
    ),
    Format(
        "rne-departmental",
        "Répertoire national des élus, conseillers départementaux",
        "officials",
        {**_PERSON, "body": ("libelle-du-departement",), "department": _DEPARTMENT, "canton": ("libelle-du-canton",)},
        ("family", "given", "body", "canton"),
    ),
    Format(
        "rne-communal",
        "Répertoire national des élus, conseillers municipaux",
        "officials",
        {**_PERSON, "body": ("libelle-de-la-commune",), "department": _DEPARTMENT},
        ("family", "given", "body"),
    ),
    Format(
        "sirene",
        "Sirene, unités légales",
        "units",
        {
            "siren": ("siren",),
            "name": ("denominationunitelegale",),
            "usual": ("denominationusuelle1unitelegale",),
            "short": ("sigleunitelegale",),
            "rna": ("identifiantassociationunitelegale",),
            "nic": ("nicsiegeunitelegale",),
            "state": ("etatadministratifunitelegale",),
            "dated": ("datederniertraitementunitelegale",),
        },
        ("siren", "name"),
    ),
    Format(
        "rna",
        "Répertoire national des associations",
        "units",
        {
            "rna": ("id",),
            "siret": ("siret",),
            "name": ("titre",),
            "short": ("titre-court",),
            "place": ("adrs-libcommune", "libcom"),
            "state": ("position",),
            "dated": ("maj-time",),
        },
        ("rna", "name", "place"),
    ),
    Format(
        "banatic",
        "Banatic, groupements de collectivités",
        "units",
        {
            "siren": _SIREN,
            "name": ("nom-du-groupement", "nom-groupement", "raison-sociale"),
            "kind": ("nature-juridique",),
        },
        ("siren", "name", "kind"),
    ),
)
CLOSED = frozenset("cds")
"""States, in lower case, of a unit that is no more: ceased in SIRENE; dissolved or struck off in the RNA."""
