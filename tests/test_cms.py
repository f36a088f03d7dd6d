"""The editor in the browser: its configuration is right, and it asks nothing of other sites."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from mkdocs.exceptions import PluginError

from generator.exports.cms import layouts
from generator.records import RECORD_TYPES
from generator.records.parts import Deferral
from generator.schema import schema_of
from hooks import cms
from tests.building import ROOT, SMALL, build, copy_of_the_project

PACKAGE = ROOT / "node_modules" / "@sveltia" / "cms"
BACKENDS = [
    {"name": "github", "repo": "ente/pratiche", "branch": "main"},
    {"name": "github", "repo": "ente/pratiche", "base_url": "https://accesso.example.org"},
    {
        "name": "gitlab",
        "repo": "ente/gruppo/pratiche",
        "app_id": "abc",
        "auth_type": "pkce",
        "api_root": "https://git.example.org/api/v4",
        "base_url": "https://git.example.org",
    },
    {"name": "gitea", "repo": "ente/pratiche", "api_root": "https://git.example.org/api/v1"},
]


@pytest.fixture(scope="module")
def config(site: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((site / "redazione" / "config.json").read_text("utf-8"))
    return read


def fields(block: list[dict[str, Any]], path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for field in block:
        here = f"{path}.{field['name']}"
        yield here, field
        yield from fields(field.get("fields", []), here)


@pytest.mark.parametrize("options", BACKENDS, ids=lambda options: str(options["name"]))
def test_the_package_takes_the_configuration(
    config: dict[str, Any], options: dict[str, str]
) -> None:
    schema = json.loads((PACKAGE / "schema" / "sveltia-cms.json").read_text("utf-8"))
    validator = jsonschema_rs.validator_for(schema)
    found = validator.iter_errors(config | {"backend": cms.backend(options)})

    assert [error.message for error in found] == []


def test_every_field_of_every_type_is_there_with_its_own_widget(config: dict[str, Any]) -> None:
    shown = {collection["name"]: collection["fields"] for collection in config["collections"]}
    expected = {
        folder: [attribute.key for attribute in schema_of(kind.record).attributes]
        for folder, kind in RECORD_TYPES.items()
    }
    assert {name: [field["name"] for field in block] for name, block in shown.items()} == expected

    known = set(
        re.findall(r'"const":\s*"(\w+)"', (PACKAGE / "schema" / "sveltia-cms.json").read_text())
    )
    for name, block in shown.items():
        for path, field in fields(block, name):
            assert field["widget"] in known | {"rinviabile"}, path


def test_options_have_different_names(config: dict[str, Any]) -> None:
    for collection in config["collections"]:
        for path, field in fields(collection["fields"], collection["name"]):
            labels = [option["label"] for option in field.get("options", [])]
            assert len(labels) == len(set(labels)), path


def test_layouts_have_what_can_be_put_off(site: Path) -> None:
    written = json.loads((site / "redazione" / "layouts.json").read_text("utf-8"))

    assert written == layouts()
    assert list(written["esperienze"]["lezioni"]) == [schema_of(Deferral).attributes[0].key]


def test_no_address_of_others_is_left_to_load(site: Path) -> None:
    folder = site / "redazione"
    script = (folder / "sveltia-cms.js").read_text("utf-8")

    assert not re.search(r"unpkg\.com|jsdelivr\.net", script)
    for address in set(re.findall(r"url\((\w[^)]*\.woff2)\)", script)):
        assert (folder / address).exists(), address
    assert len(list(folder.glob("*.woff2"))) == len(list(folder.glob("*.LICENSE.txt"))) == 3


def test_a_version_that_asks_other_addresses_stops_the_build() -> None:
    with pytest.raises(PluginError, match="si trova 2 volte e non 1"):
        cms.replaced("a b a", "a", "c", times=1)


@pytest.mark.parametrize("options", BACKENDS, ids=lambda options: str(options["name"]))
def test_the_page_reaches_only_this_site_and_the_one_of_the_files(options: dict[str, str]) -> None:
    hosts = set(re.findall(r"https://\S+?(?=[;\s])", cms.policy(cms.backend(options))))
    given = {
        "/".join(value.split("/")[:3]) for value in options.values() if value.startswith("https")
    }

    assert hosts == given | ({"https://api.github.com"} if options["name"] == "github" else set())


def test_no_service_of_others_signs_people_in() -> None:
    without, with_it, *_ = (cms.backend(options) for options in BACKENDS)

    assert without["auth_methods"] == ["token"]
    assert "auth_methods" not in with_it


def test_without_a_repository_there_is_no_editor_and_no_link_to_it(tmp_path: Path) -> None:
    project = copy_of_the_project(tmp_path / "project")
    text = (project / "mkdocs.yml").read_text("utf-8")
    changed = re.sub(r"(?m)^  cms:\n(    .*\n)+", "", text)
    assert changed != text
    (project / "mkdocs.yml").write_text(changed, "utf-8")
    made = build(tmp_path / "site", SMALL, project)

    assert made.returncode == 0, made.stderr
    assert not (tmp_path / "site" / "redazione").exists()
    linking = [
        path
        for path in (tmp_path / "site").rglob("*.html")
        if "redazione/" in path.read_text("utf-8")
    ]
    assert linking == []


def test_a_repository_of_an_unknown_kind_is_refused() -> None:
    with pytest.raises(PluginError, match="«gitub», può essere: github, gitlab, gitea"):
        cms.backend({"name": "gitub"})
