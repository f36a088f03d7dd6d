"""Identity: who publishes the site, as `extra` in mkdocs.yml says.

The law wants most of it on every page, so what is missing or made up stops the build, by name.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from mkdocs.exceptions import PluginError


class Environment(StrEnum):
    """Whether readers may rely on the site, or it is there to be tried."""

    TRIAL = "prova"
    PRODUCTION = "produzione"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parent:
    """The body above the one that publishes: the line on top of every page."""

    name: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The administration that publishes. It has a fiscal code, a VAT number or both."""

    name: str
    parent: Parent
    address: str
    pec: str
    email: str
    dpo: str
    transparency: str
    fiscal_code: str | None = None
    vat: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Legal:
    """The declaration of accessibility, and the mailbox for who meets a barrier."""

    accessibility_declaration: str
    declaration_date: date
    accessibility_email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Privacy:
    """What only who publishes knows of the data that readers leave."""

    host: str
    logs: str
    mail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """All that the pages say of who publishes them."""

    environment: Environment
    body: Body
    legal: Legal
    privacy: Privacy


@dataclass(frozen=True, slots=True)
class _Item:
    about: str
    """What it is, with its article."""
    wanted: str
    """How it is written, after «va scritto»."""
    fits: Callable[[Any], object]
    needed: bool = True


def _text(pattern: str) -> Callable[[Any], object]:
    return lambda value: isinstance(value, str) and re.fullmatch(pattern, value.strip())


_ANY = ("come testo", _text(r"(?s).+"))
_HTTPS = ("un indirizzo che comincia con https://", _text(r"https://[^/\s]+\S*"))
_EMAIL = ("un indirizzo di posta", _text(r"[^@\s]+@[^@\s]+\.[^@\s]+"))
_DIGITS = ("con le sue 11 cifre, fra virgolette", _text(r"\d{11}"))
_ITEMS: Mapping[str, _Item] = {
    "environment": _Item("se il sito è di prova", "prova o produzione", _text("prova|produzione")),
    "body.name": _Item("il nome dell'ente che pubblica", *_ANY),
    "body.parent.name": _Item("il nome dell'ente da cui dipende", *_ANY),
    "body.parent.url": _Item("il sito dell'ente da cui dipende", *_HTTPS),
    "body.address": _Item("l'indirizzo dell'ente", *_ANY),
    "body.fiscal_code": _Item("il codice fiscale dell'ente", *_DIGITS, needed=False),
    "body.vat": _Item("la partita IVA dell'ente", *_DIGITS, needed=False),
    "body.pec": _Item("la posta certificata dell'ente", *_EMAIL),
    "body.email": _Item("la posta dell'ente", *_EMAIL),
    "body.phone": _Item("il telefono dell'ente", *_ANY, needed=False),
    "body.dpo": _Item("la posta del responsabile della protezione dei dati", *_EMAIL),
    "body.transparency": _Item("la pagina «Amministrazione trasparente»", *_HTTPS),
    "legal.accessibility_declaration": _Item(
        "la dichiarazione di accessibilità",
        "l'indirizzo che le ha dato AGID, sotto https://form.agid.gov.it/",
        _text(r"https://form\.agid\.gov\.it/\S+"),
    ),
    "legal.declaration_date": _Item(
        "la data della dichiarazione di accessibilità",
        "una data, per esempio 2026-09-15",
        lambda value: type(value) is date,
    ),
    "legal.accessibility_email": _Item("la posta per segnalare un ostacolo", *_EMAIL),
    "privacy.host": _Item("chi gestisce il server e dov'è", *_ANY),
    "privacy.logs": _Item("che cosa registra il server e per quanto tempo lo tiene", *_ANY),
    "privacy.mail": _Item("chi legge la posta e per quanto tempo la tiene", *_ANY),
}
# The names that RFC 2606 keeps for examples, what the shipped mkdocs.yml says of itself, a code
# made of one digit.
_PLACEHOLDER = re.compile(
    r"\bexample\b|\.(?:test|invalid|localhost)\b|\bdi prova\b|\bda[ -]compilare\b"
    r"|^(\d)\1+$",
    re.I,
)
_VALID = timedelta(days=365)  # AGID: every declaration is looked at again within 23 September


def identity(extra: Mapping[str, Any], site_url: str | None) -> Identity:
    """Who publishes. Whatever is wrong stops the build, all at once."""
    if wrong := [*problems(extra, site_url)]:
        raise PluginError("\n".join(wrong))
    body = extra["body"]
    return Identity(
        environment=Environment(extra["environment"]),
        body=Body(**{**body, "parent": Parent(**body["parent"])}),
        legal=Legal(**extra["legal"]),
        privacy=Privacy(**extra["privacy"]),
    )


def problems(extra: Mapping[str, Any], site_url: str | None) -> Iterator[str]:
    """What is wrong, one sentence each, by the key of mkdocs.yml."""
    if not _HTTPS[1](site_url):
        yield f"mkdocs.yml: manca site_url, l'indirizzo del sito: va scritto {_HTTPS[0]}"
    for key, item in _ITEMS.items():
        value = _value(extra, key)
        if value is None and item.needed:
            yield f"mkdocs.yml: manca extra.{key}, {item.about}: va scritto {item.wanted}"
        elif value is not None and not item.fits(value):
            yield f"mkdocs.yml: extra.{key} è «{value}»: va scritto {item.wanted}"
    if not any(_value(extra, f"body.{key}") for key in ("fiscal_code", "vat")):
        yield "mkdocs.yml: manca extra.body.fiscal_code o extra.body.vat: ne va scritto almeno uno"
    yield from _unknown(extra)
    if _value(extra, "environment") == Environment.PRODUCTION:
        yield from _placeholders({"site_url": site_url, "extra": extra})


def stale(known: Identity, today: date) -> str | None:
    """What to say of a declaration that nobody has looked at for a year."""
    made = known.legal.declaration_date
    if today - made <= _VALID:
        return None
    return (
        f"mkdocs.yml: avviso: extra.legal.declaration_date è di più di un anno fa ({made}): la"
        " dichiarazione di accessibilità si riesamina ogni anno entro il 23 settembre"
    )


def _value(extra: Mapping[str, Any], key: str) -> Any:
    found: Any = extra
    for part in key.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found


def _unknown(extra: Mapping[str, Any]) -> Iterator[str]:
    """Keys misspelt, which would otherwise be left out in silence."""
    for group in ("body", "body.parent", "legal", "privacy"):
        for key in _value(extra, group) or ():
            if not any(f"{known}.".startswith(f"{group}.{key}.") for known in _ITEMS):
                yield f"mkdocs.yml: extra.{group}.{key} non è previsto: controlla come è scritto"


def _placeholders(value: Any, key: str = "") -> Iterator[str]:
    match value:
        case Mapping():
            for name, one in value.items():
                yield from _placeholders(one, f"{key}.{name}".lstrip("."))
        case list():
            for place, one in enumerate(value):
                yield from _placeholders(one, f"{key}[{place}]")
        case str() if _PLACEHOLDER.search(value):
            yield f"mkdocs.yml: {key} è inventato («{value}»): in produzione va scritto quello vero"
