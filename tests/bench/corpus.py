"""Corpus: the same synthetic records as a content folder of the portal and as a plain site."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median

import yaml

from tests.bench import plain
from tests.bench.record import Editor, Lists, Record
from tests.bench.words import Writer


@dataclass(frozen=True, slots=True)
class Corpus:
    """Where the records are, and how large."""

    practices: Path
    plain: Path
    count: int
    record_size: float
    """The median size of a record's YAML, in bytes."""


def write(folder: Path, repository: Path, count: int) -> Corpus:
    """Write `count` records twice. They are the same at every run."""
    practices, site = folder / "practices", folder / "plain"
    _copy_shared(repository / "practices", practices)
    lists = Lists.read(practices)
    editor, names = Editor(lists, Writer(Random(0))), lists.names()
    plain.write_configuration(site)
    sizes = []
    for number in range(1, count + 1):
        record, name = editor.record(number), f"prova-{number:05}"
        sizes.append(_write_yaml(practices / "esperienze" / f"{name}.yml", record))
        plain.write_page(site, name, record, names)
    return Corpus(practices, site, count, median(sizes))


def _copy_shared(source: Path, to: Path) -> None:
    """Copy what the records name: vocabularies, glossary, administrations."""
    shutil.copytree(source / "vocabolari", to / "vocabolari")
    for vocabulary in source.glob("*.yml"):
        shutil.copy(vocabulary, to)
    for body in (source / "amministrazioni").glob("*.yml"):
        fields = yaml.load(body.read_bytes(), Loader=yaml.BaseLoader)
        # Lists may name records that are not here: the projects in which a body took part, say.
        alone = {key: value for key, value in fields.items() if isinstance(value, str)}
        _write_yaml(to / "amministrazioni" / body.name, alone)


class _Dumper(yaml.CSafeDumper):
    """Writes texts of several lines as blocks, as editors do."""


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def _write_yaml(path: Path, record: Record) -> int:
    path.parent.mkdir(exist_ok=True)
    text = yaml.dump(record, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100_000)
    return path.write_bytes(text.encode())
