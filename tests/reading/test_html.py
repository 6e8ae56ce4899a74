from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from lxml.html import document_fromstring

from delibgraph.documents import read_facts
from delibgraph.facts import to_json
from delibgraph.reading import ReadingError, read
from delibgraph.reading.html import content
from tests.tools import SHARED

FRAME = """<!doctype html><html><head><title>Valmont</title><style>p {{ color: red }}</style></head><body>
<div id="top"><ul class="menu"><li><a href="/m">La mairie</a></li><li><a href="/v">Vivre ici</a></li></ul></div>
<div class="content">{}</div>
<div id="sidebar"><h3>Actualités</h3><p>Fête du village le quatorze juillet, sur la grande place.</p></div>
<div id="footer"><p>Mentions légales - Plan du site</p></div><script>var a = "M. Faux NOM"</script></body></html>"""
ACT = """<h1>Délibération n° 2024-14</h1>
<p>L'an deux mille vingt-quatre, le douze mars, le conseil municipal de Valmont s'est réuni à la mairie.</p>
<p>Étaient présents :</p><ul><li>Mme Anne DURAND, maire</li><li>M. Guy <b>PE</b>TIT</li></ul>
<table><tr><th>Mandant</th><th>Mandataire</th></tr><tr><td>M. Paul ROUX</td><td>Mme Anne DURAND</td></tr></table>
<p>Votants : 3<br>Pour : 3</p><p>Le conseil accorde une subvention de 2&nbsp;500&nbsp;€ à l'association Les Amis.</p>"""
LINES = [
    "Étaient présents :",
    "Mme Anne DURAND, maire",
    "M. Guy PETIT",
    "Mandant\tMandataire",
    "M. Paul ROUX\tMme Anne DURAND",
    "",
    "Votants : 3",
    "Pour : 3",
    "",
]
MENU = "".join(f"<li><a href='/'>{word}</a></li>" for word in ("Accueil", "Conseil municipal", "Vivre ici", "Agenda"))
SITES = {
    "blog": """<!DOCTYPE html><html lang="fr"><head><title>Acte | Valmont</title></head><body class="single-post">
<header><a href="/">Commune de Valmont</a><nav><ul>{menu}</ul></nav></header><main><article>
<header class="entry-header"><h1>Les actes</h1><p class="entry-meta">Publié le <time>12 avril 2031</time></p></header>
<div class="entry-content">{act}</div><footer>Classé dans : <a href="/">Actes</a></footer></article>
<aside><h2>Articles récents</h2><ul><li><a href="/">Vœux de M. Jean FAUX, maire</a></li></ul></aside></main>
<footer>Mairie de Valmont, place du Marché - Mentions légales</footer></body></html>""",
    "portal": """<html><head><title>Actes</title></head><body><div role="banner"><ul class="menu">{menu}</ul>
<form><input placeholder="Rechercher"></form></div><div class="breadcrumb"><a href="/">Accueil</a> » Actes</div>
<div role="main"><div class="node"><span class="submitted">Publié le 12 avril 2031 par M. Jean FAUX</span>
<div class="field">{act}</div></div></div><div role="contentinfo"><p>Mentions légales</p></div></body></html>""",
    "form": """<html><head><title>Actes</title></head><body><form method="post" action="acte.aspx" id="aspnetForm">
<input type="hidden" name="__VIEWSTATE" value="abc"><div id="menu"><ul>{menu}</ul></div><div id="zone">{act}</div>
<div id="bas"><ul><li><a href="/">Mentions légales</a></li></ul></div></form></body></html>""",
    "layout of tables": """<html><body bgcolor="#ffffff"><table width="760"><tr><td><img alt="Mairie"></td></tr>
<tr><td width="150"><ul>{menu}</ul></td><td valign="top">{act}</td></tr>
<tr><td colspan="2"><ul><li><a href="/">Mentions légales</a></li></ul></td></tr></table></body></html>""",
}
TEMPLATES: dict[str, Callable[[list[str]], str]] = {
    "paragraphs": lambda rows: "".join(f"<p>{row}</p>" for row in rows),
    "breaks": "<br>\n".join,
    "items": lambda rows: "<ul>" + "".join(f"<li>{row}</li>" for row in rows) + "</ul>",
    "cells": lambda rows: "<table>" + "".join(f"<tr><td>{row}</td></tr>" for row in rows) + "</table>",
    "bold": lambda rows: "".join(f"<div><strong>{row}</strong></div>" for row in rows),
    "links": lambda rows: "".join(
        f"<p><a href='#'>{row}</a></p>" if len(row) < 40 else f"<p>{row}</p>" for row in rows
    ),
    "text": lambda rows: "<pre>" + "\n".join(rows) + "</pre>",
}


def saved(path: Path, page: str | bytes) -> Path:
    path.write_bytes(page.encode() if isinstance(page, str) else page)
    return path


def test_the_frame_goes_and_lists_and_tables_stay(tmp_path: Path) -> None:
    text = read(saved(tmp_path / "a.html", FRAME.format(ACT))).text
    rows = text.splitlines()
    assert rows[2 : 2 + len(LINES)] == LINES
    assert not any(word in text for word in ("Vivre ici", "Actualités", "Mentions", "Faux NOM", "color"))
    assert "2\u00a0500\u00a0€" in text


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_word_of_an_act_is_lost(template: str) -> None:
    texts = sorted(SHARED.glob("layouts/*.txt")) + sorted(SHARED.glob("seeds/*.txt"))
    if not texts:
        pytest.skip("no ../shared beside this checkout")
    lost = told = framed = 0
    for path in texts:
        act = path.read_text(encoding="utf-8")
        rows = [escape(row) for row in act.splitlines() if row.strip()]
        page: str = FRAME.format(TEMPLATES[template](rows))
        found, said = Counter(content(page, document_fromstring(page)).split()), Counter(act.split())
        lost += sum((said - found).values())
        told += sum(said.values())
        framed += "Actualités" in found
    assert lost <= 0.001 * told
    assert framed == 0


@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize("template", ["paragraphs", "bold", "text"])
def test_a_site_says_nothing_in_the_acts_place(template: str, site: str, tmp_path: Path) -> None:
    """The facts of an act are those of its text, whatever stands around it on the page."""
    path = Path(__file__).parents[2] / "examples" / "montarvel-2023-12-subventions.txt"
    act = path.read_text(encoding="utf-8")
    page = SITES[site].format(menu=MENU, act=TEMPLATES[template]([escape(row) for row in act.splitlines()]))
    found, expected = (said(one) for one in (saved(tmp_path / "a.html", page), path))
    assert found == expected


def said(path: Path) -> list[object]:
    """What a file's acts say, without places."""

    def bare(value: object) -> object:
        if isinstance(value, dict):
            return {key: bare(one) for key, one in value.items() if key not in ("span", "spans", "sha256", "document")}
        return [bare(one) for one in value] if isinstance(value, list) else value

    return [bare(json.loads(to_json(act))) for act in read_facts(path).acts]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    page = FRAME.format(ACT)
    declared = page if encoding == "utf-16" else page.replace("<head>", f'<head><meta charset="{encoding}">')
    document = read(saved(tmp_path / "a.htm", declared.encode(encoding)))
    assert "Étaient présents :" in document.text


@pytest.mark.parametrize("page", ["", "   ", "<html><body></body></html>", "<script>a</script>"])
def test_pages_without_text_are_named(tmp_path: Path, page: str) -> None:
    with pytest.raises(ReadingError, match=r"holds no|is empty"):
        read(saved(tmp_path / "a.html", page))


def test_a_page_too_deep_for_the_parser_is_named(tmp_path: Path) -> None:
    page = "<div>" * 20_000 + "<p>Étaient présents : M. Guy PETIT</p>"
    with pytest.raises(ReadingError, match="holds no text"):
        read(saved(tmp_path / "a.html", page))


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "<tr><td rowspan=2>Aubrelle<td>M. ROUX<td>X<tr><td>Mme BLANC<td>X",
            ["Aubrelle\tM. ROUX\tX", "\tMme BLANC\tX"],
        ),
        ("<tr><td colspan=2>Aubrelle<td>X<tr><td>Mme<td>BLANC<td>X", ["Aubrelle\t\tX", "Mme\tBLANC\tX"]),
        (
            "<tr><th>Présents<th>Absents<tr><td>M. ROUX<br>Mme BLANC<td>M. PETIT",
            ["Présents", "M. ROUX", "Mme BLANC", "Absents", "M. PETIT"],
        ),
        (
            "<tr><th>Nom<th>Montant<br>voté<tr><td>Ovale<td>5 €<tr><td>Carré<td>6 €",
            ["Nom\tMontant voté", "Ovale\t5 €", "Carré\t6 €"],
        ),
        (
            "<tr><td rowspan=2>Nom<td colspan=2>Voté<tr><td>2023<td>2024" + "<tr><td>Ovale<td>5 €<td>6 €" * 3,
            ["Nom\tVoté 2023\t2024", *["Ovale\t5 €\t6 €"] * 3],
        ),
        ("<tr><td rowspan=99999999999>Nom<td colspan=-3>Voté<tr><td colspan=999999>5 €", ["Nom\tVoté", "\t5 €"]),
    ],
)
def test_cells_that_go_over_others(tmp_path: Path, table: str, expected: list[str]) -> None:
    page = f"<html><body><p>Étaient présents :</p><table>{table}</table><p>Fin.</p></body></html>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    lines = read(tmp_path / "a.html").text.splitlines()
    assert [line for line in lines if line] == ["Étaient présents :", *expected, "Fin."]
