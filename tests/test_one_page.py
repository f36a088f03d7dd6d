"""`preview`: one file that needs nothing else, for a record in whatever state."""

import re
import shutil
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.records import RECORD_TYPES

SITE = Path(__file__).parent / "site" / "practices"
FILES = sorted(path.relative_to(SITE) for path in SITE.glob("*/*.yml"))
RECORDS = [path for path in FILES if path.parent.name in RECORD_TYPES]
BROKEN = "titolo: <script>alert(1)</script>\n"


@pytest.fixture
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small site, from whose parent folder the command runs."""
    shutil.copytree(SITE, tmp_path / "practices")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1577836800")  # 1 January 2020
    monkeypatch.chdir(tmp_path)
    return Path("practices")


def page(path: str) -> str:
    return Path(path).read_text(encoding="utf-8")


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_every_page_stands_alone(
    path: Path, records: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = path.parent.name
    assert main(["preview", f"practices/{folder}/{path.name}"]) == 0
    written = capsys.readouterr().out
    html = page(written.rstrip("\n"))

    assert written == f"anteprima/{folder}-{path.stem}.html\n"
    assert f'data-record-type="{folder}" data-record-id="{path.stem}"' in html
    assert not re.search(r"<script|<link|\bsrc=(?!\"data:)|@import|url\(", html)
    addresses = re.findall(r'<a\b[^>]* href="([^"]*)"', html)
    assert all(address.startswith(("https://", "http://", "mailto:")) for address in addresses)


def test_warnings_are_in_the_page_and_on_standard_error(
    records: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (records / "esperienze" / "parole-di-prova.yml").open("a", encoding="utf-8") as file:
        file.write("stato: conclusa\n")

    assert main(["preview", "practices/esperienze/parole-di-prova.yml"]) == 0
    assert "[finished-without-results]" in capsys.readouterr().err
    assert "[finished-without-results]" in page("anteprima/esperienze-parole-di-prova.html")


def test_a_record_that_can_not_be_read_has_no_page_but_its_problems(
    records: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (records / "esperienze" / "rotta.yml").write_text(BROKEN, encoding="utf-8")
    (records / "esperienze" / "altra.yml").write_text(BROKEN, encoding="utf-8")

    assert main(["preview", "practices/esperienze/rotta.yml", "--output", "x/y.html"]) == 1
    printed = capsys.readouterr()
    html = page("x/y.html")
    assert printed.out == "x/y.html\n"
    assert "[markup]" in printed.err
    assert "altra.yml" not in printed.err
    assert "non si può ancora mostrare" in html
    assert "practices/esperienze/rotta.yml:1:9: errore: titolo:" in html
    assert "<article" not in html
    assert "<script" not in html


def test_fields_that_contradict_each_other_leave_the_page(records: Path) -> None:
    with (records / "esperienze" / "parole-di-prova.yml").open("a", encoding="utf-8") as file:
        file.write("data_conclusione: 1999\n")

    assert main(["preview", "practices/esperienze/parole-di-prova.yml"]) == 1
    html = page("anteprima/esperienze-parole-di-prova.html")
    assert "[ends-before-start]" in html
    assert "<article" in html


def test_an_error_elsewhere_matters_only_to_who_needs_it(
    records: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (records / "pratiche" / "compost-di-quartiere.yml").write_text(BROKEN, encoding="utf-8")

    assert main(["preview", "practices/esperienze/orti-di-prova.yml"]) == 0
    assert main(["preview", "practices/trasferimenti/compost-a-provaland.yml"]) == 1
    assert "practices/pratiche/compost-di-quartiere.yml:1:9: errore" in capsys.readouterr().err
    html = page("anteprima/trasferimenti-compost-a-provaland.html")
    assert "non si può ancora mostrare" in html
    assert "compost-di-quartiere.yml:1:9" in html


@pytest.mark.parametrize("broken", FILES, ids=lambda path: path.stem)
def test_no_error_anywhere_is_a_crash(broken: Path, records: Path) -> None:
    (records / broken).write_text(BROKEN, encoding="utf-8")

    for record in ("esperienze/orti-di-prova.yml", "fabbisogni/cerco-compost.yml"):
        assert main(["preview", f"practices/{record}"]) in {0, 1}


def test_a_bare_name_in_its_own_folder(records: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(records / "esperienze")

    assert main(["preview", "orti-di-prova.yml", "--output", "../../x.html"]) == 0
    assert "<article" in page("../../x.html")


@pytest.mark.parametrize(
    "arguments",
    [
        ["practices/esperienze/assente.yml"],
        ["practices/vocabolari/temi.yml"],
        ["practices/glossario.yml"],
        ["practices/esperienze/orti-di-prova.yml", "--output", "practices/eventi/x.yml"],
    ],
)
def test_wrong_usage(
    arguments: list[str], records: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["preview", *arguments]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err
    assert not Path("anteprima").exists()
