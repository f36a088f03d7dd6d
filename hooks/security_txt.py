"""security.txt: whom to tell of a hole in the site (RFC 9116), as `extra.security` says."""

from collections.abc import Iterator
from datetime import date

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from generator.outputs import File

ADDRESS = ".well-known/security.txt"
_SCHEMES = ("mailto:", "https://", "tel:")


def outputs(config: MkDocsConfig, today: date) -> Iterator[File]:
    """The file; nothing where nobody is named. Stale contacts stop the build: `today` says it."""
    options = config.extra.get("security")
    if not options:
        return
    contact, expires = options.get("contact"), options.get("expires")
    if not isinstance(contact, str) or not contact.startswith(_SCHEMES):
        raise PluginError(
            "mkdocs.yml: extra.security.contact è l'indirizzo a cui segnalare un problema di"
            " sicurezza e comincia con mailto:, https:// o tel:"
        )
    if type(expires) is not date:
        raise PluginError("mkdocs.yml: extra.security.expires è una data, per esempio 2027-06-30")
    if expires < today:
        raise PluginError(
            f"mkdocs.yml: extra.security.expires è passata ({expires}): controlla che"
            f" {contact} sia ancora giusto e scrivi una data nuova, entro un anno"
        )
    yield File(ADDRESS, _text(contact, expires, config.site_url))


def _text(contact: str, expires: date, site_url: str | None) -> str:
    lines = [f"Contact: {contact}", f"Expires: {expires}T23:59:59Z", "Preferred-Languages: it"]
    if site_url:
        lines.append(f"Canonical: {site_url.rstrip('/')}/{ADDRESS}")
    return "\n".join(lines) + "\n"
