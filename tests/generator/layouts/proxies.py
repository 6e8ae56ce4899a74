"""How a proxy is written (layouts.md 1–18, 55): a phrase for each, its place, and headings that go with it."""

from __future__ import annotations

from collections.abc import Sequence

from tests.generator.layouts.names import form, holder, titled
from tests.generator.layouts.page import Page
from tests.generator.layouts.roll import below, entry, heading
from tests.generator.marks import quote
from tests.generator.model import Proxy

PHRASES = {
    "gives": "{a} donne pouvoir à {b}",
    "gave": "{a} a donné pouvoir à {b}",
    "had-given": "{a} avait donné procuration à {b}",
    "having-given": "{a} ayant donné pouvoir à {b}",
    "who-gave": "{a} qui a donné pouvoir à {b}",
    "gives-procuration": "{a} donne procuration à {b}",
    "mandate": "{a} a donné mandat de vote à {b}",
    "delegation": "{a}, délégation de vote à {b}",
    "colon-power": "{a} : pouvoir à {b}",
    "comma-procuration": "{a}, procuration à {b}",
    "bare-procuration": "{a} procuration à {b}",
    "capital-power": "{a} POUVOIR A {b}",
    "no-preposition": "{a} pouvoir {b}",
    "to": "{a} à {b}",
    "capital-to": "{a} A {b}",
    "arrow": "{a} → {b}",
    "by": "{a} par {b}",
    "is-represented": "{a} est représenté{e} par {b}",
    "comma-represented": "{a}, représenté{e} par {b}",
    "parentheses-power": "{a} (pouvoir à {b})",
    "parentheses-misspelt": "{a} (pourvoir à {b})",
    "parentheses-delegation": "{a} (délégation de vote à {b})",
    "parentheses-gives": "{a} (donne pouvoir à {b})",
    "parentheses-given": "{a} (pouvoir donné à {b})",
    "parentheses-holder": "{a} ({b})",
    "noun-first": "Procuration de {a} à {b}",
    "power-of": "Pouvoir de {a} à {b}",
    "holder-has": "{b} a le pouvoir de {a}",
    "holder-received": "{b} a reçu procuration de {a}",
    "ellipsis": "{a} avait donné pouvoir à {b}",
    "table": "{a}          pouvoir à {b}",
}
"""Phrases of a section of their own; ``{e}`` is the feminine ending of the grantor's participle."""
BESIDE_HOLDER = {
    "holder-plus": " (+ pouvoir {a})",
    "holder-having": " (ayant la procuration de {a})",
    "holder-power-of": " (pouvoir de {a})",
    "holder-also": ", qui a reçu pouvoir de {a}",
}
"""Phrases that follow the holder's name among those present (layouts.md 5)."""
WHOLE = ("grantors-only", "torn-columns")
PROXIES = (*PHRASES, *BESIDE_HOLDER, *WHOLE)
_BARE_WORDS = (
    "Pouvoirs",
    "Procurations",
    "Ont donné pouvoir",
    "Excusés ayant donné pouvoir",
    "Ayant remis un pouvoir",
    "Absents ayant donné procuration",
    "Représentés par pouvoir",
    "Dépôts de pouvoirs",
    "Ayant délégué leur mandat",
)
_REPRESENTED = (
    "Représentés",
    "Absents représentés",
    "Noms des absents représentés",
    "Délégués représentés par pouvoir",
    "Était représentée",
    "Absents représentés par pouvoir",
)
_VERB_WORDS = (
    "Pouvoirs",
    "Procurations",
    "Absents représentés",
    "Absents ayant donné pouvoir",
    "Absents excusés",
    "Pouvoir",
    "Excusés",
    "Ont donné procuration",
    "Délégués représentés",
    "Membres ayant donné pouvoir",
    "Excusé",
    "Étaient absents et représentés",
)
_OF_HOLDERS = ("Absents avec procuration", "Absents ayant donné pouvoir", "Procurations")
_MERGED = (
    "Absents excusés et dépôts de pouvoirs",
    "Étaient absents et excusés",
    "Absents",
    "Absents excusés",
    "Excusés",
)
GRANTOR_BARE = ("to", "capital-to", "arrow", "noun-first", "power-of", "holder-has", "holder-received")
PASSIVE = ("by", "is-represented", "comma-represented")
MERGEABLE = (
    "parentheses-power",
    "parentheses-misspelt",
    "parentheses-delegation",
    "parentheses-gives",
    "table",
    "parentheses-given",
    "gives",
    "colon-power",
)
"""Phrases that can stand in one list with absentees who gave no proxy."""
PAIRS = {
    "lines": "\n",
    "lines-comma": ",\n",
    "comma": ", ",
    "semicolon": " ; ",
    "dash": " – ",
    "hyphen": " - ",
    "dot": ". ",
    "none": " ",
    "bullets": "\n",
}
"""What parts two proxies."""
BOUNDS = ("none", "none", "none", "none", "until-item", "from-hour", "from-item", "except", "leaver")
BOUND_WORDS = {
    "until-item": "jusqu'au rapport 14",
    "from-hour": "à partir de 22h40",
    "from-item": "à compter du dossier 2",
    "except": "sauf rapports 10 à 16",
    "leaver": "à partir de 21h30",
}


def words(page: Page) -> Sequence[str]:
    """The headings that go with the page's phrase."""
    piece = page.peek("proxy")
    if page.peek("merged") == "yes":
        return _MERGED
    if piece == "parentheses-holder":
        return _OF_HOLDERS
    return _BARE_WORDS if piece in GRANTOR_BARE else _REPRESENTED if piece in PASSIVE else _VERB_WORDS


def phrase(page: Page, proxy: Proxy, *, elided: bool = False) -> str:
    """One proxy in words, its bounds with it; the gold gets the pair."""
    template = PHRASES[page.piece("proxy")]
    listed = entry(page, proxy.grantor)
    bearer, quoted = holder(page, proxy.holder)
    remember(page, listed.mention, quoted)
    if elided:
        template = "{a} à {b}"
    grantor = titled(page, proxy.grantor, listed.mention) + listed.tail
    said = template.format(a=grantor, b=bearer, e="e" if proxy.grantor.woman else "")
    if not proxy.bounds:
        return said
    page.piece("bounds")
    return f"{said[:-1]}, {proxy.bounds})" if said.endswith(")") and "(" in template else f"{said} ({proxy.bounds})"


def beside(page: Page, proxy: Proxy) -> str:
    """A proxy that follows its holder's name among those present; the gold's holder is that name."""
    template = BESIDE_HOLDER[page.piece("proxy")]
    mention = page.mention(form(page, proxy.grantor))
    remember(page, mention, page.listed[proxy.holder])
    return template.format(a=titled(page, proxy.grantor, mention))


def remember(page: Page, grantor: str, bearer: str | None) -> None:
    """Put a pair into the gold."""
    page.gold["proxies"].append([quote(grantor), bearer and quote(bearer)])


def section(page: Page) -> str:
    """All proxies under their heading, with the other absentees where the list is one."""
    piece, proxies = page.peek("proxy"), page.sitting.proxies
    if piece in WHOLE:
        return _whole(page)
    said = [phrase(page, p, elided=piece == "ellipsis" and i > 0) for i, p in enumerate(proxies)]
    number: int | None = len(said)
    if page.peek("merged") == "yes":
        page.piece("merged")
        for person in page.sitting.absent:
            listed = entry(page, person)
            page.gold["absent"].append(quote(listed.mention))
            tail = "          sans pouvoir" if piece == "table" else ""
            said.append(titled(page, person, listed.mention) + listed.tail + tail)
        said, number = page.dice.shuffle(said), None
    title = page.dice.pick(words(page))
    page.used["proxy_words"] = title
    return below(page, heading(page, title, number, "proxies"), _joined(page, said))


def _joined(page: Page, said: Sequence[str]) -> str:
    piece = page.piece("pairs")
    if piece == "bullets":
        return "\n".join(f"- {one}" for one in said)
    return PAIRS[piece].join(said)


def _whole(page: Page) -> str:
    """Grantors without holders (layouts.md 55), or holders in a column of their own, to be paired by rank (16)."""
    piece, proxies = page.piece("proxy"), page.sitting.proxies
    grantors = [page.mention(form(page, proxy.grantor)) for proxy in proxies]
    names = [titled(page, proxy.grantor, mention) for proxy, mention in zip(proxies, grantors, strict=True)]
    if piece == "grantors-only":
        for mention in grantors:
            remember(page, mention, None)
        return f"{heading(page, 'Ont donné procuration')} {', '.join(names)}"
    bearers = [page.mention(form(page, proxy.holder)) for proxy in proxies]
    for mention, bearer in zip(grantors, bearers, strict=True):
        remember(page, mention, bearer)
    columns = [titled(page, proxy.holder, mention) for proxy, mention in zip(proxies, bearers, strict=True)]
    return "\n".join(["Ont donné pouvoir :", *names, "", "à :", *columns])
