"""The newsletter: what a month brought, with and without git; its file, its page, its message."""

import email
import os
import shutil
import subprocess
from datetime import date
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
from lxml import html

from generator.__main__ import main
from generator.catalogue import load_catalogue
from generator.outputs import File, Output, Page, Publisher
from tests.building import PUBLISHER, SMALL, all_outputs

EXPERIENCE = """\
titolo: {title}
sintesi: Una scheda di prova.
temi: [rifiuti]
realizzato_da: comune-di-prova
fonti:
  - titolo: Fonte di prova
aggiornata_il: {day}
"""


def git(folder: Path, *arguments: str, day: str = "2024-01-01") -> None:
    moment = f"{day}T12:00:00+0000"
    identity = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    named = ["-c", "user.name=Prova", "-c", "user.email=prova@example.org"]
    command = ["git", *named, "-C", str(folder), *arguments]
    subprocess.run(command, check=True, capture_output=True, env=os.environ | identity)


def commit(folder: Path, day: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "Prova", day=day)


def write(folder: Path, name: str, day: str) -> None:
    text = EXPERIENCE.format(title=f"Scheda {name}", day=day)
    (folder / "esperienze" / f"{name}.yml").write_text(text, encoding="utf-8")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The small site with a history: an old record, then a new one and one that changed."""
    shutil.copytree(SMALL, tmp_path / "practices")
    folder = tmp_path / "practices"
    git(tmp_path, "init", "-q")
    write(folder, "vecchia", "2025-01-10")
    write(folder, "da-rinominare", "2025-01-10")
    commit(tmp_path, "2025-01-10")
    write(folder, "vecchia", "2025-03-20")
    write(folder, "nuova", "2025-03-05")
    (folder / "esperienze" / "da-rinominare.yml").rename(folder / "esperienze" / "rinominata.yml")
    commit(tmp_path, "2025-03-21")
    return folder


def issue(folder: Path, month: str, *more: str) -> str:
    assert (
        main(["newsletter", month, "--practices", str(folder), "--today", "2025-04-01", *more]) == 0
    )
    return (folder / "newsletter" / f"{month}.yml").read_text(encoding="utf-8")


def after_the_comments(text: str) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))


def test_git_tells_the_new_from_the_updated(content: Path) -> None:
    assert after_the_comments(issue(content, "2025-03")) == (
        "pubblicata_il: 2025-04-01\n"
        "introduzione:\n"
        "schede_nuove:\n"
        "  - esperienze/nuova\n"
        "schede_aggiornate:\n"
        "  - esperienze/vecchia\n"
    )


def test_without_git_it_says_what_it_cannot_know(
    content: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(content.parent / ".git")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(content.parent.parent))

    text = issue(content, "2025-03")

    assert "schede_nuove_o_aggiornate:\n  - esperienze/nuova\n  - esperienze/vecchia\n" in text
    assert "senza la sua storia non si sa quali schede sono nuove" in capsys.readouterr().err


def test_a_copy_without_its_past_does_not_pass_for_a_history(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shallow = tmp_path / "copia"
    origin = content.parent.as_uri()
    subprocess.run(["git", "clone", "-q", "--depth=1", origin, str(shallow)], check=True)

    text = issue(shallow / "practices", "2025-03")

    assert "schede_nuove_o_aggiornate:" in text
    assert "git fetch --unshallow" in capsys.readouterr().err


def test_an_issue_tells_debts_events_and_what_was_adopted_or_withdrawn(content: Path) -> None:
    assert "appuntamenti:\n  - eventi/webinar-di-prova\n" in issue(content, "2021-01")
    assert "appuntamenti" not in issue(content, "2021-03")
    adopted = content / "trasferimenti" / "orti-altrove.yml"
    adopted.write_text(adopted.read_text() + "aggiornata_il: 2023-05-02\n", encoding="utf-8")
    assert "riprese_da_altri:\n  - trasferimenti/orti-altrove\n" in issue(content, "2023-05")
    catalogue, _ = load_catalogue(content, "practices")
    ((ref, gone),) = catalogue.withdrawn.items()
    text = issue(content, f"{gone.since:%Y-%m}")
    assert f"schede_ritirate:\n  - {ref.type}/{ref.id}\n" in text


def test_the_lists_can_be_made_again_and_the_introduction_stays(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = content / "newsletter" / "2025-03.yml"
    text = issue(content, "2025-03").replace(
        "introduzione:", "introduzione: |-\n  Cari: «sì».\n\n  # no"
    )
    path.write_text(text.replace("  - esperienze/nuova\n", "  - esperienze/vecchia\n"))

    assert main(["newsletter", "2025-03", "--practices", str(content)]) == 2
    assert "--again" in capsys.readouterr().err
    again = issue(content, "2025-03", "--again")
    assert (
        "introduzione: |-\n  Cari: «sì».\n\n  # no\nschede_nuove:\n  - esperienze/nuova\n" in again
    )


def test_a_month_is_a_month(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for text in ("2025-13", "2025-3", "marzo", "../2025-03"):
        with pytest.raises(SystemExit):
            main(["newsletter", text, "--practices", str(content)])
        assert f"«{text}» non è un mese" in capsys.readouterr().err


def test_with_errors_in_the_records_there_is_no_issue(content: Path) -> None:
    write(content, "rotta", "ieri")

    assert main(["newsletter", "2025-03", "--practices", str(content)]) == 1
    assert not (content / "newsletter" / "2025-03.yml").exists()


@pytest.fixture(scope="module")
def small() -> dict[str, Output]:
    catalogue, _ = load_catalogue(SMALL, "practices")
    return {made.address: made for made in all_outputs(catalogue, date(2024, 6, 1), PUBLISHER)}


def message(small: dict[str, Output]) -> EmailMessage:
    made = small["newsletter/2019-05/messaggio.eml"]
    assert isinstance(made, File)
    return email.message_from_string(made.content, EmailMessage, policy=default)


def test_the_message_says_the_same_twice(small: dict[str, Output]) -> None:
    made = message(small)
    plain, rich = made.get_body(("plain",)), made.get_body(("html",))
    assert plain and rich
    page = html.fromstring(rich.get_content())

    assert made["Subject"] == "Portale di prova: newsletter di maggio 2019"
    assert "Da" not in made and "To" not in made
    links = [link for link in page.xpath("//a/@href") if "/esperienze/" in link]
    assert links
    assert all(link.startswith("https://prova.example.org/") for link in links)
    assert all(link in plain.get_content() for link in links)
    assert "prova" in page.xpath("//strong/text()")


def test_hostile_titles_stay_texts_in_the_message(small: dict[str, Output]) -> None:
    rich = message(small).get_body(("html",))
    assert rich
    page = html.fromstring(rich.get_content())

    assert any("Ostile \"virgolette\" & 'apici'" in title for title in page.xpath("//h3//text()"))
    assert not page.xpath("//script|//img|//*[@onclick]")


def test_the_page_tells_what_was_withdrawn_since(small: dict[str, Output]) -> None:
    made = small["newsletter/2019-05/"]
    assert isinstance(made, Page)
    page = html.fromstring(made.body)
    nuove = "//section[contains(@class, 'block--nuove')]//h3"

    assert len(page.xpath(nuove)) == 2
    assert page.xpath("//section[contains(@class, 'block--ritirate')]//a")
    assert [other.address for other in small["newsletter/"].alternates] == ["newsletter/feed.xml"]  # type: ignore[union-attr]


def test_without_an_address_there_are_pages_but_no_messages() -> None:
    catalogue, _ = load_catalogue(SMALL, "practices")
    site = all_outputs(catalogue, date(2024, 6, 1), Publisher("Prova", ""))
    made = [output.address for output in site if output.address.startswith("newsletter/")]

    assert made == ["newsletter/", "newsletter/2019-05/"]
