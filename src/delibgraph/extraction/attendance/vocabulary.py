"""The vocabulary of headings and labelled fields, folded: what each word says of the people after it."""

from __future__ import annotations

_MEANINGS = {
    "present": "present presents presente presentes complete participants participantes",
    "absent": "absent absents absente absentes absence absences empeche empeches empechee empechees",
    "excused": "excuse excuses excusee excusees excuser",
    "represented": "represente representes representee representees",
    "proxy": "pouvoir pouvoirs pourvoir pourvoirs procuration procurations mandat mandats delegation delegations "
    "mandant mandants",
    "guest": "assiste assistent assistait assistaient assistant assistants invite invites invitee invitees "
    "participaient",
    "holder": "mandataire mandataires",
    "replaced": "remplace remplaces remplacee remplacees supplee supplees suppleee suppleees",
    "seated": "suppleance suppleances remplacants remplacantes",
    "substitute": "suppleant suppleants suppleante suppleantes",
    "titular": "titulaire titulaires",
    "in_office": "exercice fonction fonctions effectif elus",
    "votes": "votant votants voix suffrage suffrages vote votes exprime exprimes",
}
"""What the words of a label mean."""
_FILLERS = (
    "etait etaient sont est ont avait avaient avoir ayant s fait ete donne donnes donnee donnees remise remises remis "
    "depot "
    "depots depose deposes deposee deposees legal legale membre membres conseiller conseillers conseillere "
    "conseilleres delegue delegues deleguee deleguees elu elue elues mesdames messieurs mme mmes mm nom noms nombre "
    "liste etat presence presences le les la de des du l d et ou avec sans non par a au aux en pour egalement aussi "
    "reunion "
    "seance ouverture jour permanent permanents permanente permanentes municipal municipaux municipale municipales "
    "communautaire communautaires metropolitain metropolitains metropolitaine metropolitaines syndicaux "
    "departementaux regionaux conseil comite bureau deliberative deliberatives total ecrit ecrits "
    "afferent afferents qui un une droit voter leur leurs son confie appel nominal quorum deleguant administrateur "
    "administrateurs administratrice administratrices representant representants representante representantes nomme "
    "nommes nommee nommees designe designes designee designees sieges siegeant adherent adherents porteur porteurs "
    "porteuses detenteur detenteurs tant que qualite"
)
"""Words that a label can hold and that say nothing of the people after it."""
VOCABULARY: dict[str, str | None] = {
    **dict.fromkeys(_FILLERS.split()),
    **{word: meaning for meaning, words in _MEANINGS.items() for word in words.split()},
}
"""Each word, and what it means, ``None`` where it says nothing."""
