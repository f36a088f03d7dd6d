"""Every case in cases/ is a document and what an editor reads about it, word for word."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.catalogue import load_catalogue
from generator.rules import check

HERE = Path(__file__).parent
CASES = sorted((HERE / "cases").glob("*.yml"))
SITE = HERE / "site" / "practices"
TODAY = date(2020, 1, 1)


def load(path: Path) -> dict[str, Any]:
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert case.keys() <= {"file", "document", "bytes", "files", "problems", "today"}, (
        "misspelt key"
    )
    return case


def contents(case: dict[str, Any]) -> dict[str, bytes]:
    """The case's files, by their paths in the content folder."""
    main = case.get("file", "esperienze/prova.yml")
    found = {name: text.encode() for name, text in case.get("files", {}).items()}
    found[main] = bytes.fromhex(case["bytes"]) if "bytes" in case else case["document"].encode()
    return found


def problems(case: dict[str, Any], folder: Path) -> list[str]:
    """What is wrong with a copy of the test site that holds the case's files too."""
    shutil.copytree(SITE, folder)
    for name, content in contents(case).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    catalogue, found = load_catalogue(folder, "practices")
    return [
        str(problem) for problem in sorted([*found, *check(catalogue, case.get("today", TODAY))])
    ]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, tmp_path: Path) -> None:
    case = load(path)

    assert problems(case, tmp_path / "practices") == case.get("problems", [])
