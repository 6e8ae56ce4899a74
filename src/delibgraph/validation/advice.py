"""What a reader should check when a finding is told: one piece of advice for all codes that ask for the same look."""

from __future__ import annotations

_ADVICE: tuple[tuple[str, str, str], ...] = (
    (
        "attendance-missing present-count members-in-office states-disagree two-states seats attendance-status",
        "Count the names in the lists of members present, represented and away, against the printed totals.",
        "Comptez les noms des listes de présents, représentés et absents, et comparez aux totaux imprimés.",
    ),
    (
        "proxy-count vote-count unpaired-proxies holder-unnamed",
        "Read the list of proxies: each line names who gives and who holds, and their number is the printed one.",
        "Relisez la liste des pouvoirs : chaque ligne nomme mandant et mandataire, et leur nombre est celui imprimé.",
    ),
    (
        "proxies-per-holder proxy-sittings",
        "Compare the holder’s proxies with the rule in force on the sitting’s date.",
        "Comparez les pouvoirs du mandataire à la règle en vigueur à la date de la séance.",
    ),
    (
        "grantor-present holder-absent own-holder two-holders titular-present two-substitutes own-substitute two-seats "
        "substitutes president-absent secretary-absent movement-unbounded",
        "Look for the member in every list, and for an arrival or departure in the course of the sitting.",
        "Cherchez le membre dans toutes les listes, ainsi qu’une arrivée ou un départ en cours de séance.",
    ),
    (
        "quorum convocation-delay",
        "See whether the sitting was convened a second time or urgently: then another rule holds.",
        "Voyez si la séance a fait l’objet d’une seconde convocation ou d’une urgence : une autre règle vaut alors.",
    ),
    (
        "secretary-missing chair-unread body-missing organ-missing title-missing title-doubtful number-missing "
        "date-missing sitting-organ items-unsplit",
        "Look for it at the head and at the foot of the act; if it is there, the reader missed it.",
        "Cherchez la mention en tête et en fin d’acte ; si elle s’y trouve, la lecture l’a manquée.",
    ),
    (
        "convocation-date date-form dates-differ two-dates published-date published-first received-date",
        "Compare the dates of convocation, sitting, transmission and publication in the act.",
        "Comparez dans l’acte les dates de convocation, de séance, de transmission et de publication.",
    ),
    (
        "transmission-date transmission-form transmission-number transmission-siren transmission-twice",
        "Compare the identifier in the prefecture’s stamp with the act’s date, number and SIREN.",
        "Comparez l’identifiant du cachet de la préfecture à la date, au numéro et au SIREN de l’acte.",
    ),
    (
        "majority unanimity outcome-code two-outcomes vote-form votes-cast votes-uncast decision-missing vote-missing",
        "Read the sentence of the vote: the figures for, against and abstaining, and the outcome told.",
        "Relisez la phrase du vote : voix pour, contre, abstentions, et le résultat annoncé.",
    ),
    (
        "amount amount-plausible currency funding-form funding-status grant-funder grant-refused grant-twice "
        "grant-paid-twice grant-total grants-unread",
        "Compare the sum and the beneficiary with the decision, its tables and other acts of the year.",
        "Comparez la somme et le bénéficiaire à la décision, à ses tableaux et aux autres actes de l’année.",
    ),
    (
        "agreement agreement-period instalment-form",
        "Make sure that an agreement with the beneficiary is signed, and that it is named in the act.",
        "Assurez-vous qu’une convention avec le bénéficiaire est signée et que l’acte la vise.",
    ),
    (
        "siren-checksum siren-form siret-checksum siret-form siret-siren document-hash",
        "Compare the digits with the public register of enterprises (annuaire-entreprises.data.gouv.fr).",
        "Comparez les chiffres à l’annuaire public des entreprises (annuaire-entreprises.data.gouv.fr).",
    ),
    (
        "two-names name-form mandate-form body-kind organ-body organisation-kind executive-offices seat-code "
        "register-other-civility register-other-name relation-itself",
        "Tell whether it is one person or body or two: delibgraph review records the decision.",
        "Dites s’il s’agit d’une seule personne ou collectivité ou de deux : delibgraph review retient la décision.",
    ),
    (
        "acts-disagree number-twice two-titles two-totals deliberation-sitting",
        "Put the acts of the sitting side by side: one of them is wrong, or its number was used before.",
        "Mettez côte à côte les actes de la séance : l’un se trompe, ou son numéro a déjà servi.",
    ),
    (
        "cut-off unread-text letters-lost letters-repaired ocr-confidence pages-unread",
        "Open the file: where its text is cut or illegible, fetch or scan it again.",
        "Ouvrez le fichier : s’il est coupé ou illisible, récupérez-le ou numérisez-le à nouveau.",
    ),
    (
        "attendance-form count-form proxy-form affiliation-form relation-form member-count evidence-form "
        "evidence-missing evidence-order matter-code",
        "See how the graph was made: the model asks for another form of this value.",
        "Voyez comment le graphe a été produit : le modèle demande une autre forme de cette valeur.",
    ),
)
_GENERAL = ("Read the place in the document.", "Relisez le passage dans le document.")
_BY_CODE = {code: words for codes, *words in _ADVICE for code in codes.split()}


def advice(code: str, lang: str) -> str:
    """What to check, in ``en`` or ``fr``."""
    return _BY_CODE.get(code, _GENERAL)[lang == "fr"]
