"""Channels: how a proposal or a report reaches the editors, as `extra.contribute` says.

The forge where the repository is (github, gitlab, gitea for Gitea and Forgejo) and the mailbox of
the editorial office. What is not configured is left out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from mkdocs.exceptions import PluginError

from generator import routes
from generator.outputs import Page

_FORGES = {"github": "GitHub", "gitlab": "GitLab", "gitea": "Gitea o Forgejo"}
_KEYS = {"forge", "repository", "branch", "email"}


@dataclass(frozen=True, slots=True)
class Report:
    """Something to tell the editors of a record, and the ways to tell it: text and address."""

    about: str
    ways: tuple[tuple[str, str], ...]


def channels(extra: Mapping[str, Any]) -> dict[str, str]:
    """The channels of the site. A mistake in the configuration stops the build."""
    found: dict[str, str] = dict(extra.get("contribute") or {})
    if unknown := found.keys() - _KEYS:
        raise PluginError(f"In extra.contribute di mkdocs.yml non c'è «{sorted(unknown)[0]}».")
    if found.get("forge", "github") not in _FORGES:
        raise PluginError(f"In extra.contribute, forge è uno di: {', '.join(_FORGES)}.")
    if ("forge" in found) != ("repository" in found):
        raise PluginError("In extra.contribute, forge e repository vanno insieme.")
    if "repository" in found:
        found["repository"] = found["repository"].rstrip("/")
        found.setdefault("branch", "main")
    return found


def reports(page: Page, url: str, known: Mapping[str, str]) -> Iterator[Report]:
    """What can be told of a record's page at a full address: nothing of other pages."""
    if not page.source:
        return
    texts = {
        "Segnala un errore": f"{url}\n\nChe cosa non va: ",
        "Ancora attuale?": f"{url}\n\n",
    }
    for about, text in texts.items():
        if ways := tuple(_ways(f"{about.rstrip('?')}: {page.title}", text, known)):
            yield Report(about, ways)


def opinions(title: str, url: str, known: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The ways to say how clear a page is. What theme/assets/feedback.js adds to the text goes at
    the end of the address, where the text is."""
    return tuple(_ways(f"Quanto è chiara: {title}", f"{url}\n\n", known))


def correction(page: Page) -> str | None:
    """The form with the record of a page in it; None for other pages, tombstones too."""
    if not page.source:
        return None
    folder, record_id, _ = page.address.split("/")
    return f"{routes.propose(folder)}?{urlencode({'scheda': record_id})}"


def _ways(title: str, text: str, known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if "email" in known:
        body = quote(text.replace("\n", "\r\n"), safe=":/")
        yield "per posta", f"mailto:{known['email']}?subject={quote(title)}&body={body}"
    if "forge" in known:
        yield f"su {_FORGES[known['forge']]}", _issue(title, text, known)


def _issue(title: str, text: str, known: Mapping[str, str]) -> str:
    """The page of a new issue, already written."""
    repository = known["repository"]
    if known["forge"] == "gitlab":
        query = urlencode({"issue[title]": title, "issue[description]": text}, safe=":/")
        return f"{repository}/-/issues/new?{query}"
    query = urlencode({"title": title, "body": text}, safe=":/")
    return f"{repository}/issues/new?{query}"
