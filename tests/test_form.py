"""The form's data and its channels: what holds before a browser sees them."""

import re

import pytest
from mkdocs.exceptions import PluginError

from generator.exports.ecma import ecma
from generator.fields import Group, Section
from generator.outputs import Page
from generator.records import RECORD_TYPES
from generator.schema import schema_of
from hooks.channels import channels, correction, reports

PAGE = Page(
    address="esperienze/orti/",
    title="Orti & <b>",
    description="",
    body="",
    source="practices/esperienze/orti.yml",
)
URL = "https://portale.example.org/esperienze/orti/"


def test_a_group_holds_what_the_form_can_ask_inside_one() -> None:
    """A list or a text with paragraphs inside a group would want templates inside templates."""
    for kind in RECORD_TYPES.values():
        for attribute in schema_of(kind.record).attributes:
            if isinstance(attribute.field, Group):
                for part in schema_of(attribute.field.of).attributes:
                    assert not part.many
                    assert not isinstance(part.field, Group | Section)


@pytest.mark.parametrize(
    ("pattern", "source", "flags"),
    [
        (re.compile(r"\w+\d"), r"[\p{L}\p{N}_]+\p{Nd}", "u"),
        (re.compile(r"[\w.-]", re.IGNORECASE), r"[\p{L}\p{N}_.-]", "ui"),
        (re.compile(r"\w\d", re.ASCII), r"\w\d", "u"),
        (re.compile(r"^a$", re.MULTILINE), "^a$", "um"),
        (re.compile(r"a.\""), r"a[^\n]" + '"', "u"),
        (re.compile("\u202e"), r"\u{202e}", "u"),
    ],
)
def test_patterns_keep_their_meaning(pattern: re.Pattern[str], source: str, flags: str) -> None:
    assert ecma(pattern) == (source, flags)


@pytest.mark.parametrize(
    ("configured", "said"),
    [
        ({"forgia": "github"}, "non c'è «forgia»"),
        ({"forge": "sourceforge", "repository": "https://x.example/a"}, "forge è uno di: github"),
        ({"forge": "github"}, "forge e repository vanno insieme"),
    ],
)
def test_a_mistake_in_the_channels_stops_the_build(configured: dict[str, str], said: str) -> None:
    with pytest.raises(PluginError, match=re.escape(said)):
        channels({"contribute": configured})


def test_what_is_not_configured_is_not_offered() -> None:
    assert channels({}) == {}
    assert list(reports(PAGE, URL, {})) == []
    (first, second) = reports(PAGE, URL, channels({"contribute": {"email": "red@example.org"}}))
    assert [text for text, _ in first.ways] == ["per posta"]
    assert second.about == "Ancora attuale?"


@pytest.mark.parametrize(
    ("forge", "issue"),
    [
        (
            "github",
            "https://x.example/a/issues/new?title=Segnala+un+errore:+Orti+%26+%3Cb%3E&body=",
        ),
        ("gitea", "https://x.example/a/issues/new?title=Segnala+un+errore:+Orti+%26+%3Cb%3E&body="),
        ("gitlab", "https://x.example/a/-/issues/new?issue%5Btitle%5D=Segnala+un+errore:+Orti+%26"),
    ],
)
def test_each_forge_has_its_page_for_a_new_issue(forge: str, issue: str) -> None:
    known = channels({"contribute": {"forge": forge, "repository": "https://x.example/a/"}})
    ((_, address),) = next(reports(PAGE, URL, known)).ways

    assert address.startswith(issue)
    assert URL in address


def test_only_records_are_corrected() -> None:
    index = Page(address="esperienze/", title="Esperienze", description="", body="")
    tombstone = Page(address="esperienze/orti-ritirati/", title="Orti", description="", body="")

    assert correction(PAGE) == "contribuisci/proponi/esperienze/?scheda=orti"
    for other in (index, tombstone):
        assert correction(other) is None
        assert list(reports(other, URL, {"email": "red@example.org"})) == []
