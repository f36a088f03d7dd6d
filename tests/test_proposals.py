"""What a forge does with a proposal: the script that its workflows run, and the workflows."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.building import ROOT, copy_of_the_project

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=Prova", "-c", "user.email=prova@example.org"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def propose(folder: Path, forge: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if "PORTAL_" not in name}
    environment |= {"PYTHON": sys.executable, "GITHUB_STEP_SUMMARY": str(folder / "summary")}
    return subprocess.run(
        [".ci/proposal", "main", forge],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def proposal(tmp_path: Path) -> Path:
    """The project on a branch, where a record is about to change."""
    folder = copy_of_the_project(tmp_path)
    shutil.copytree(ROOT / ".ci", folder / ".ci")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Base")
    git(folder, "switch", "-qc", "proposta")
    return folder


def commit(folder: Path, name: str, old: str, new: str) -> None:
    record = folder / "practices" / name
    text = record.read_text(encoding="utf-8")
    assert old in text
    record.write_text(text.replace(old, new, 1), encoding="utf-8")
    git(folder, "commit", "-qam", "Proposta")


def test_a_good_proposal_has_its_page_and_no_problem(proposal: Path) -> None:
    commit(proposal, "esperienze/orti-di-prova.yml", "Orti di prova", "Orti rinnovati")
    run = propose(proposal, "github")

    assert run.returncode == 0, run.stderr
    page = proposal / "anteprima" / "esperienze-orti-di-prova.html"
    assert "Orti rinnovati" in page.read_text(encoding="utf-8")
    summary = (proposal / "summary").read_text(encoding="utf-8")
    assert "- `esperienze-orti-di-prova.html`" in summary


def test_a_mistake_stands_beside_its_line_and_fails(proposal: Path) -> None:
    commit(proposal, "esperienze/orti-di-prova.yml", "stato: conclusa", "stato: finita")
    run = propose(proposal, "github")

    assert run.returncode == 1
    assert "::error file=practices/esperienze/orti-di-prova.yml,line=" in run.stdout
    problems = json.loads((proposal / "anteprima" / "problemi.json").read_text(encoding="utf-8"))
    assert [found["code"] for found in problems if found["severity"] == "errore"] == [
        "unknown-term"
    ]


def test_a_record_that_is_not_there_yet_is_a_warning_here_and_an_error_on_main(
    proposal: Path,
) -> None:
    name = "esperienze/orti-di-prova.yml"
    commit(proposal, name, "realizzato_da: comune-di-prova", "realizzato_da: comune-nuovo")
    run = propose(proposal, "github")

    assert run.returncode == 0, run.stdout
    assert "::warning file=practices/esperienze/orti-di-prova.yml" in run.stdout
    check = [sys.executable, "-m", "generator", "check"]
    on_main = subprocess.run(check, cwd=proposal, capture_output=True, text=True, check=False)
    assert on_main.returncode == 1
    assert "«comune-nuovo» non esiste" in on_main.stdout


def test_gitlab_reads_its_own_report(proposal: Path) -> None:
    commit(proposal, "esperienze/orti-di-prova.yml", "stato: conclusa", "stato: finita")
    report = json.loads(propose(proposal, "gitlab").stdout)

    assert {"unknown-term"} <= {row["check_name"] for row in report}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_can_do_little_and_run_what_is_pinned(path: Path) -> None:
    """Requirement C17: least permissions, no secrets, actions by hash."""
    text = path.read_text(encoding="utf-8")
    workflow = yaml.load(text, Loader=yaml.BaseLoader)

    assert workflow["permissions"] in ({"contents": "read"}, "{}", {})
    assert "pull_request_target" not in text
    assert "secrets." not in text
    for action in re.findall(r"uses: (.*)", text):
        assert re.fullmatch(r"[\w/.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action
    if "workflow_run" in workflow["on"]:
        assert "actions/checkout" not in text
        assert ".ci/" not in text


def test_zizmor_finds_nothing_unsafe() -> None:
    command = [shutil.which("zizmor", path=str(Path(sys.executable).parent)) or "zizmor"]
    command += ["--offline", "--no-progress", str(ROOT / ".github")]
    run = subprocess.run(command, capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stdout
