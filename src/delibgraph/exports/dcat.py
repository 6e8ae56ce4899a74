"""A description of the built graph for data catalogues: DCAT-AP, in Turtle.

The classes and the properties that the profile makes mandatory are all there
(https://semiceu.github.io/DCAT-AP/releases/3.0.0/): a catalogue, a data set, and a distribution for each file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

from rdflib import DCAT, DCTERMS, FOAF, RDF, XSD, Graph, Literal, Namespace, URIRef

from delibgraph.exports.settings import DatasetTerms
from delibgraph.rdf.vocabulary import DG

_SPDX = Namespace("http://spdx.org/rdf/terms#")
_VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
_AUTHORITY = "http://publications.europa.eu/resource/authority/"
_MEDIA = "https://www.iana.org/assignments/media-types/"
_TYPES = {
    ".nq": ("application/n-quads", "RDF_N_QUADS"),
    ".ttl": ("text/turtle", "RDF_TURTLE"),
    ".jsonld": ("application/ld+json", "JSON_LD"),
    ".csv": ("text/csv", "CSV"),
    ".parquet": ("application/vnd.apache.parquet", "PARQUET"),
}
"""Each file format's media type, and its code in the European list of file types."""


def publishable(folder: Path) -> list[Path]:
    """The files of a folder that a catalogue can offer, those in its sub-folders included, by name."""
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and _suffix(path) in _TYPES and not any(part.startswith(".") for part in path.parts[-2:])
    ]


def catalogue(folder: Path, terms: DatasetTerms, bodies: Iterable[str], days: tuple[str, str] | None) -> str:
    """The description of a folder's files; ``days`` are the first and last sitting on record.

    Raises:
        OSError: a file cannot be read.
    """
    graph = Graph()
    for prefix, namespace in (("dcat", DCAT), ("dcterms", DCTERMS), ("spdx", _SPDX), ("vcard", _VCARD)):
        graph.bind(prefix, namespace)
    site, data, publisher = URIRef(terms.url), URIRef(f"{terms.url}#dataset"), URIRef(f"{terms.url}#publisher")
    names = sorted(bodies)
    title = terms.title or f"Délibérations : {', '.join(names[:3])}{' …' if len(names) > 3 else ''}"
    description = terms.description or (
        "Séances, présences, pouvoirs, votes et financements relevés dans les délibérations de "
        f"{', '.join(names) or 'collectivités'}, chaque fait avec le passage qui le prouve."
    )
    for node, kind in ((site, DCAT.Catalog), (data, DCAT.Dataset)):
        graph.add((node, RDF.type, kind))
        graph.add((node, DCTERMS.title, Literal(title, "fr")))
        graph.add((node, DCTERMS.description, Literal(description, "fr")))
        graph.add((node, DCTERMS.publisher, publisher))
        graph.add((node, DCTERMS.language, URIRef(f"{_AUTHORITY}language/FRA")))
    graph.add((publisher, RDF.type, FOAF.Agent))
    graph.add((publisher, FOAF.name, Literal(terms.publisher, "fr")))
    graph.add((site, DCAT.dataset, data))
    graph.add((data, DCAT.theme, URIRef(f"{_AUTHORITY}data-theme/GOVE")))
    graph.add((data, DCTERMS.conformsTo, URIRef(DG.base.removesuffix("#"))))
    if days:
        period = URIRef(f"{terms.url}#period")
        graph.add((data, DCTERMS.temporal, period))
        graph.add((period, RDF.type, DCTERMS.PeriodOfTime))
        graph.add((period, DCAT.startDate, Literal(days[0], datatype=XSD.date)))
        graph.add((period, DCAT.endDate, Literal(days[1], datatype=XSD.date)))
    if terms.contact:
        contact = URIRef(f"{terms.url}#contact")
        graph.add((data, DCAT.contactPoint, contact))
        graph.add((contact, RDF.type, _VCARD.Kind))
        graph.add((contact, _VCARD.fn, Literal(terms.publisher)))
        graph.add((contact, _VCARD.hasEmail, URIRef(f"mailto:{terms.contact}")))
    for path in publishable(folder):
        for triple in _distribution(path, folder, data, terms):
            graph.add(triple)
    return graph.serialize(format="turtle")


def _distribution(
    path: Path, folder: Path, data: URIRef, terms: DatasetTerms
) -> Iterator[tuple[URIRef, URIRef, URIRef | Literal]]:
    where = quote(path.relative_to(folder).as_posix())
    node, address, sum_ = (
        URIRef(f"{terms.url}#{where}"),
        URIRef(terms.url + where),
        URIRef(f"{terms.url}#{where}-sha256"),
    )
    media, code = _TYPES[_suffix(path)]
    with path.open("rb") as source:
        digest = hashlib.file_digest(source, "sha256").hexdigest()
    yield data, DCAT.distribution, node
    yield node, RDF.type, DCAT.Distribution
    yield node, DCTERMS.title, Literal(path.name)
    yield node, DCAT.accessURL, address
    yield node, DCAT.downloadURL, address
    yield node, DCAT.mediaType, URIRef(_MEDIA + media)
    yield node, DCTERMS["format"], URIRef(f"{_AUTHORITY}file-type/{code}")
    yield node, DCAT.byteSize, Literal(path.stat().st_size, datatype=XSD.nonNegativeInteger)
    if path.suffix == ".gz":
        yield node, DCAT.compressFormat, URIRef(f"{_MEDIA}application/gzip")
    if terms.licence:
        yield node, DCTERMS.license, URIRef(terms.licence)
    yield node, _SPDX.checksum, sum_
    yield sum_, RDF.type, _SPDX.Checksum
    yield sum_, _SPDX.algorithm, _SPDX.checksumAlgorithm_sha256
    yield sum_, _SPDX.checksumValue, Literal(digest, datatype=XSD.hexBinary)


def _suffix(path: Path) -> str:
    return (path.with_suffix("") if path.suffix == ".gz" else path).suffix
