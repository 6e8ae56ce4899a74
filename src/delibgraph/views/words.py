"""What the views say, in English and French: common words, and those of each projection."""

from __future__ import annotations

from typing import TypeAlias

Words: TypeAlias = dict[str, tuple[str, str]]
"""Each message by key: (English, French)."""

COMMON: Words = {
    "sittings": ("sittings", "séances"),
    "period": ("period", "période"),
    "all_sittings": ("All sittings", "Toutes les séances"),
    "sitting": ("Sitting", "Séance"),
    "all_bodies": ("All bodies", "Toutes les collectivités"),
    "all_organs": ("All organs", "Tous les organes"),
    "filters": ("Filters", "Filtres"),
    "organ": ("Organ", "Organe"),
    "since": ("From", "Du"),
    "through": ("to", "au"),
    "least": ("At least", "Au moins"),
    "reset": ("Reset", "Réinitialiser"),
    "its_page": ("Its page", "Sa page"),
    "explorer": ("All that the graph holds", "Tout ce que le graphe contient"),
    "query": ("The query that made this", "La requête qui a fait cette page"),
    "language": ("Français", "English"),
    "zoom_in": ("Zoom in", "Agrandir"),
    "zoom_out": ("Zoom out", "Réduire"),
    "fit": ("Show all", "Tout voir"),
    "hint": (
        "Click a name or an arrow. Drag to move, Ctrl + wheel to zoom.",
        "Cliquez sur un nom ou une flèche. Glissez pour déplacer, Ctrl + molette pour zoomer.",
    ),
    "legend": ("Legend", "Légende"),
    "from": ("from", "à partir de"),
    "until": ("until", "jusqu’à"),
    "undated": ("undated", "sans date"),
    "documents": ("Recorded in", "Lu dans"),
    "to_table": ("Go to the table", "Aller au tableau"),
    "dates": ("Dates", "Dates"),
    "show": ("Show", "Voir"),
    "noscript": (
        "The picture needs JavaScript; the table below does not.",
        "L’image demande JavaScript ; le tableau plus bas s’en passe.",
    ),
    "amount": ("Amount", "Montant"),
    "granted": ("granted", "accordés"),
    "more": ("more: search for a name", "de plus : cherchez un nom"),
    "ego": (
        "The strongest {shown} of {all} ties are drawn.",
        "Les {shown} liens les plus forts sur {all} sont dessinés.",
    ),
    "large": (
        "edges are too many for one picture (the limit is 5,000). It shows one name and its neighbours at a "
        "time; the table adds up each body.",
        "liens sont trop pour une image (la limite est 5 000). Elle montre un nom et ses voisins à la fois "
        "; le tableau additionne chaque collectivité.",
    ),
    "bodies": ("Bodies, added up", "Collectivités, additionnées"),
    "body": ("Body", "Collectivité"),
    "evidence": (
        "The sentences are not in so large a page: delibgraph explain shows them.",
        "Les phrases ne sont pas dans une page si grande : delibgraph explain les montre.",
    ),
    "largest": (
        "Only the largest 1,000 bodies are listed.",
        "Seules les 1 000 plus grandes collectivités sont listées.",
    ),
}
"""What every page says."""

PROXIES: Words = {
    "heading": ("Who holds whose proxy", "Qui porte le pouvoir de qui"),
    "members": ("members", "élus"),
    "proxies": ("proxies", "pouvoirs"),
    "pairs": ("pairs", "paires"),
    "unnamed": ("proxies without a named holder, not drawn", "pouvoirs sans mandataire nommé, non dessinés"),
    "search": ("Find a member", "Chercher un élu"),
    "graph_label": (
        "Graph of the proxies. Arrow keys move it, plus and minus zoom, zero shows all. The table below says the same.",
        "Graphe des pouvoirs. Les flèches le déplacent, plus et moins zooment, zéro montre tout. Le tableau "
        "plus bas dit la même chose.",
    ),
    "legend_holder": ("held proxies; larger: more of them", "a porté des pouvoirs ; plus grand : davantage"),
    "legend_grantor": ("only gave", "en a seulement donné"),
    "legend_arrow": (
        "from who gives to who holds; thicker: more sittings",
        "de qui donne à qui porte ; plus épais : plus de séances",
    ),
    "ranking": ("Members, by proxies held", "Élus, par pouvoirs portés"),
    "held": ("held", "portés"),
    "held_one": ("held", "porté"),
    "given": ("given", "donnés"),
    "given_one": ("given", "donné"),
    "holds_for": ("Held the proxy of", "A porté le pouvoir de"),
    "gave_to": ("Gave a proxy to", "A donné pouvoir à"),
    "gave": ("gave a proxy to", "a donné pouvoir à"),
    "nobody": ("Nobody by that name here.", "Personne de ce nom ici."),
    "back": ("All members", "Tous les élus"),
    "grantor": ("Grantor", "Mandant"),
    "holder": ("Holder", "Mandataire"),
    "times": ("Sittings", "Séances"),
    "table": ("All pairs, as a table", "Toutes les paires, en tableau"),
    "empty": ("No proxy is on record.", "Aucun pouvoir n’est enregistré."),
    "made": (
        "Each arrow is a written power to vote (CGCT L2121-20), read in the documents of the sittings.",
        "Chaque flèche est un pouvoir écrit de voter (CGCT L2121-20), lu dans les documents des séances.",
    ),
}
"""The page of who holds whose proxy."""

FUNDING: Words = {
    "heading": ("Who funds whom", "Qui finance qui"),
    "members": ("bodies and beneficiaries", "collectivités et bénéficiaires"),
    "proxies": ("grants", "subventions"),
    "pairs": ("pairs", "paires"),
    "unnamed": ("grants in other currencies, not drawn", "subventions en d’autres monnaies, non dessinées"),
    "search": ("Find a body or beneficiary", "Chercher une collectivité ou un bénéficiaire"),
    "graph_label": (
        "Graph of the money granted. Arrow keys move it, plus and minus zoom, zero shows all. The table "
        "below says the same.",
        "Graphe des sommes accordées. Les flèches le déplacent, plus et moins zooment, zéro montre tout. Le "
        "tableau plus bas dit la même chose.",
    ),
    "legend_holder": ("received money; larger: more of it", "a reçu ; plus grand : davantage"),
    "legend_grantor": ("body that granted it", "collectivité qui a accordé"),
    "legend_arrow": (
        "from who grants to who receives; thicker: more money",
        "de qui accorde à qui reçoit ; plus épais : davantage",
    ),
    "ranking": ("By money received", "Par sommes reçues"),
    "held": ("received", "reçus"),
    "held_one": ("received", "reçu"),
    "given": ("granted", "accordés"),
    "given_one": ("granted", "accordé"),
    "holds_for": ("Received money from", "A reçu de"),
    "gave_to": ("Granted money to", "A accordé à"),
    "gave": ("granted money to", "a accordé une somme à"),
    "nobody": ("Nothing by that name here.", "Rien de ce nom ici."),
    "back": ("All bodies and beneficiaries", "Toutes les collectivités et tous les bénéficiaires"),
    "grantor": ("Body", "Collectivité"),
    "holder": ("Beneficiary", "Bénéficiaire"),
    "times": ("Grants", "Subventions"),
    "table": ("All pairs, as a table", "Toutes les paires, en tableau"),
    "empty": ("No grant is on record.", "Aucune subvention n’est enregistrée."),
    "made": (
        "Each arrow is money granted by a deliberation, read in its text; sums that are merely talked about "
        "are not drawn.",
        "Chaque flèche est une somme accordée par une délibération, lue dans son texte ; les sommes "
        "seulement évoquées ne sont pas dessinées.",
    ),
}
"""The page of who funds whom."""

ATTENDANCE: Words = {
    "heading": ("Who sat at which sitting", "Qui a siégé à quelle séance"),
    "members": ("members and sittings", "élus et séances"),
    "proxies": ("presences", "présences"),
    "pairs": ("pairs", "paires"),
    "unnamed": ("members who were never present, not drawn", "élus jamais présents, non dessinés"),
    "search": ("Find a member or sitting", "Chercher un élu ou une séance"),
    "graph_label": (
        "Graph of who was present at which sitting. Arrow keys move it, plus and minus zoom, zero shows all. "
        "The table below says the same.",
        "Graphe de qui était présent à quelle séance. Les flèches le déplacent, plus et moins zooment, zéro "
        "montre tout. Le tableau plus bas dit la même chose.",
    ),
    "legend_holder": ("sitting; larger: more members present", "séance ; plus grand : davantage de présents"),
    "legend_grantor": ("member", "élu"),
    "legend_arrow": ("was present at", "a siégé à"),
    "ranking": ("Sittings and members, by presences", "Séances et élus, par présences"),
    "held": ("present", "présents"),
    "held_one": ("present", "présent"),
    "given": ("sittings", "séances"),
    "given_one": ("sitting", "séance"),
    "holds_for": ("Members present", "Élus présents"),
    "gave_to": ("Was present at", "A siégé à"),
    "gave": ("was present at", "a siégé à"),
    "nobody": ("Nothing by that name here.", "Rien de ce nom ici."),
    "back": ("All members and sittings", "Tous les élus et toutes les séances"),
    "grantor": ("Member", "Élu"),
    "holder": ("Sitting", "Séance"),
    "times": ("Presences", "Présences"),
    "table": ("All pairs, as a table", "Toutes les paires, en tableau"),
    "empty": ("No presence is on record.", "Aucune présence n’est enregistrée."),
    "made": (
        "Each arrow joins a member to a sitting at which the documents list them as present.",
        "Chaque flèche joint un élu à une séance où les documents le disent présent.",
    ),
}
"""The page of who sat at which sitting."""


def vocabulary(words: Words) -> dict[str, dict[str, str]]:
    """The messages by language, for the page's script."""
    return {
        "en": {key: english for key, (english, _) in words.items()},
        "fr": {key: french for key, (_, french) in words.items()},
    }


FINDINGS: Words = {
    "title": ("Findings", "Constats"),
    "documents": ("documents", "documents"),
    "none": ("Nothing was found.", "Aucun constat."),
    "violation": ("violation", "non conforme"),
    "warning": ("warning", "alerte"),
    "info": ("note", "note"),
    "violations": ("Contradicts the law or the model", "Contredit la loi ou le modèle"),
    "warnings": ("Contradicts the record, or is in doubt", "Contredit l’acte, ou reste douteux"),
    "infos": ("Worth knowing", "Bon à savoir"),
    "set": ("The documents together", "L’ensemble des documents"),
    "line": ("line", "ligne"),
    "characters": ("characters", "caractères"),
    "article": ("Source", "Texte"),
    "check": ("To check", "À vérifier"),
    "found": ("findings", "constats"),
    "contents": ("Documents", "Documents"),
}
"""What the page of findings says."""
