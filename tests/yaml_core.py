"""YAML as the tools of editors read it: the core schema of YAML 1.2, as JSON values."""

import json
import re
import unicodedata
from typing import Any

import yaml

Path = tuple[str | int, ...]

_NULL = re.compile(r"~|null|Null|NULL|")
_BOOLEAN = re.compile(r"true|True|TRUE|false|False|FALSE")
_INTEGER = re.compile(r"[-+]?[0-9]+")
_OTHER_BASE = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_INFINITE = re.compile(r"([-+]?)\.(inf|Inf|INF)")


def read(text: str, rewritten: set[Path]) -> Any:
    """The value of a document, its texts without spaces at the ends and in NFC.

    Into `rewritten` go the places of what a tool can't see as it was typed: 1.10, 00123, True.
    """
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    return None if node is None else _value(node, (), rewritten)


def _value(node: yaml.Node, path: Path, rewritten: set[Path]) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {
            name: _value(value, (*path, name), rewritten)
            for name, value in ((_name(key), value) for key, value in node.value)
        }
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*path, index), rewritten) for index, item in enumerate(node.value)]
    assert isinstance(node, yaml.ScalarNode)
    value = unicodedata.normalize("NFC", node.value.strip()) if node.style else _plain(node.value)
    if not node.style and not isinstance(value, str | None) and json.dumps(value) != node.value:
        rewritten.add(path)
    return value


def _name(key: yaml.Node) -> str:
    """A key; `?` for one that is no text."""
    return unicodedata.normalize("NFC", key.value) if isinstance(key, yaml.ScalarNode) else "?"


def _plain(text: str) -> Any:
    if _NULL.fullmatch(text):
        return None
    if _BOOLEAN.fullmatch(text):
        return text.lower() == "true"
    if _INTEGER.fullmatch(text):
        return int(text)
    if _OTHER_BASE.fullmatch(text):
        return int(text, 0)
    if _FLOAT.fullmatch(text):
        return float(text)
    if infinite := _INFINITE.fullmatch(text):
        return float(f"{infinite.group(1)}1e308")
    return unicodedata.normalize("NFC", text)
