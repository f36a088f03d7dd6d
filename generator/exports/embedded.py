"""Embedded: what a page says of itself to search engines, as JSON-LD in its head (schema.org)."""

import json
import re
from collections.abc import Sequence

from generator import routes
from generator.catalogue import Catalogue
from generator.exports.descriptions import Dataset, described
from generator.exports.things import LICENCE, body
from generator.exports.turtle import Node
from generator.outputs import Crumb, Publisher

_ESCAPED = re.compile("[<>&\u2028\u2029]")
"""Signs that could end the script or begin a comment (W3C, JSON-LD 1.1, § 7), as JSON escapes."""


def embedded(publisher: Publisher, crumbs: Sequence[Crumb], nodes: Sequence[Node]) -> str:
    """The text of the script of a page; empty where the site has no address of its own."""
    if not publisher.origin:
        return ""
    path = [_breadcrumb(publisher, crumbs)] if crumbs else []
    graph = {"@context": "https://schema.org", "@graph": [*nodes, *path]}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    return _ESCAPED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


def website(publisher: Publisher) -> Node:
    """The site, and how to search it."""
    search = f"{publisher.origin}{routes.CATALOGUE}?q={{q}}"
    return {
        "@id": publisher.origin,
        "@type": "WebSite",
        "name": publisher.name,
        "url": publisher.origin,
        "inLanguage": "it",
        "publisher": body(publisher),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": search},
        },
    }


def data_catalogue(catalogue: Catalogue, publisher: Publisher) -> Node:
    """The datasets, as dataset searches look for them; the whole is in DCAT."""
    return {
        "@id": f"{publisher.origin}{routes.DATA_CATALOGUE}",
        "@type": "DataCatalog",
        "name": f"{publisher.name}: dati aperti",
        "license": LICENCE,
        "publisher": body(publisher),
        "dataset": [_dataset(publisher, one) for one in described(catalogue)],
    }


def _dataset(publisher: Publisher, dataset: Dataset) -> Node:
    return {
        "@type": "Dataset",
        "name": f"{publisher.name}: {dataset.title}",
        "description": dataset.description,
        "license": LICENCE,
        **({"dateModified": dataset.modified.isoformat()} if dataset.modified else {}),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": file.title,
                "encodingFormat": file.format.media or file.format.name,
                "contentUrl": f"{publisher.origin}{file.address}",
            }
            for file in dataset.distributions
        ],
    }


def _breadcrumb(publisher: Publisher, crumbs: Sequence[Crumb]) -> Node:
    """The steps that lead to the page, which is not one of them."""
    steps = [crumb for crumb in crumbs if crumb.address is not None]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": step.title,
                "item": f"{publisher.origin}{step.address}",
            }
            for position, step in enumerate(steps, 1)
        ],
    }
