"""Names, titles and file names that would do harm where they were taken for anything but text."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser

MARKUP = (
    '<img src=x onerror="document.title=1">',
    "</textarea></script><script>document.title=2</script>",
    "\"><svg onload=alert(1)> ' onmouseover='alert(1)",
    "<!--<style>*{display:none}</style>",
    "{{ 7 * 7 }} {% raw %} ${7*7} #{7*7}",
    "javascript:alert(1)",
    "&lt;b&gt;&amp;\u2028\u202e]]>",
)
FORMULAS = ('=HYPERLINK("http://x.example")', "+1+1", "-2+3", "@SUM(A1)", "\t=1+1")
ALL = (*MARKUP, *FORMULAS)


class Seen(HTMLParser):
    """The elements of a page, their attributes and where its links lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action")]

    def alive(self, foreign: tuple[str, ...] = ("img", "b", "iframe")) -> list[str]:
        """Elements that are foreign to the page, attributes and links of the hostile words that are more than text."""
        return [
            *sorted(set(foreign) & self.tags.keys()),
            *sorted(name for name in self.attributes if name.startswith("on") or name == "style"),
            *(link for link in self.links if not link.startswith(("/", "#", "data:,"))),
        ]
