"""HTML: the page's main content, without menus, banners and footers; lists and tables of names are kept."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path

import regex
import trafilatura
from lxml import etree, html

from delibgraph.reading.document import Document, Progress, ReadingError, quiet
from delibgraph.reading.encodings import decode
from delibgraph.reading.files import contents
from delibgraph.reading.flow import lines
from delibgraph.reading.limits import LARGEST_TEXT
from delibgraph.reading.repairs import repair

_DECLARED = regex.compile(
    rb"(?i)<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{3,20})|^<\?xml[^>]{0,100}encoding=[\"']([\w-]{3,20})"
)
_PROLOGUE = regex.compile(r"^\s*<\?xml[^>]*\?>")
_NO_TEXT = regex.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LEAST = 0.2
"""Share of the page's text: where less is found to be its content, the page has no frame worth cutting away."""
_MOST = 0.995
"""Share of what is found to be content that its element must hold."""
_CONTAINERS = frozenset(["article", "body", "center", "div", "form", "main", "section"])
_BLOCKS = ("br", "div", "li", "p", "tr")
_ABOUT = regex.compile(
    r"(?:^|[\s_-])(?:entry|post|article|node|page)[_-]+(?:meta|info|date|footer|tags|utility)|"
    r"(?:^|\s)(?:aside|author|breadcrumbs?|byline|datePublished|dateModified|posted-on|share|sharing|submitted)(?:$|\s)"
)
"""Classes and properties, by the usual content management systems, of what a page says about itself."""
_SAYS = 20
"""Letters from which on a line is known within a run of text, where the library has joined lines."""


def read_html(path: Path, _: Progress = quiet) -> Document:
    """A web page as saved.

    Raises:
        ReadingError: too large, without any text, or not HTML.
    """
    data = contents(path, LARGEST_TEXT)
    source, encoding = _decoded(path, data)
    try:
        whole = html.document_fromstring(source)
    except (etree.LxmlError, ValueError) as error:
        raise ReadingError(path, "holds no HTML", "save the page again") from error
    told = repair(content(source, whole))
    if not told.text.strip():
        raise ReadingError(path, "holds no text", "save the page once its content has loaded")
    digest = hashlib.sha256(data).hexdigest()
    return Document(str(path), told.text, digest, encoding, mended=told.mended, lost=told.lost)


def content(source: str, page: html.HtmlElement) -> str:
    """The text of the innermost element of the page that holds its main content.

    The library says which lines are content; the element is taken whole, for a list whose members are links looks like
    a menu, and a short line like a caption.
    """
    found = trafilatura.extract(
        source, output_format="html", include_comments=False, include_tables=True, favor_recall=True
    )
    rows = [_key(row) for row in lines(html.document_fromstring(found)).splitlines()] if found else []
    main, run = set(rows), "".join(rows)
    weights: Counter[html.HtmlElement] = Counter()
    for element in page.iter():
        for text, owner in ((element.text, element), (element.tail, element.getparent())):
            keys = [_key(row) for row in (text or "").splitlines()]
            weight = sum(len(key) for key in keys if key in main or (len(key) >= _SAYS and key in run))
            if weight and owner is not None:
                weights.update(dict.fromkeys([owner, *owner.iterancestors()], weight))
    holding = [e for e, weight in weights.items() if weight >= _MOST * weights[page] and _contains(e)]
    inner = max(holding, key=lambda element: sum(1 for _ in element.iterancestors()), default=page)
    whole = lines(page)
    for element in [one for one in inner.iterdescendants() if _is_about_the_page(one)]:
        element.drop_tree()
    text = lines(inner)
    return _between_links(text if len(text) >= _LEAST * len(whole) else whole, page)


def _between_links(text: str, page: html.HtmlElement) -> str:
    """The text without the items of lists at its two ends that are nothing but links: an act does not begin so."""
    texts = ((_key(item.text_content()), (link.text_content() for link in item.iter("a"))) for item in page.iter("li"))
    links = {text for text, linked in texts if text == _key("".join(linked))} | {""}
    rows = text.splitlines()
    said = [number for number, row in enumerate(rows) if _key(row) not in links]
    return "\n".join(rows[said[0] : said[-1] + 1]) + "\n" if said else text


def _contains(element: html.HtmlElement) -> bool:
    """Whether the element is one that pages put their content into; a cell is where tables lay out the page."""
    return element.tag in _CONTAINERS or (element.tag == "td" and next(element.iter(*_BLOCKS), None) is not None)


def _is_about_the_page(element: html.HtmlElement) -> bool:
    """Whether an element within the content is the page's own: who put it there and when, where else to go."""
    if element.tag in ("aside", "footer", "nav"):
        return True
    return any(_ABOUT.search(element.get(name) or "") for name in ("class", "itemprop"))


def _key(row: str) -> str:
    return "".join(row.split())


def _decoded(path: Path, data: bytes) -> tuple[str, str]:
    """The page's source and its encoding: by mark, as UTF-8, as declared, else what gives plausible French."""
    match = _DECLARED.search(data[:4096])
    decoded = decode(data, (match[1] or match[2]).decode("ascii") if match else None)
    if decoded is None:
        raise ReadingError(path, "holds no HTML", "save the page again")
    return _NO_TEXT.sub(" ", _PROLOGUE.sub("", decoded.text)), decoded.encoding
