"""Turtle (RDF 1.1): JSON-LD values written as triples, by the same context as the JSON-LD file.

By hand, because ten thousand records take a second this way and minutes with a graph in memory. It
knows what our own contexts say, no more: `@vocab`, prefixes, and per key a type or a language.
Addresses are written as they are: the reader takes none that would need an escape.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Node = Mapping[str, Any]
Context = Mapping[str, Any]
_json = json.JSONEncoder(ensure_ascii=False).encode


def jsonld(context: Context, nodes: Iterable[Node]) -> str:
    """The nodes as a JSON-LD document."""
    graph = {"@context": context, "@graph": list(nodes)}
    return f"{json.dumps(graph, ensure_ascii=False, indent=1)}\n"


def turtle(context: Context, nodes: Iterable[Node]) -> Iterator[str]:
    """The nodes, one paragraph each after that of the prefixes."""
    for name, namespace in context.items():
        if isinstance(namespace, str):
            yield f"@prefix {name.removeprefix('@vocab')}: <{namespace}> .\n"
    yield from paragraphs(context, nodes)


def paragraphs(context: Context, nodes: Iterable[Node]) -> Iterator[str]:
    """The nodes alone."""
    for node in nodes:
        about = f"<{node['@id']}>" if "@id" in node else "[]"
        said = " ;\n  ".join(_pairs(context, node))
        yield f"\n{about} {said} .\n"


def _pairs(context: Context, node: Node) -> Iterator[str]:
    for key, value in node.items():
        values = value if isinstance(value, (list, tuple)) else (value,)
        if key == "@type":
            yield f"a {', '.join(_name(one) for one in values)}"
        elif key != "@id" and values:
            yield f"{_name(key)} {', '.join(_object(context, key, one) for one in values)}"


def _object(context: Context, key: str, value: Any) -> str:
    """A value: a node that is somewhere else, one without a name, or a literal."""
    if isinstance(value, Mapping):
        return (
            f"<{value['@id']}>" if "@id" in value else f"[ {' ; '.join(_pairs(context, value))} ]"
        )
    term = context.get(key, {})
    if term.get("@type") == "@id":
        return f"<{value}>"
    text = _json(value)  # its escapes are Turtle's; so are its numbers
    if "@language" in term:
        return f"{text}@{term['@language']}"
    return f"{text}^^{_name(term['@type'])}" if "@type" in term else text


def _name(key: str) -> str:
    return key if ":" in key else f":{key}"
