"""The house holds: imports point down, libraries stay in their rooms, messages speak."""

import ast
import re
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml

from generator.fields import Field
from generator.messages import MESSAGES, REFUSALS
from generator.records import RECORD_TYPES, VOCABULARIES
from generator.schema import Schema, schema_of

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "generator"
CASES = sorted((ROOT / "tests" / "cases").glob("*.yml"))
IMPORTS = sorted((ROOT / "tests" / "imports" / "cases").glob("*.yml"))

FLOORS = [
    {"explanations", "fingerprint", "messages", "stamps", "store", "text", "workers"},
    {"cluster", "problems", "outputs", "traces"},
    {"composer", "prudence", "scalars", "syntax", "values"},
    {"comments", "source"},
    {"fields"},
    {"vocabulary", "schema"},
    {"records"},
    {"guidance", "layout", "memory", "naming", "packing", "reader", "rights", "skimming"},
    {"reading", "stems"},
    {"newsletters", "withdrawals"},
    {"catalogue"},
    {"debt"},
    {"rules"},
    {"columns", "routes", "likeness"},
    {"index", "orders"},
    {"kinship"},
    {"changes", "threads", "glossary"},
    {"views"},
    {"prose"},
    {"pieces"},
    {"render"},
    {"exports"},
    {"sources"},
    {"traced"},
    {"frames", "issues", "lists", "open_data", "proposals", "selections", "sheets"},
    {"imports", "preview", "site"},
    {"commands"},
    {"__main__"},
]
LIBRARIES = {
    "yaml": {"comments", "composer", "skimming", "source", "syntax"},
    "jinja2": {"render"},
    "cmarkgfm": {"prose"},
    "nh3": {"prose"},
    "ahocorasick_rs": {"glossary"},
    "markupsafe": {"prose"},
    "babel": {"views"},
    "distributed": {"cluster"},
    "feedgenerator": {"exports"},
    "icalendar": {"exports"},
    "dateutil": {"changes", "debt", "rules"},
    "lxml": {"imports"},
    "openpyxl": {"imports"},
    "zxingcpp": {"exports"},
}
LEVEL = {room: level for level, rooms in enumerate(FLOORS) for room in rooms}
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module == "generator":
            found |= {f"generator.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_point_down(path: Path) -> None:
    here = room(path)
    for name in sorted(imports(path)):
        top, *rest = name.split(".")
        if top == "generator":
            assert rest[0] == here or LEVEL[rest[0]] < LEVEL[here], name
        elif top not in sys.stdlib_module_names:
            assert here in LIBRARIES.get(top, set()), name


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_modules_are_small_and_introduce_themselves(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert text.startswith('"""')
    assert text.count("\n") <= (300 if room(path) == "records" else 250)


def test_only_prose_makes_html_that_is_not_escaped() -> None:
    unsafe = re.compile(r"\|\s*safe\b|Markup\(|autoescape\s*(=\s*)?[Ff]alse")
    files = [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.jinja")]
    found = [path.name for path in files if unsafe.search(path.read_text(encoding="utf-8"))]

    assert found == []


def expected_codes() -> set[str]:
    lines = [
        line
        for path in CASES
        for line in yaml.safe_load(path.read_text(encoding="utf-8")).get("problems", [])
    ]
    imports = (path.read_text(encoding="utf-8") for path in IMPORTS)
    return {line.rsplit("[", 1)[1].rstrip("]") for line in lines} | {
        code for text in imports for code in re.findall(r"\[([a-z-]+)\]", text)
    }


def test_every_message_is_raised_by_some_case() -> None:
    elsewhere = {"not-a-file", "file-too-large", "no-such-folder"}  # test_source.py has them
    elsewhere |= {"draft-too-large", "too-many-rows", "too-many-columns"}  # test_imports.py
    elsewhere |= {"workbook-too-large", "workbook-with-entities"}

    assert (MESSAGES | REFUSALS).keys() - expected_codes() == elsewhere


def kinds(schema: Schema) -> set[type[Field]]:
    found: set[type[Field]] = set()
    for attribute in schema.attributes:
        found.add(type(attribute.field))
        if hasattr(attribute.field, "of") and attribute.field.__class__.__name__ == "Group":
            found |= kinds(schema_of(attribute.field.of))
    return found


def test_every_kind_of_field_is_used() -> None:
    declared = [kind.record for kind in RECORD_TYPES.values()] + list(VOCABULARIES.values())
    used = set().union(*(kinds(schema_of(record)) for record in declared))

    assert used == set(Field.__args__)


def keys(record: type) -> list[str]:
    return [attribute.key for attribute in schema_of(record).attributes]


def test_the_keys_that_files_use_stay() -> None:
    """Rewording a label must not change a key unseen: whoever means to, changes this too."""
    pinned = yaml.safe_load((ROOT / "tests" / "keys.yml").read_text(encoding="utf-8"))

    assert {folder: keys(kind.record) for folder, kind in RECORD_TYPES.items()} == pinned


@pytest.mark.parametrize(
    ("package", "floor"),
    [("mkdocs-material", "9.7.7"), ("pymdown-extensions", "11.0.1"), ("jinja2", "3.1.6")],
)
def test_no_package_has_a_known_hole(package: str, floor: str) -> None:
    """CVE-2026-73295, CVE-2026-46338 and CVE-2026-61632, the sandbox escapes of Jinja."""
    installed = [int(part) for part in version(package).split(".")[:3]]

    assert installed >= [int(part) for part in floor.split(".")]
