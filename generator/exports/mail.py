"""The mail: an issue as a message that a mail program opens ready to send (RFC 5322).

It has no sender, no addressee and no date: the program that sends it adds them.
"""

from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import SMTP
from textwrap import wrap

from generator import routes
from generator.glossary import Glossary
from generator.outputs import Publisher
from generator.prose import plain
from generator.render import render
from generator.views import words
from generator.views.blocks import Item
from generator.views.cards import Card
from generator.views.newsletter import IssueView, Part

_MOST = 8
"""How many records of a list a message tells; the page tells all."""
_WIDTH = 72
_NOTHING = Glossary({}, {})


def mail(view: IssueView, publisher: Publisher) -> str:
    """The message, with the same text twice: plain, and as HTML."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = f"{publisher.name}: {view.title.lower()}"
    message["X-Unsent"] = "1"  # Outlook opens it as a draft
    message.set_content("\n".join(_lines(view, publisher)) + "\n", cte="quoted-printable")
    page = render(
        "mail.jinja",
        view.address,
        _NOTHING,
        view=view,
        publisher=publisher.name,
        origin=publisher.origin,
        archive=routes.NEWSLETTERS,
        most=_MOST,
        rest=_rest,
    )
    message.add_alternative(page, subtype="html", cte="quoted-printable")
    message.set_boundary(f"numero-{view.month}")  # otherwise at random
    return message.as_string()


def _rest(part: Part) -> str:
    return words.count(len(part.cards) - _MOST, "altra scheda", "altre schede")


def _lines(view: IssueView, publisher: Publisher) -> Iterator[str]:
    yield from (publisher.name.upper(), view.title, "", *wrap(view.summary, _WIDTH))
    if view.introduction:
        yield from ("", *wrap(plain(view.introduction), _WIDTH))
    for part in view.parts:
        yield from ("", "", part.title.upper(), *wrap(part.lead, _WIDTH))
        for card in part.cards[:_MOST]:
            yield from ("", *_card(card, publisher))
        if len(part.cards) > _MOST:
            yield from ("", f"{_rest(part)}: {publisher.origin}{view.address}#{part.id}")
        for item in part.lines:
            yield from ("", *_item(item, publisher))
    yield from ("", "", f"Leggi sul sito: {publisher.origin}{view.address}")
    yield f"Tutti i numeri: {publisher.origin}{routes.NEWSLETTERS}"


def _card(card: Card, publisher: Publisher) -> Iterator[str]:
    yield from wrap(f"{card.title} ({card.kind.lower()})", _WIDTH)
    yield from wrap(card.summary, _WIDTH)
    yield f"{publisher.origin}{card.address}"


def _item(item: Item, publisher: Publisher) -> Iterator[str]:
    yield from wrap("- " + " · ".join(text.text for text in item), _WIDTH, subsequent_indent="  ")
    yield from (f"  {publisher.origin}{text.address}" for text in item[:1] if text.address)
