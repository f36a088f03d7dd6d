"""The pieces of pages are escaped as templates escape, whatever their texts hold."""

from hypothesis import given
from hypothesis import strategies as st
from lxml.html import fragment_fromstring
from markupsafe import escape

from generator.glossary import Glossary
from generator.pieces.blocks import block, chips, rows
from generator.pieces.escaping import escaped
from generator.pieces.inlines import inline
from generator.pieces.lists import cards, entries
from generator.values import Prose
from generator.views.blocks import Block, Row, Twig
from generator.views.cards import Card
from generator.views.lists import Entry
from generator.views.values import Inline

BAD = "\"'><script>alert(1)</script>&amp;<img src=x onerror=alert(1)>"
LINKS = [
    Inline(BAD),
    Inline(BAD, address=BAD),
    Inline(BAD, url=BAD),
    Inline(BAD, since=BAD),
    Inline(BAD, address=BAD, since=BAD),
]
CARD = Card(
    title=BAD,
    address=BAD,
    type=BAD,
    kind=BAD,
    summary=BAD,
    facts=(BAD, BAD),
    themes=(BAD,),
    draft=True,
    compare=BAD,
    reason=BAD,
)
TWIG = Twig(LINKS[1], BAD, here=False, children=(Twig(LINKS[1], BAD, here=True, children=()),))
BLOCK = Block(
    id=BAD,
    title=BAD,
    lead=BAD,
    prose=Prose(BAD),
    notice=BAD,
    items=(tuple(LINKS), tuple(LINKS)),
    columns=(BAD, BAD),
    rows=(((LINKS[0],), tuple(LINKS)), ((), ())),
    cards=(CARD,),
    tree=(TWIG,),
    elsewhere=True,
)
MADE = {
    "inline": "".join(inline(link, "../") for link in LINKS),
    "rows": rows([Row(BAD, (tuple(LINKS),))], "../"),
    "chips": chips([Row(BAD, (tuple(LINKS),))], "../"),
    "block": block(BLOCK, "../", Glossary({}, {})),
    "cards": cards([CARD], "../", level=2),
    "entries": entries([Entry(BAD, BAD, BAD, BAD), Entry(BAD, None, BAD)], "../"),
}


@given(st.text(alphabet="a<>&\"'è \n;#"))
def test_a_text_is_escaped_as_templates_do(text: str) -> None:
    assert escaped(text) == str(escape(text))


def test_no_text_becomes_html() -> None:
    for name, made in MADE.items():
        found = fragment_fromstring(made, create_parent="div")
        assert not found.xpath("//script | //img | //@onerror"), name
        assert BAD in found.text_content(), name
        assert BAD not in made, name


def test_an_address_leads_there_from_the_root() -> None:
    addresses = [fragment_fromstring(inline(link, "../")) for link in LINKS[1:3]]

    assert [link.get("href") for link in addresses] == [f"../{BAD}", BAD]
