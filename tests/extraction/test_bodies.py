"""The body and organ that sat, from the letterhead, the heading, the prose, the signature."""

from __future__ import annotations

import datetime

import pytest

from delibgraph.extraction import extract
from delibgraph.extraction.header.bodies import read_body
from delibgraph.extraction.text.view import View
from tests.extraction.page import LISTS, document

DECISION = "\n\nLe Conseil, après en avoir délibéré, à l'unanimité, approuve le programme d'entretien.\n"


@pytest.mark.parametrize(
    ("text", "body", "kind", "organ"),
    [
        ("COMMUNE DE VALSERRE\nCONSEIL MUNICIPAL", "COMMUNE DE VALSERRE", "commune", "Conseil municipal"),
        ("Mairie de Saint-Orbin\nSéance ordinaire", "Saint-Orbin", "commune", "Conseil municipal"),
        (
            "Le conseil municipal de la commune de Valserre s'est réuni",
            "commune de Valserre",
            "commune",
            "Conseil municipal",
        ),
        (
            f"{LISTS}\nLe 12 mars, le conseil municipal de la commune de VALSERRE, dûment convoqué, s'est réuni",
            "commune de VALSERRE",
            "commune",
            "Conseil municipal",
        ),
        (
            "le CONSEIL DE LA COMMUNAUTE DE COMMUNES\nVIDOUR-COMBES, dûment convoqué, s'est réuni",
            "COMMUNAUTE DE COMMUNES VIDOUR-COMBES",
            "communaute-de-communes",
            "Conseil communautaire",
        ),
        (
            "Syndicat mixte d'aménagement\ndu Parc naturel régional des Combes\nBureau syndical",
            "Syndicat mixte d'aménagement du Parc naturel régional des Combes",
            "syndicat",
            "Bureau syndical",
        ),
        (
            "PROCÈS-VERBAL du conseil de la communauté de communes du Pays vidourois Réunion du mercredi 25 mars",
            "communauté de communes du Pays vidourois",
            "communaute-de-communes",
            "Conseil communautaire",
        ),
        (
            "les membres du Comité Syndical du SYDORAN 34 (Syndicat Départemental de Traitement des Ordures et "
            "déchets assimilés du Vidour) se sont réunis",
            "SYDORAN 34",
            "syndicat",
            "Comité syndical",
        ),
        (
            "Département du Vidour\nS.I.A.E.P.\nde la Haute Sarve\nMairie de Valserre\nExtrait du registre des "
            "délibérations du Comité\nSyndical",
            "S.I.A.E.P. de la Haute Sarve",
            "syndicat",
            "Comité syndical",
        ),
        (
            "Syndicat mixte ORVAN – gestion des rivières\nComité syndical",
            "Syndicat mixte ORVAN",
            "syndicat",
            "Comité syndical",
        ),
        (
            "SYNDICAT INTERCOMMUNAL À VOCATION UNIQUE\n« SCOLAIRE DE LA SARVE »\nRÉUNION DU COMITÉ SYNDICAL",
            "SYNDICAT INTERCOMMUNAL À VOCATION UNIQUE « SCOLAIRE DE LA SARVE »",
            "syndicat",
            "Comité syndical",
        ),
        ("VILLE\nDE\nVALSERRE\nSUR VIDOUR\nCONSEIL MUNICIPAL", "VALSERRE SUR VIDOUR", "commune", "Conseil municipal"),
        (
            "La commission permanente du conseil régional de Seine-et-Vidour,",
            "conseil régional de Seine-et-Vidour",
            "region",
            "Commission permanente",
        ),
        (
            "COLLECTIVITÉ DE LA VIDOURLE\nCOMMISSION PERMANENTE",
            "COLLECTIVITÉ DE LA VIDOURLE",
            "department",
            "Commission permanente",
        ),
        (
            "Mairie du 4e arrondissement de Valserre\nConseil d'arrondissement – Séance du 18 mars 2024",
            "Mairie du 4e arrondissement de Valserre",
            "commune",
            "Conseil d'arrondissement",
        ),
        (
            "Le conseil municipal de la commune de\nValserre-en-Vidour, s'est réuni",
            "commune de Valserre-en-Vidour",
            "commune",
            "Conseil municipal",
        ),
        (
            f"CONSEIL MUNICIPAL\nSéance du 12 mars 2023\n{LISTS}\n\nVILLE DE VALSERRE\nCONSEIL MUNICIPAL",
            "VILLE DE VALSERRE",
            "commune",
            "Conseil municipal",
        ),
        (
            "Communauté de communes du Haut Vidour\nConseil communautaire",
            "Communauté de communes du Haut Vidour",
            "communaute-de-communes",
            "Conseil communautaire",
        ),
        (
            "Vidour Agglo\nLe Bureau communautaire de Vidour Agglo",
            "Vidour Agglo",
            "communaute-d-agglomeration",
            "Bureau communautaire",
        ),
        ("Bureau de Rives Métropole\nBureau métropolitain", "Rives Métropole", "metropole", "Bureau métropolitain"),
        (
            "SYNDICAT INTERCOMMUNAL DES EAUX DU VIDOUR\nComité syndical",
            "SYNDICAT INTERCOMMUNAL DES EAUX DU VIDOUR",
            "syndicat",
            "Comité syndical",
        ),
        (
            "Pôle métropolitain des Deux Rives\nComité syndical",
            "Pôle métropolitain des Deux Rives",
            "pole-metropolitain",
            "Comité syndical",
        ),
        (
            "Conseil départemental de la Vidourle\nCommission permanente",
            "Conseil départemental de la Vidourle",
            "department",
            "Commission permanente",
        ),
        ("Syndicat mixte du Bas Vidour", "Syndicat mixte du Bas Vidour", "syndicat", "Comité syndical"),
        ("Séance du 3 mars", None, None, None),
        ("COMMUNE DE VALSERRE F EXTRAIT DU REGISTRE", "COMMUNE DE VALSERRE", "commune", "Conseil municipal"),
        ("SÉANCE DU CONSEIL MUNICIPAL DE VALSERRE DU 3 MARS 2019", "VALSERRE", "commune", "Conseil municipal"),
        (
            "Le conseil municipal s'est réuni sous la présidence de M. Hugo BARSAC, maire de Valserre.",
            "Valserre",
            "commune",
            "Conseil municipal",
        ),
        (
            "COMMUNAUTÉ DE COMMUNES\nDU PAYS DE SARVIS\nConseil communautaire",
            "COMMUNAUTÉ DE COMMUNES DU PAYS DE SARVIS",
            "communaute-de-communes",
            "Conseil communautaire",
        ),
        (
            "COMITÉ SYNDICAL DU SYNDICAT INTERCOMMUNAL « RIVES DU VIDOUR » Réunion",
            "SYNDICAT INTERCOMMUNAL « RIVES DU VIDOUR »",
            "syndicat",
            "Comité syndical",
        ),
        (
            "Le conseil communautaire de Vidour\nAgglo",
            "Vidour Agglo",
            "communaute-d-agglomeration",
            "Conseil communautaire",
        ),
        ("SIAEP du Vidour\nComité syndical", "SIAEP du Vidour", "syndicat", "Comité syndical"),
    ],
)
def test_bodies(text: str, body: str | None, kind: str | None, organ: str | None) -> None:
    found = read_body(View.of(text))
    assert (found.body, found.kind, found.organ) == (body, kind, organ)
    if found.body_span:
        assert text[slice(*found.body_span)].replace("\n", " ").casefold().startswith((body or "").casefold()[:8])


@pytest.mark.parametrize(
    ("head", "tail", "body", "organ"),
    [
        ("Conseil municipal", "\nFait à Valserre, le 13 mars 2023\nLe Maire", "Valserre", "Conseil municipal"),
        (
            "Conseil municipal",
            "\nPour extrait conforme, Valserre le 13 mars 2023\nLe Maire",
            "Valserre",
            "Conseil municipal",
        ),
        ("Conseil municipal", "\nVALSERRE, le 13 mars 2023\n\nLe Maire, Hugo BARSAC", "VALSERRE", "Conseil municipal"),
        ("VALSERRE\nCONSEIL MUNICIPAL", "\nLes habitants de Valserre", "VALSERRE", "Conseil municipal"),
        ("Commune : VALSERRE\nConseil municipal", "", "VALSERRE", "Conseil municipal"),
        ("COMMUNE DE :\nVALSERRE\nConseil municipal", "", "VALSERRE", "Conseil municipal"),
        ("Mairie\nde\nVALSERRE\nConseil municipal", "", "VALSERRE", "Conseil municipal"),
        ("CC du Haut Vidour\nConseil communautaire", "", "CC du Haut Vidour", "Conseil communautaire"),
        ("CdC du Haut Vidour\nConseil communautaire", "", "CdC du Haut Vidour", "Conseil communautaire"),
        ("PETR du Haut Vidour\nComité syndical", "", "PETR du Haut Vidour", "Comité syndical"),
        ("Parc naturel régional du Vidour\nBureau syndical", "", "Parc naturel régional du Vidour", "Bureau syndical"),
        (
            "CCAS\nLe Centre communal d'action sociale de la commune de Valserre, convoqué\nConseil d'administration",
            "",
            "Centre communal d'action sociale de la commune de Valserre",
            "Conseil d'administration",
        ),
        (
            "Département du Vidour\nConseil départemental\nCommission permanente du 12 mars 2023",
            "",
            "Département du Vidour",
            "Commission permanente",
        ),
        (
            "Mairie de Valserre\nVu la délibération du Conseil communautaire de la Communauté de communes du Vidour",
            "",
            "Valserre",
            "Conseil municipal",
        ),
        ("Conseil municipal", "\nLa commune de Lorville se retire du syndicat.", None, "Conseil municipal"),
        ("VALSERRE CM du 12 mars 2023\nConseil municipal", "", "VALSERRE", "Conseil municipal"),
        ("Val-sur-Serre – Conseil municipal du lundi 12 mars 2023", "", "Val-sur-Serre", "Conseil municipal"),
        ("Prochain conseil municipal du 12 mars 2023", "", None, "Conseil municipal"),
        ("COMMUNE D'\n\nConseil municipal", "", None, "Conseil municipal"),
        (
            "Ville de Valserre\nMairie du 4e arrondissement\nCONSEIL D'ARRONDISSEMENT",
            "",
            "Mairie du 4e arrondissement",
            "Conseil d'arrondissement",
        ),
        (
            "SYNDICAT MIXTE DU PARC NATUREL RÉGIONAL\nDES MONTS DE SARVIS\nBureau syndical",
            "",
            "SYNDICAT MIXTE DU PARC NATUREL RÉGIONAL DES MONTS DE SARVIS",
            "Bureau syndical",
        ),
        (
            "Le bureau syndical du Syndicat mixte du Parc naturel régional des Monts de Sarvis, s'est réuni",
            "",
            "Syndicat mixte du Parc naturel régional des Monts de Sarvis",
            "Bureau syndical",
        ),
        (
            "Association syndicale autorisée du Canal de Sarvis\nREGISTRE DES DÉLIBÉRATIONS\n"
            "Les membres du syndicat de l'ASA se sont réunis à la mairie de Trigne",
            "",
            "Association syndicale autorisée du Canal de Sarvis",
            "Syndicat",
        ),
        ("Conseil municipal", "\nReçu en préfecture, le 13 mars 2023\nLe Maire", None, "Conseil municipal"),
    ],
)
def test_bodies_of_fragments(head: str, tail: str, body: str | None, organ: str) -> None:
    [found] = extract(document(f"{head}\n\n{LISTS}{DECISION}{tail}"))
    assert (found.sitting.body, found.sitting.organ) == (body, organ)
    assert (body is None) == ("body-missing" in {finding.code for finding in found.findings})


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("DÉLIBÉRATIONS DU CONSEIL MUNICIPAL DU MARDI 14 MAI 2013 Le mardi 14 mai 2013, réuni en mairie", None),
        (
            "Syndicat Intercommunal pour la Restauration Siège social : Valserre",
            "Syndicat Intercommunal pour la Restauration",
        ),
        (
            "SÉANCE DU CONSEIL D'ADMINISTRATION\nDU CENTRE COMMUNAL D'ACTION SOCIALE\nDU 18 JANVIER 2021",
            "CENTRE COMMUNAL D'ACTION SOCIALE",
        ),
        (
            "CONSEIL D'ADMINISTRATION DU CENTRE COMMUNAL D'ACTION SOCIALE DE VALSERRE",
            "CENTRE COMMUNAL D'ACTION SOCIALE DE VALSERRE",
        ),
    ],
)
def test_where_a_name_ends_and_what_is_none(heading: str, body: str | None) -> None:
    assert read_body(View.of(heading)).body == body


@pytest.mark.parametrize(
    ("text", "body", "kind", "organ"),
    [
        ("MAIRIE D'AZERVILLE (Corrèze) – Tél. 05\nRéunion du conseil municipal", "AZERVILLE", "commune", "municipal"),
        ("MAIRIE\nD'AZERVILLE\nSéance du 3 mars 2019", "AZERVILLE", "commune", "municipal"),
        ("MAIRIE DE\nLE VALSERRE\nSEANCE DU 3 MARS", "LE VALSERRE", "commune", "municipal"),
        ("MAIRIE – VALSERRE\nConseil municipal", "VALSERRE", "commune", "municipal"),
        (
            "| Commune | VALSERRE |\n| --- | --- |\n| Conseil municipal | du 3 mars |",
            "VALSERRE",
            "commune",
            "municipal",
        ),
        ("SAINT-ORBIN-SUR-VIDOUR\nConseil municipal du 3 mars", "SAINT-ORBIN-SUR-VIDOUR", "commune", "municipal"),
        (
            "VALSERRE-PLAGE\nConseil municipal du 3 mars\nSurf Club de Valserre",
            "VALSERRE-PLAGE",
            "commune",
            "municipal",
        ),
        ("VILLE DE VALSERRE – ÎLE DE BOURBON\nConseil municipal", "VILLE DE VALSERRE", "commune", "municipal"),
        ("DÉPARTEMENT DE LA VIDOURLE\nCOMMUNE DE LORVILLE\nSéance", "COMMUNE DE LORVILLE", "commune", "municipal"),
        (
            "AGGLOMÉRATION DU GRAND VIDOUR\nBureau communautaire",
            "AGGLOMÉRATION DU GRAND VIDOUR",
            "communaute-d-agglomeration",
            "Bureau communautaire",
        ),
        (
            "Communauté d'agglo du Grand Vidour\nConseil du 3 mars",
            "Communauté d'agglo du Grand Vidour",
            "communaute-d-agglomeration",
            "communautaire",
        ),
        ("CC Val de Vidour\nRéunion du Bureau", "CC Val de Vidour", "communaute-de-communes", "Bureau communautaire"),
        ("ComCom du Val de Vidour\nSéance", "ComCom du Val de Vidour", "communaute-de-communes", "communautaire"),
        (
            "Communauté de communes des 4 Rivières - Conseil communautaire",
            "Communauté de communes des 4 Rivières",
            "communaute-de-communes",
            "communautaire",
        ),
        (
            "Métropole Vidour Sud\nConseil de la Métropole",
            "Métropole Vidour Sud",
            "metropole",
            "Conseil de la métropole",
        ),
        ("Eurométropole de Lorville\nSéance", "Eurométropole de Lorville", "metropole", "communautaire"),
        (
            "SYNDICAT DES EAUX DU VIDOUR\nRéunion du comité du 3 mars\nAnnexe : les conseils municipaux",
            "SYNDICAT DES EAUX DU VIDOUR",
            "syndicat",
            "Comité syndical",
        ),
        (
            "SDE 45 – Syndicat d'énergie du Vidour\nBureau syndical",
            "Syndicat d'énergie du Vidour",
            "syndicat",
            "Bureau syndical",
        ),
        ("SMIDOR du Haut Vidour\nComité syndical", "SMIDOR du Haut Vidour", "syndicat", "Comité syndical"),
        (
            "Syndicat mixte Fibre 3 Vallées – 2 rue du Port\nComité syndical",
            "Syndicat mixte Fibre 3 Vallées",
            "syndicat",
            "Comité syndical",
        ),
        (
            "CONSEIL DÉPARTEMENTAL DE LA VIDOURLE                      N°36/2023\nCOMMISSION PERMANENTE",
            "CONSEIL DÉPARTEMENTAL DE LA VIDOURLE",
            "department",
            "Commission permanente",
        ),
        (
            "Service départemental d'incendie et de secours de la Vidourle\nConseil d'administration",
            "Service départemental d'incendie et de secours de la Vidourle",
            "public-establishment",
            "Conseil d'administration",
        ),
        (
            "CIAS du Vidour\nConseil d'administration",
            "CIAS du Vidour",
            "public-establishment",
            "Conseil d'administration",
        ),
        ("COMPTE RENDU\nConseil municipal du 3 mars", None, None, "municipal"),
        ("INFORMATIONS MUNICIPALES\nConseil municipal du 3 mars", None, None, "municipal"),
        ("Comité des fêtes\nRéunion du comité du 3 mars", None, None, None),
    ],
)
def test_letterheads_of_every_sort(text: str, body: str | None, kind: str | None, organ: str | None) -> None:
    found = read_body(View.of(text))
    assert (found.body, found.kind) == (body, kind)
    assert found.organ in (organ, f"Conseil {organ}")


def test_a_letterhead_whose_letters_stand_apart() -> None:
    head = "V I L L E   D E   V A L S E R R E\nS É A N C E   D U\n12 mars 2023"
    [found] = extract(document(f"{head}\n\n{LISTS}{DECISION}"))
    assert (found.sitting.body, found.sitting.organ) == ("VILLE DE VALSERRE", "Conseil municipal")
    assert found.sitting.date == datetime.date(2023, 3, 12)
    assert found.sitting.spans["body"] == (0, len("V I L L E   D E   V A L S E R R E"))


@pytest.mark.parametrize(
    ("heading", "body", "organ"),
    [
        ("MAIRIE DES COMBES-SUR-VIDOUR\n\nRÉUNION DU CONSEIL MUNICIPAL", "COMBES-SUR-VIDOUR", "Conseil municipal"),
        ("Mairie des Combes\nConseil municipal", "Combes", "Conseil municipal"),
        ("LACS & COMBES AGGLO\nBUREAU COMMUNAUTAIRE", "LACS & COMBES AGGLO", "Bureau communautaire"),
        ("Lacs et Combes Agglo\nConseil communautaire", "Lacs et Combes Agglo", "Conseil communautaire"),
        (
            "PETR du Haut Vidour Pôle d'équilibre territorial et rural Maison du Pays Comité syndical du 4 avril 2022",
            "PETR du Haut Vidour",
            "Comité syndical",
        ),
        (
            "Syndicat mixte du Pôle d'équilibre du Vidour\nComité syndical",
            "Syndicat mixte du Pôle d'équilibre du Vidour",
            "Comité syndical",
        ),
        (
            "SERVICE DÉPARTEMENTAL D'INCENDIE DES COMBES\nBUREAU DU CONSEIL D'ADMINISTRATION",
            "SERVICE DÉPARTEMENTAL D'INCENDIE DES COMBES",
            "Bureau du conseil d'administration",
        ),
        (
            "PROCÈS-VERBAL DU CONSEIL COMMUNAUTAIRE de VIDOUR COMBES LACS DU LUNDI 6 MARS 2023",
            "VIDOUR COMBES LACS",
            None,
        ),
        (
            "Conseil communautaire\nconvoqué par le Président de Vidour Combes Sud, le 28 février",
            "Vidour Combes Sud",
            None,
        ),
        (
            "COMMUNAUTE DE COMMUNES VIDOUR, SARVE, COMBES\n\nConseil communautaire",
            "COMMUNAUTE DE COMMUNES VIDOUR, SARVE, COMBES",
            None,
        ),
        (
            "Le Conseil de la Communauté de communes Vidour, Sarve et Combes s'est réuni",
            "Communauté de communes Vidour, Sarve et Combes",
            None,
        ),
        (
            "COMMUNAUTE DE COMMUNES DE L'OUEST DE LA\n\nLe Conseil de la Communauté de communes de l'Ouest de la Sarve "
            "s'est réuni",
            "Communauté de communes de l'Ouest de la Sarve",
            None,
        ),
        (
            "Les délégués au Conseil Syndical du Pôle d'Équilibre Territorial et Rural Terres de Sarve se sont réunis",
            "Pôle d'Équilibre Territorial et Rural Terres de Sarve",
            "Conseil syndical",
        ),
        (
            "Le Comité Syndical du Syndicat Mixte pour l'entretien et la gestion des eaux pluviales du Pays "
            "de Valserre (SIVEAU) s'est réuni",
            "Syndicat Mixte pour l'entretien et la gestion des eaux pluviales du Pays de Valserre",
            "Comité syndical",
        ),
        (
            "Le 9 mai 2011, le Comité du Syndicat Intercommunal d'Électricité\nde la Sarve, s'est réuni à Valserre",
            "Syndicat Intercommunal d'Électricité de la Sarve",
            "Comité syndical",
        ),
        (
            "Procès-verbal du Comité SYNDICAT ÉNERGIES VIDOURLE PROCÈS-VERBAL ____ le Comité "
            "du Syndicat ÉNERGIES VIDOURLE "
            "s'est réuni",
            "Syndicat ÉNERGIES VIDOURLE",
            "Comité syndical",
        ),
        (
            "CAISSE DES ECOLES\nde la Ville de VALSERRE\n\nPROCES VERBAL\ndu COMITE de la CAISSE des ECOLES\n"
            "du 9 mars\nLe Comité de la Caisse des Ecoles s'est réuni",
            "CAISSE DES ECOLES de la Ville de VALSERRE",
            "Comité",
        ),
        (
            "COMMUNAUTE URBAINE\nDE VALSERRE\nBUREAU DELIBERATIF",
            "COMMUNAUTE URBAINE DE VALSERRE",
            "Bureau communautaire",
        ),
        (
            "17 juin 2015 - syndicat Vidour Propre\nMairie de Valserre\nDÉLIBÉRATIONS DU COMITÉ SYNDICAL\n"
            "Le syndicat Vidour Propre est maître d'ouvrage.",
            "syndicat Vidour Propre",
            "Comité syndical",
        ),
        ("COMITÉ SYNDICAL\nLe Syndicat CFDT et le Syndicat CFDT Interco ont écrit.", None, "Comité syndical"),
        ("Conseil communautaire\nsous la direction du Président de Commission Voirie", None, None),
        ("Conseil communautaire\nM. Luc OVIDAL, président de séance", None, None),
        ("COMPTE-RENDU DU CONSEIL COMMUNAUTAIRE DU LUNDI 6 MARS 2023", None, None),
    ],
)
def test_whole_names_and_bodies_that_only_their_council_names(
    heading: str, body: str | None, organ: str | None
) -> None:
    found = read_body(View.of(f"{heading}\n\n{LISTS}{DECISION}"))
    assert (found.body, found.organ) == (body, organ or "Conseil communautaire")


@pytest.mark.parametrize(
    ("told", "body"),
    [
        ("M. le Président rappelle sa présidence du SIVODOUR.", "SIVODOUR"),
        ("Le camion du SIVODOUR est vendu.", None),
        ("Le Président du SIVODOUR propose d'adhérer au SIVOSAR.", None),
    ],
)
def test_the_syndicate_whose_head_is_told_after_the_lists(told: str, body: str | None) -> None:
    heading = "PROCES VERBAL DU COMITE SYNDICAL\nDu 9 mars 2023\n"
    assert read_body(View.of(f"{heading}\n{LISTS}\n{told}"), len(heading) + len(LISTS)).body == body


def test_a_page_s_footer_names_the_commune_that_nothing_else_does() -> None:
    footer = "Commune de Petite-Sarve - Rue du Port - Plan du site - Mentions"
    found = read_body(View.of(f"Compte rendu du conseil municipal\n\n{LISTS}{DECISION}\n{footer}\n"), 200)
    assert (found.body, found.organ) == ("Commune de Petite-Sarve", "Conseil municipal")
