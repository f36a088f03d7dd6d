"""Plain: the records as the Markdown pages of a MkDocs-Material site, as a newcomer sets it up."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.bench.record import Record

_CONFIGURATION = """\
site_name: Esperienze
theme:
  name: material
  font: false
"""
_INDEX = "# Esperienze\n\nLe esperienze delle amministrazioni.\n"


def write_configuration(site: Path) -> None:
    """Write mkdocs.yml and the home page: search and menu are those that MkDocs gives by itself."""
    (site / "docs" / "esperienze").mkdir(parents=True)
    (site / "mkdocs.yml").write_text(_CONFIGURATION, encoding="utf-8")
    (site / "docs" / "index.md").write_text(_INDEX, encoding="utf-8")


def write_page(site: Path, name: str, record: Record, names: Mapping[str, str]) -> None:
    """Write the page of a record: its title and summary, its facts, its sections."""
    title, summary = record["titolo"], record["sintesi"]
    rest = [(key, record[key]) for key in record if key not in {"titolo", "sintesi"}]
    facts = [_fact(key, value, names) for key, value in rest if _is_fact(value, names)]
    sections = [_section(key, value, names) for key, value in rest if not _is_fact(value, names)]
    head = f'---\ntitle: "{title}"\n---\n\n# {title}\n\n{summary}\n'
    page = "\n".join([head, *facts, "", *sections])
    (site / "docs" / "esperienze" / f"{name}.md").write_text(page, encoding="utf-8")


def _is_fact(value: Any, names: Mapping[str, str]) -> bool:
    """Whether a value goes in the list at the top: one line, or names."""
    if isinstance(value, list):
        return isinstance(value[0], str) and value[0] in names
    return not isinstance(value, dict) and "\n" not in str(value)


def _label(key: str) -> str:
    return key.replace("_", " ").capitalize()


def _shown(value: Any, names: Mapping[str, str]) -> str:
    text = names.get(str(value), str(value))
    return f"<{text}>" if text.startswith("https:") else text


def _fact(key: str, value: Any, names: Mapping[str, str]) -> str:
    values = value if isinstance(value, list) else [value]
    return f"- **{_label(key)}**: {', '.join(_shown(item, names) for item in values)}"


def _section(key: str, value: Any, names: Mapping[str, str]) -> str:
    if isinstance(value, str):
        return f"## {_label(key)}\n\n{value}"
    groups = value if isinstance(value, list) else [value]
    body = _table(groups, names) if key == "indicatori" else _bullets(groups, names)
    return f"## {_label(key)}\n\n{body}\n"


def _bullets(groups: list[Any], names: Mapping[str, str]) -> str:
    return "\n".join(f"- {' · '.join(_leaves(group, names))}" for group in groups)


def _leaves(value: Any, names: Mapping[str, str]) -> list[str]:
    """The texts of a group, however nested."""
    if isinstance(value, dict):
        return [text for part in value.values() for text in _leaves(part, names)]
    return [_shown(value, names)]


def _table(groups: list[Record], names: Mapping[str, str]) -> str:
    columns = list(groups[0])
    rows = [[_shown(group.get(column, ""), names) for column in columns] for group in groups]
    head = [[_label(column) for column in columns], ["---"] * len(columns)]
    return "\n".join(f"| {' | '.join(row)} |" for row in [*head, *rows])
