"""Blocked: what the built pages hold that their policy would stop, or that another site would send.

hooks/links.py is its neighbour: both look at the pages as readers get them.
"""

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from lxml import etree, html

from hooks.links import files
from hooks.policy import CSP, PINNED, Policy, policy, stated_in

_PARSER = html.HTMLParser(encoding="utf-8")
# What makes a page, in lower case, worth parsing: anything but our own scripts, style sheets and
# images, and JSON-LD, which nothing runs. Apart, because each begins with letters that Python finds
# fast.
_SIGNS = (
    re.compile(
        rb"<(?:script(?! type=\"(?:application/ld\+json\">|module\" src=\"(?!\w*:?//)))"
        rb"|link(?! rel=\"canonical\"| rel=\"\w+\" href=\"(?!\w*:?//))"
        rb"|img(?! src=\"(?!\w*:?//)[^\"]*\"(?: (?:alt|width|height|loading)=\"[^\"]*\")*>)"
        rb"|(?:style|iframe|source|audio|video|object|embed)\b)"
    ),
    re.compile(rb"style\s*="),
    re.compile(rb"on(?<=[\s/\"']on)[a-z]+\s*="),
)
_INLINE = etree.XPath("//script[not(@src)] | //style")
_STYLED = etree.XPath("//*[@style]")
_HANDLERS = etree.XPath("//@*[starts-with(name(), 'on')]")
_LOADED = etree.XPath(
    "//script/@src | //img/@src | //iframe/@src | //source/@src | //audio/@src | //video/@src"
    " | //@srcset | //@poster | //object/@data | //embed/@src"
    " | //link[contains(' stylesheet icon preload modulepreload manifest prefetch ',"
    " concat(' ', @rel, ' '))]/@href",
    smart_strings=False,
)
_ELSEWHERE = re.compile(r"\s*(https?:)?//", re.I)
_CSS_ELSEWHERE = re.compile(r"(?:url\(\s*[\"']?|@import\s+[\"'])((?:https?:)?//[^\"')\s]*)", re.I)
_RUN = re.compile(
    r"(module|importmap|speculationrules|(text|application)/(x-)?\w*script\w*)?", re.I
)
_NEEDED = ("default-src", "base-uri", "form-action")  # without these, what they are about is free
_STRICT = {"default-src", "script-src", "worker-src", "object-src", "base-uri"}
_BROAD = {"*", "http:", "https:"}


def blocked(site: Path, seen: Mapping[str, Sequence[str]] | None = None) -> Iterator[str]:
    """What is wrong, one sentence each, in a site some of whose pages have been looked at."""
    seen = seen or {}
    names = sorted(files(site))
    for name in names:
        if name.endswith(".html"):
            known = name in seen
            yield from seen[name] if known else blocked_in(name, (site / name).read_bytes())
    for name in names:
        if name.endswith(".css"):
            for target in _CSS_ELSEWHERE.findall((site / name).read_text(encoding="utf-8")):
                yield f"{name}: {_told(target)}"
    for one in _unused(site):
        yield f"PINNED in hooks/policy.py: nessuna pagina ha più quello che {one} permette: toglilo"


def blocked_in(name: str, page: bytes) -> list[str]:
    """What is wrong in a page."""
    return [f"{name}: {what}" for what in _wrong(name, page)]


def digest(element: html.HtmlElement) -> str:
    """The hash by which a policy knows a script or a style sheet that is written in the page."""
    return f"sha256-{b64encode(sha256((element.text or '').encode()).digest()).decode()}"


def _unused(site: Path) -> list[str]:
    """The hashes that nothing in the pages has."""
    left = {one for hashes in PINNED.values() for one in hashes}
    for path in site.rglob("*.html") if left else ():
        left -= {digest(element) for element in _INLINE(_tree(path.read_bytes()))}
    return sorted(left)


def _tree(page: bytes) -> html.HtmlElement:
    return html.fromstring(page, parser=_PARSER)


def _wrong(name: str, page: bytes) -> Iterator[str]:
    rules = stated_in(page)
    if rules is None:
        yield (
            f"manca la <meta> {CSP}: le pagine del tema l'hanno da main.html, a un file HTML"
            " scritto a parte va messa (hooks/policy.py dice quale)"
        )
        return
    yield from _weak(rules, name.removesuffix("index.html"))
    lower = page.lower()
    if any(sign.search(lower) for sign in _SIGNS):
        tree = _tree(page)
        yield from _inline(tree, rules)
        yield from _styled(tree, rules)
        yield from _handlers(tree)
        yield from (_told(target) for target in _LOADED(tree) if _ELSEWHERE.match(target))


def _weak(rules: Policy, address: str) -> Iterator[str]:
    """What a page allows itself that its address does not grant."""
    granted = policy(address)
    for directive in [name for name in _NEEDED if name not in rules]:
        yield f"la {CSP} non ha {directive}: aggiungi «{directive} 'none'»"
    for directive, sources in rules.items():
        for source in set(sources.split()) - set(granted.get(directive, "").split()):
            unsafe = source.startswith("'unsafe") or source in _BROAD
            if unsafe or (directive in _STRICT and source != "'none'"):
                yield (
                    f"{directive} permette {source}, che hooks/policy.py non prevede: se serve,"
                    " aggiungi una voce a GRANTS, con il motivo"
                )


def _inline(tree: html.HtmlElement, rules: Policy) -> Iterator[str]:
    for element in _INLINE(tree):
        script = element.tag == "script"
        if script and not _RUN.fullmatch(element.get("type", "")):
            continue  # data, such as JSON-LD: no browser runs it, no policy stops it
        directive = "script-src" if script else "style-src"
        if not _allowed(rules.get(directive, ""), digest(element)):
            start = " ".join((element.text or "").split())[:40]
            yield (
                f"quello che è scritto in <{element.tag}> («{start}») non vale: mettilo in un file"
                " di hooks/theme/assets. Se non si può, aggiungi a PINNED in hooks/policy.py,"
                f" sotto {directive}, {digest(element)}, con il motivo"
            )


def _styled(tree: html.HtmlElement, rules: Policy) -> Iterator[str]:
    for element in [] if "'unsafe-inline'" in rules.get("style-src", "") else _STYLED(tree):
        yield (
            f"l'attributo style di <{element.tag}> («{element.get('style')[:40]}») non vale: usa"
            " una classe; nelle tabelle Markdown togli i due punti che allineano le colonne"
        )


def _handlers(tree: html.HtmlElement) -> Iterator[str]:
    for handler in _HANDLERS(tree):
        yield (
            f"l'attributo {handler.attrname} («{handler[:40]}») non parte: usa addEventListener in"
            " un file di hooks/theme/assets"
        )


def _allowed(sources: str, hashed: str) -> bool:
    return "'unsafe-inline'" in sources or f"'{hashed}'" in sources


def _told(target: str) -> str:
    return f"«{target}» arriva da un altro sito: copialo in docs/ o in hooks/theme/assets"
