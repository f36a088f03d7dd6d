"""The command line as its users see it: what is printed where, and the exit status."""

import json
import shutil
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.catalogue import load_catalogue
from generator.records import RECORD_TYPES

ROOT = Path(__file__).parent.parent
SITE = ROOT / "tests" / "site" / "practices"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small site, as the content folder in force."""
    folder = tmp_path / "practices"
    shutil.copytree(SITE, folder)
    monkeypatch.setenv("PORTAL_PRACTICES", "practices")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1577836800")  # 1 January 2020
    monkeypatch.chdir(tmp_path)
    return folder


def test_shipped_records_have_no_errors(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)

    assert main(["check"]) == 0
    printed = capsys.readouterr()
    assert "errore" not in printed.out
    assert "Errori: nessuno." in printed.err


def test_problems_go_to_output_and_the_summary_to_error(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (content / "esperienze" / "rotta.yml").write_text("titolo: [", encoding="utf-8")

    assert main(["check"]) == 1
    printed = capsys.readouterr()
    assert printed.out.startswith("practices/esperienze/rotta.yml:")
    assert printed.err == "Schede valide: 16. Errori: 1. Avvisi: nessuno.\n"


def test_only_the_named_files_are_reported(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("una", "altra"):
        (content / "esperienze" / f"{name}.yml").write_text("titolo: x", encoding="utf-8")

    assert main(["check", "practices/esperienze/una.yml"]) == 1
    paths = {line.split(":")[0] for line in capsys.readouterr().out.splitlines()}
    assert paths == {"practices/esperienze/una.yml"}
    assert main(["check", "practices/vocabolari"]) == 0


def test_json_and_github_say_the_same(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "titolo: 'a: 100%, b'\nsintesi: x\ntemi: [acua]\n"
    (content / "esperienze" / "rotta.yml").write_text(text, encoding="utf-8")
    main(["check", "--format", "text"])
    lines = capsys.readouterr().out.splitlines()
    main(["check", "--format", "json"])
    rows = json.loads(capsys.readouterr().out)
    main(["check", "--format", "github"])
    annotations = capsys.readouterr().out.splitlines()

    assert len(lines) == len(rows) == len(annotations)
    assert rows[0].keys() == {"path", "line", "column", "severity", "field", "message", "code"}
    rebuilt = "{path}:{line}:{column}: {severity}: {field}: {message} [{code}]"
    assert [rebuilt.format(**row) for row in rows] == lines
    assert annotations[0].startswith("::error file=practices/esperienze/rotta.yml,line=")


@pytest.mark.parametrize("folder", RECORD_TYPES)
def test_a_new_record_says_what_is_missing_and_is_not_overwritten(
    folder: str, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", folder, "scheda-nuova"]) == 0
    written = (content / folder / "scheda-nuova.yml").read_text(encoding="utf-8")
    _, problems = load_catalogue(content, "practices")
    assert {problem.code for problem in problems} == {"required", "empty-item"} - (
        {"empty-item"} if folder == "amministrazioni" else set()
    )

    assert main(["new", folder, "scheda-nuova"]) == 2
    assert "c'è già" in capsys.readouterr().err
    assert (content / folder / "scheda-nuova.yml").read_text(encoding="utf-8") == written


def test_a_skeleton_without_its_comments_is_yaml_of_every_field(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["new", "esperienze", "scheda-nuova"])
    path = content / "esperienze" / "scheda-nuova.yml"
    lines = path.read_text(encoding="utf-8").splitlines()
    opened = [
        line.removeprefix("# ")
        for line in lines
        if line.rstrip().endswith((":", "-", "|")) and not line.startswith("# Le righe")
    ]
    path.write_text("\n".join(opened), encoding="utf-8")
    main(["check"])
    assert "[unknown-key]" not in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [[], ["boh"], ["check", "--format", "boh"], ["new", "boh", "x"]]
)
def test_wrong_usage(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2


@pytest.mark.parametrize("name", ["Prova", "index", "../fuori", "a b", "è", ""])
def test_a_new_record_needs_a_good_name(name: str, content: Path) -> None:
    assert main(["new", "esperienze", name]) == 2


@pytest.mark.parametrize(
    "arguments", [["esperienze/assente.yml"], ["--practices", "assente"], ["practices/assente"]]
)
def test_what_is_not_there_is_not_in_order(arguments: list[str], content: Path) -> None:
    assert main(["check", *arguments]) == 2
