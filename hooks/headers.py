"""Headers: what a server says along with the files, for nginx, Apache, Caddy and static hosts.

All come from hooks/policy.py and from what the built pages state. `make headers` writes them; the
build itself leaves `_headers` in the site.
"""

import re
import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config import load_config

from hooks.links import files
from hooks.policy import (
    BASE,
    CSP,
    GRANTS,
    HEADERS,
    Policy,
    parsed,
    policy,
    stated,
    stated_in,
    written,
)


@dataclass(frozen=True, slots=True)
class Rule:
    """The headers of what is under an address; the first rule is for the whole site."""

    prefix: str
    headers: Mapping[str, str]


def rules(site: Path, themed: Collection[str] = ()) -> tuple[Rule, ...]:
    """The rules of a built site. Each replaces headers of those before it.

    `themed` are pages that are known to take their policy from the theme.
    """
    policies = {"": policy("")}
    granted = {grant.prefix: grant for grant in GRANTS if (site / grant.prefix).is_dir()}
    policies |= {prefix: policy(prefix) for prefix in granted}
    policies |= _own(site, themed)
    first = Rule("", {CSP: written(policies.pop("")), **HEADERS})
    others = (
        Rule(prefix, {CSP: written(found), **_others(prefix)})
        for prefix, found in sorted(policies.items())
    )
    return (first, *others)


def _own(site: Path, themed: Collection[str]) -> Iterator[tuple[str, Policy]]:
    """The policies of pages that do not take theirs from the theme, by address."""
    pages = (name for name in files(site) if name.endswith(".html") and name not in themed)
    for name in sorted(pages):
        address = name.removesuffix("index.html")
        mine, given = stated_in((site / name).read_bytes()), policy(address)
        if mine and mine != stated(given):
            yield address, {**mine, "frame-ancestors": given["frame-ancestors"]}


def _others(prefix: str) -> Mapping[str, str]:
    """The headers, besides the policy, that an address replaces."""
    found: dict[str, str] = {}
    for grant in GRANTS:
        if prefix.startswith(grant.prefix):
            found |= grant.headers
    return found


def static(found: Sequence[Rule]) -> str:
    """`_headers`, for Netlify, Cloudflare Pages and the like.

    These put together all values that fit an address, so there is one for the whole site: what all
    pages need between them. Each page's `<meta>` then allows less. It can't say who may show a page
    inside theirs: nobody may, not even what is made for it.
    """
    replaced = {name for rule in found[1:] for name in rule.headers}
    lines = ["/*", f"  {CSP}: {written(_together([parsed(rule.headers[CSP]) for rule in found]))}"]
    lines += [f"  {name}: {HEADERS[name]}" for name in HEADERS if name not in replaced]
    return "\n".join(lines) + "\n"


def _together(policies: Sequence[Policy]) -> Policy:
    """A policy that allows what any of some allows."""
    found: dict[str, str] = {}
    for directive in dict.fromkeys(name for one in policies for name in one):
        sources = dict.fromkeys(" ".join(one.get(directive, "") for one in policies).split())
        if len(sources) > 1:
            sources.pop("'none'", None)
        found[directive] = " ".join(sources)
    return {**found, "frame-ancestors": BASE["frame-ancestors"]}


def nginx(found: Sequence[Rule], base: str) -> str:
    """For a `server` block, by `include`."""
    first, *others = found
    lines = [f'set {_variable(name)} "{value}";' for name, value in first.headers.items()]
    for rule in others:
        sets = " ".join(f'set {_variable(name)} "{value}";' for name, value in rule.headers.items())
        lines.append(f"if ($uri ~ ^{_pattern(base, rule)}) {{ {sets} }}")
    lines += [f"add_header {name} {_variable(name)} always;" for name in first.headers]
    return _titled(lines, "nginx: «include» di questo file in un blocco server")


def apache(found: Sequence[Rule], base: str) -> str:
    """For a `VirtualHost`, by `Include`, or for a `.htaccess`."""
    lines = []
    for rule in found:
        where = f' "expr=%{{REQUEST_URI}} =~ m#^{_pattern(base, rule)}#"' if rule.prefix else ""
        for name, value in rule.headers.items():
            lines.append(f'Header always set {name} "{value}"{where}')
    return _titled(lines, "Apache 2.4 con mod_headers: «Include» in un VirtualHost, o .htaccess")


def caddy(found: Sequence[Rule], base: str) -> str:
    """For a site's block, by `import`."""
    first, *others = found
    lines = []
    for name, value in first.headers.items():
        own = [(rule, rule.headers[name]) for rule in others if name in rule.headers]
        if own:
            lines.append(f"map {{path}} {_placeholder(name)} {{")
            lines += [f'    ~^{_pattern(base, rule)} "{other}"' for rule, other in reversed(own)]
            lines += [f'    default "{value}"', "}"]
            lines.append(f'header {name} "{_placeholder(name)}"')
        else:
            lines.append(f'header {name} "{value}"')
    return _titled(lines, "Caddy 2: «import» di questo file nel blocco del sito")


def _variable(header: str) -> str:
    return f"$portale_{header.lower().replace('-', '_')}"


def _placeholder(header: str) -> str:
    return f"{{portale_{header.lower().replace('-', '_')}}}"


def _pattern(base: str, rule: Rule) -> str:
    return re.escape(f"{base}{rule.prefix}").replace(r"\-", "-")


def _titled(lines: Sequence[str], use: str) -> str:
    title = (
        f"# {use}.\n# Scritto da «make headers», da rifare se il sito cambia: docs/pubblicare.md"
    )
    return "\n".join([title, *lines]) + "\n"


SERVERS: Mapping[str, Callable[[Sequence[Rule], str], str]] = {
    "nginx.conf": nginx,
    "apache.conf": apache,
    "Caddyfile": caddy,
}


def write_snippets(site: Path, folder: Path, base: str) -> None:
    """Write a file for each kind of server; `base` is the site's path on its host: `/portale/`."""
    found = rules(site)
    folder.mkdir(parents=True, exist_ok=True)
    for name, snippet in SERVERS.items():
        (folder / name).write_text(snippet(found, base), encoding="utf-8")


def base_of(site_url: str | None) -> str:
    """The path of a site on its host."""
    return f"{urlsplit(site_url or '').path.rstrip('/')}/"


if __name__ == "__main__":
    write_snippets(
        Path(sys.argv[1]), Path(sys.argv[2]), base_of(load_config("mkdocs.yml").site_url)
    )
