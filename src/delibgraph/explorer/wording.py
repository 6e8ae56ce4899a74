"""The words of the pages in French and English."""

from __future__ import annotations

from collections.abc import Mapping

FRENCH: Mapping[str, str] = {
    "sitting": "séance",
    "organ": "organe",
    "in_office": "en exercice",
    "present": "présents",
    "president": "président",
    "secretary": "secrétaire",
    "proxies": "pouvoirs",
    "votes": "votants",
    "funder": "financeur",
    "beneficiary": "bénéficiaire",
    "amount": "montant",
    "currency": "monnaie",
    "year": "année",
    "status": "état",
    "deliberation": "délibération",
    "quote": "citation",
    "grantor": "mandant",
    "holder": "mandataire",
    "from": "de",
    "until": "jusqu’à",
    "official": "élu",
    "replaces": "remplace",
    "title": "objet",
    "outcome": "issue",
    "unanimous": "unanime",
    "for": "pour",
    "against": "contre",
    "severity": "gravité",
    "message": "message",
    "recorded": "acte",
    "property": "propriété",
    "value": "valeur",
    "start": "début",
    "end": "fin",
    "body": "collectivité",
    "sittings": "séances",
    "since": "depuis",
    "through": "jusqu’au",
    "findings": "constats",
    "members": "élus",
    "times": "fois",
    "given": "donnés",
    "held": "portés",
    "office": "fonction",
    "seat": "siège",
    "first": "première fois",
    "last": "dernière fois",
    "what": "quoi",
    "known": "connu",
    "all": "en tout",
    "kind": "nature",
    "name": "nom",
    "beside": "où",
    "grants": "sommes",
}
"""The columns in French; a name that is missing here is the same in both languages."""

VALUES: Mapping[str, Mapping[str, str]] = {
    "fr": {"true": "oui", "false": "non", "Violation": "faute", "Warning": "doute", "Info": "à savoir"},
    "en": {"true": "yes", "false": "no", "Violation": "violation", "Warning": "warning", "Info": "info"},
}
"""Truth values and severities."""

OTHERS: Mapping[str, str] = {"fr": "autres", "en": "others"}

KINDS: Mapping[str, tuple[str, str]] = {
    "ElectedOfficial": ("Members", "Élus"),
    "Organisation": ("Organisations", "Organismes"),
    "Body": ("Bodies", "Collectivités"),
    "Organ": ("Organs", "Organes"),
    "Deliberation": ("Deliberations", "Délibérations"),
    "Sitting": ("Sittings", "Séances"),
    "SourceDocument": ("Documents", "Documents"),
}
"""What can be searched, by class."""

FACTS: Mapping[str, tuple[str, str]] = {
    "Proxy": ("proxy", "pouvoir"),
    "Attendance": ("attendance", "présence"),
    "Sitting": ("sitting", "séance"),
    "Deliberation": ("deliberation", "délibération"),
    "Vote": ("vote", "vote"),
    "Funding": ("money", "financement"),
    "Organisation": ("organisation", "organisme"),
    "ValidationResult": ("finding", "constat"),
}
"""What a fact in a text is, by class."""

SORTS: Mapping[str, tuple[str, str]] = {
    "person": ("Members", "Élus"),
    "organisation": ("Organisations", "Organismes"),
    "body": ("Bodies", "Collectivités"),
}
"""What two names can be names of."""

ANSWERS: Mapping[str, tuple[str, str]] = {
    "same": ("Yes, one", "Oui, un seul"),
    "different": ("No, two", "Non, deux"),
    "unsure": ("Cannot tell", "Impossible à dire"),
}
"""What a person can say of two names."""
