"""`check --changed-from`: the problems of what changed since a revision of git, and no others."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.__main__ import main

SITE = Path(__file__).parent / "site" / "practices"
BROKEN = "titolo: x\n"


def git(*arguments: str) -> None:
    identity = ("-c", "user.name=Prova", "-c", "user.email=prova@example.org")
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one broken record on `main`, on a branch of its own."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("PORTAL_PRACTICES", "practices")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1577836800")  # 1 January 2020
    folder = tmp_path / "con spazi è"
    shutil.copytree(SITE, folder / "practices")
    monkeypatch.chdir(folder)
    write("vecchia")
    git("init", "-b", "main")
    git("add", ".")
    git("commit", "-m", "Prima")
    git("switch", "-c", "proposta")
    return folder


def write(name: str) -> None:
    Path(f"practices/esperienze/{name}.yml").write_text(BROKEN, encoding="utf-8")


def paths(capsys: pytest.CaptureFixture[str]) -> set[str]:
    return {line.split(".yml:")[0] for line in capsys.readouterr().out.splitlines()}


def test_committed_staged_unstaged_and_new_files_count(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write("registrata")
    git("add", ".")
    git("commit", "-m", "Seconda")
    write("pronta")
    git("add", ".")
    with Path("practices/esperienze/orti-urbani.yml").open("a", encoding="utf-8") as file:
        file.write("colore: verde\n")
    write("nuova")
    write("strana\n::error::x")

    assert main(["check", "--changed-from", "main"]) == 1
    names = {"registrata", "pronta", "orti-urbani", "nuova", "strana\\u000a::error::x"}
    assert paths(capsys) == {f"practices/esperienze/{name}" for name in names}
    assert main(["check", "--changed-from", "main", "practices/esperienze/nuova.yml"]) == 1
    assert paths(capsys) == {"practices/esperienze/nuova"}


def test_what_others_did_in_the_meantime_does_not_count(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git("switch", "main")
    write("di-altri")
    git("add", ".")
    git("commit", "-m", "Altri")
    git("switch", "proposta")

    assert main(["check", "--changed-from", "main"]) == 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "Problemi in altri file, non mostrati: 4." in printed.err


def test_a_folder_out_of_place_counts_when_something_in_it_changed(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("practices/roba").mkdir()
    Path("practices/roba/a.yml").write_text(BROKEN, encoding="utf-8")

    assert main(["check", "--changed-from", "HEAD"]) == 1
    assert "practices/roba:1:1" in capsys.readouterr().out


@pytest.mark.parametrize(
    "revision", ["assente", "-h", "--output=fuori", "", "HEAD:practices", ".."]
)
def test_a_revision_that_git_does_not_know(
    revision: str, repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", f"--changed-from={revision}"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "revisione" in printed.err
    assert not Path("fuori").exists()


def test_histories_that_never_met(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git("switch", "--orphan", "altra")
    git("commit", "--allow-empty", "-m", "Da capo")
    git("switch", "proposta")

    assert main(["check", "--changed-from", "altra"]) == 2
    assert "antenato comune" in capsys.readouterr().err


def test_no_repository_and_no_git(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(".git")
    assert main(["check", "--changed-from", "main"]) == 2
    assert "deposito git" in capsys.readouterr().err
    monkeypatch.setenv("PATH", "")
    assert main(["check", "--changed-from", "main"]) == 2
    assert "git non c'è" in capsys.readouterr().err
