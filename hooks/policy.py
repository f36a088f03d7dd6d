"""The policy: what browsers let the pages do, as data. The site's own files, and nothing written
inside a page.

Every page states its own in a `<meta>`; servers say it again in a header (hooks/headers.py).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape

Policy = Mapping[str, str]
"""Directives of a Content-Security-Policy and their sources, separated by spaces."""

CSP = "Content-Security-Policy"
_META = re.compile(rf'<meta http-equiv="{CSP}" content="([^"]*)">'.encode())
# What is not here is as `default-src`, workers as scripts: all pages carry it.
BASE: Policy = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
PINNED: Mapping[str, tuple[str, ...]] = {}
"""By directive, the hashes of what must be written inside a page, each with its reason. By hand: a
build that allowed whatever it finds would allow what a record smuggled in."""

HEADERS: Mapping[str, str] = {
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""The other headers. Not X-Frame-Options: `frame-ancestors` says it, and page by page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """What the pages under an address need besides: directives and headers that take the place."""

    prefix: str
    reason: str
    directives: Policy
    headers: Mapping[str, str] = field(default_factory=dict)


GRANTS = (
    Grant(
        prefix="catalogo/",
        reason="Pagefind runs WebAssembly in a worker, or in the page where none starts in time",
        directives={"script-src": "'self' 'wasm-unsafe-eval'"},
    ),
    Grant(
        prefix="pagefind/",
        reason="a worker has the policy of its own file, not of the page",
        directives={"script-src": "'self' 'wasm-unsafe-eval'"},
    ),
    Grant(
        prefix="assets/sqlite",
        reason="the worker of the console of open data runs SQLite, which is WebAssembly",
        directives={"script-src": "'self' 'wasm-unsafe-eval'"},
    ),
    Grant(
        prefix="redazione/",
        reason="the editor writes its styles in the page, and people may sign in in a window",
        directives={"style-src": "'self' 'unsafe-inline'"},
        headers={"Cross-Origin-Opener-Policy": "unsafe-none"},
    ),
    Grant(
        prefix="riquadri/",
        reason="these stand inside pages of other sites; they run nothing",
        directives={"script-src": "'none'", "frame-ancestors": "*"},
        headers={"Cross-Origin-Resource-Policy": "cross-origin"},
    ),
)


def policy(address: str) -> Policy:
    """What a page of the theme, or a file, may do."""
    found = dict(BASE)
    for grant in GRANTS:
        if address.startswith(grant.prefix):
            found |= grant.directives
    for directive, hashes in PINNED.items():
        found[directive] = " ".join([found[directive], *(f"'{one}'" for one in hashes)])
    return found


def stated(rules: Policy) -> Policy:
    """The directives that a page can state by itself."""
    return {name: sources for name, sources in rules.items() if name != "frame-ancestors"}


def meta(address: str) -> str:
    """The policy of a page as its `<meta>` states it."""
    return written(stated(policy(address)))


def written(rules: Policy) -> str:
    """A policy as browsers read it."""
    return "; ".join(f"{name} {sources}" for name, sources in rules.items())


def stated_in(page: bytes) -> Policy | None:
    """The policy that a built page states; None where there is none."""
    found = _META.search(page)
    return parsed(unescape(found[1].decode())) if found else None


def parsed(text: str) -> Policy:
    """A policy from its text."""
    parts = (one.split() for one in text.split(";"))
    return {name: " ".join(sources) for name, *sources in filter(None, parts)}
