"""What the page says, in English and French."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "heading": ("Who holds whose proxy", "Qui porte le pouvoir de qui"),
    "members": ("members", "élus"),
    "proxies": ("proxies", "pouvoirs"),
    "pairs": ("pairs", "paires"),
    "sittings": ("sittings", "séances"),
    "period": ("period", "période"),
    "unnamed": ("without a named holder, not drawn", "sans mandataire nommé, non dessinés"),
    "search": ("Find a member", "Chercher un élu"),
    "all_sittings": ("All sittings", "Toutes les séances"),
    "sitting": ("Sitting", "Séance"),
    "language": ("Français", "English"),
    "zoom_in": ("Zoom in", "Agrandir"),
    "zoom_out": ("Zoom out", "Réduire"),
    "fit": ("Show all", "Tout voir"),
    "graph_label": (
        "Graph of the proxies. Arrow keys move it, plus and minus zoom, zero shows all. The table below says the same.",
        "Graphe des pouvoirs. Les flèches le déplacent, plus et moins zooment, zéro montre tout. "
        "Le tableau plus bas dit la même chose.",
    ),
    "hint": (
        "Click a name or an arrow. Drag to move, Ctrl + wheel to zoom.",
        "Cliquez sur un nom ou une flèche. Glissez pour déplacer, Ctrl + molette pour zoomer.",
    ),
    "legend": ("Legend", "Légende"),
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
    "from": ("from", "à partir de"),
    "until": ("until", "jusqu’à"),
    "undated": ("undated", "sans date"),
    "documents": ("Recorded in", "Lu dans"),
    "table": ("All pairs, as a table", "Toutes les paires, en tableau"),
    "to_table": ("Go to the table", "Aller au tableau"),
    "grantor": ("Grantor", "Mandant"),
    "holder": ("Holder", "Mandataire"),
    "times": ("Sittings", "Séances"),
    "dates": ("Dates", "Dates"),
    "show": ("Show", "Voir"),
    "empty": ("No proxy is on record.", "Aucun pouvoir n’est enregistré."),
    "noscript": (
        "The picture needs JavaScript; the table below does not.",
        "L’image demande JavaScript ; le tableau plus bas s’en passe.",
    ),
    "made": (
        "Each arrow is a written power to vote (CGCT L2121-20), read in the documents of the sittings.",
        "Chaque flèche est un pouvoir écrit de voter (CGCT L2121-20), lu dans les documents des séances.",
    ),
}
"""Each message by key: (English, French)."""


def vocabulary() -> dict[str, dict[str, str]]:
    """The messages by language, for the page's script."""
    return {
        "en": {key: english for key, (english, _) in WORDS.items()},
        "fr": {key: french for key, (_, french) in WORDS.items()},
    }
