"""Contributors' Markdown gives safe HTML whatever it holds, even what the reader would refuse."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import fragment_fromstring

from generator.glossary import glossary_of
from generator.prose import html
from generator.records.terms import GlossaryTerm
from generator.values import Prose

TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "code", "pre", "a", "hr"}
ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt&#58;alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:x)",
    "![x](https://example.org/x.png)",
    "<a href='javascript:alert(1)'>x</a>",
    "<iframe src=https://example.org></iframe>",
    "<style>*{display:none}</style>",
    "<form action=/x><input></form>",
    '<p style="position:fixed" id="contenuto" class="box">x</p>',
    "[x]: javascript:alert(1)\n\n[x]",
    "<javascript:alert(1)>",
    "{{ 7*7 }}{% include 'x' %}",
    "<!-- x --><![CDATA[ x ]]><?php x ?>",
]


class Safe(HTMLParser):
    """Fails on whatever is not on the short list."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS
        for name, value in attrs:
            assert name in {"href", "title", "rel", "start"}
            assert name != "href" or (value or "").startswith(("https://", "mailto:"))

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


def check(text: str) -> str:
    made = html(Prose(text))
    Safe().feed(made)
    return made


@pytest.mark.parametrize("attack", ATTACKS)
def test_attacks(attack: str) -> None:
    check(attack)
    check(f"Prima **{attack}** dopo\n\n- {attack}\n\n> {attack}\n\n    {attack}")


@given(st.lists(st.sampled_from([*ATTACKS, "\n", " ", "*", "`", "- ", "# ", "a"])).map("".join))
def test_attacks_in_pieces(text: str) -> None:
    check(text)


def test_what_a_section_can_hold() -> None:
    made = check("# Titolo\n\nUn **testo** e un [link](https://example.org/?a=1&b=2).\n\n1. uno")

    assert "<p><strong>Titolo</strong></p>" in made
    assert 'href="https://example.org/?a=1&amp;b=2"' in made
    assert 'rel="noopener noreferrer nofollow ugc"' in made
    assert "<ol>" in made


def test_markdown_marks_that_are_text_stay() -> None:
    assert check("a < b & c > d, {{ x }}") == "<p>a &lt; b &amp; c &gt; d, {{ x }}</p>\n"


GLOSSARY = glossary_of(
    {
        term.id: term
        for term in (
            GlossaryTerm(id="rs", label="Ricerca & sviluppo", short="RS", definition=Prose("")),
            GlossaryTerm(
                id="citta", label="Città intelligente", definition=Prose("*Detta* smart.")
            ),
        )
    }
)


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("La RS e la ricerca & sviluppo", ["RS", "ricerca & sviluppo"]),
        ("CITTÀ INTELLIGENTE, poi città intelligente", ["CITTÀ INTELLIGENTE"]),
        ("Una **Città intelligente** e `RS`", ["Città intelligente"]),
        ("[Città intelligente](https://example.org), ricerca", []),
        ("Subcittà intelligente", []),
        ("Città *intelligente*", []),
    ],
)
def test_the_first_use_of_a_word_leads_to_the_glossary(text: str, linked: list[str]) -> None:
    made = fragment_fromstring(html(Prose(text), "../", GLOSSARY), create_parent="div")

    assert [link.text for link in made.iterfind(".//a[@class='term']")] == linked


def test_a_link_to_the_glossary_says_what_the_word_means() -> None:
    made = html(Prose("La RS e la città intelligente"), "../", GLOSSARY)

    assert '<a class="term" href="../glossario/#rs">RS<span class="term__tip">' in made
    assert "(Ricerca &amp; sviluppo)" in made
    assert "(Detta smart.)" in made
