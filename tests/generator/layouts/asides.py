"""Words around the facts that look like facts and are none (layouts.md 13, 14, 17, 44, 48)."""

from __future__ import annotations

import datetime

from tests.generator import lexicon
from tests.generator.layouts.dates import printed_date
from tests.generator.layouts.names import form, office, titled
from tests.generator.layouts.page import Page

ABOVE = ("site", "uploader", "repeated-proxies")
BETWEEN = ("earlier-minutes", "approved-minutes")
BELOW = ("signing", "next-sitting")
ASIDES = ("none", "none", "none", "none", *ABOVE, *BETWEEN, *BELOW)
"""Site noise, proxies told again or of another sitting, a power to sign, dates of other sittings."""


def aside(page: Page, place: tuple[str, ...]) -> str:
    """What the page's aside prints at a place, if that is where it stands."""
    if page.peek("aside") not in place:
        return ""
    return _WORDS[page.piece("aside")](page)


def _site(page: Page) -> str:
    return "Accueil > Vie de l'assemblée > Délibérations\nTélécharger le document\nDimension: px"


def _uploader(page: Page) -> str:
    dice = page.dice
    return f"La page est créée par {lexicon.given_name(dice, True)} {lexicon.surname(dice)}\n\nCONTINUER À LIRE"


def _repeated(page: Page) -> str:
    """The first proxies once more, as a page's title has them when it is cut from the body."""
    pairs = [(proxy.grantor, proxy.holder) for proxy in page.sitting.proxies[:2]]
    told = [[titled(page, person, form(page, person)) for person in pair] for pair in pairs]
    return " ".join(f"{grantor} donne pouvoir à {holder}" for grantor, holder in told)


def _earlier(page: Page) -> str:
    """A proxy of the sitting before, told while its minutes are corrected."""
    other, member = page.sitting.president, page.sitting.present[-1]
    day = printed_date(page.sitting.date - datetime.timedelta(days=49), "figures")
    names = [titled(page, person, form(page, person)) for person in (member, other)]
    return f"Au procès-verbal de la séance du {day}, il faut lire que {names[0]} avait donné pouvoir à {names[1]}."


def _approved(page: Page) -> str:
    day = printed_date(page.sitting.date - datetime.timedelta(days=35), "figures")
    return f"Le procès-verbal de la séance du {day} est approuvé."


def _signing(page: Page) -> str:
    title = f"Madame la {office(page)}" if page.sitting.president.woman else f"Monsieur le {office(page)}"
    return f"L'assemblée donne pouvoir à {title} pour signer tout document relatif à cette affaire."


def _next(page: Page) -> str:
    return f"Prochaine séance : {printed_date(page.sitting.date + datetime.timedelta(days=42), 'weekday')}"


_WORDS = {
    "site": _site,
    "uploader": _uploader,
    "repeated-proxies": _repeated,
    "earlier-minutes": _earlier,
    "approved-minutes": _approved,
    "signing": _signing,
    "next-sitting": _next,
}
