"""What the pages may do: what the build refuses, what servers are told, whom to tell of a hole."""

from datetime import date
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from hooks import blocked, headers, policy, security_txt
from tests.building import build, copy_of_the_project

TODAY = date(2026, 11, 22)
CONTACT = "mailto:sicurezza@ente.example"
DIGEST = (
    "sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc="  # of «doSomething();»: the CSP standard's
)


def page(body: str, rules: str = policy.meta("")) -> str:
    meta = f'<meta http-equiv="{policy.CSP}" content="{rules}">'
    return f"<!doctype html><html lang=it><head>{meta}<title>x</title></head><body>{body}</body>"


def site_with(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.with_suffix(".css" if path.name == "foglio" else ".html").write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize(
    "body",
    [
        '<script type="module" src="../assets/menu.js"></script>',
        '<script type="application/ld+json">{"@context": "https://schema.org"}</script>',
        '<a href="https://altrove.example/">x</a> style=&quot;color: red&quot; onclick=&quot;x()',
        '<img src="immagini/tema.png" alt="">',
        '<link rel="alternate" href="https://altrove.example/feed">',
    ],
)
def test_what_does_no_harm_passes(tmp_path: Path, body: str) -> None:
    assert list(blocked.blocked(site_with(tmp_path, index=page(body)))) == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<script>doSomething();</script>", f"sotto script-src, {DIGEST}, con il motivo"),
        ('<SCRIPT type="module">doSomething();</SCRIPT>', "quello che è scritto in <script>"),
        ("<style>p { color: red }</style>", "sotto style-src"),
        ('<table><td style="text-align: right">1</td></table>', "togli i due punti"),
        ("<p onclick='alert(1)'>x</p>", "l'attributo onclick («alert(1)») non parte"),
        ("<svg/onload=alert(1)>", "l'attributo onload"),
        ('<script src="https://altrove.example/a.js"></script>', "arriva da un altro sito"),
        ('<script type="module" src="//altrove.example/a.js"></script>', "altrove.example/a.js"),
        ('<img src="http://altrove.example/a.png" alt="">', "copialo in docs/"),
        ('<link rel="stylesheet" href="https://altrove.example/a.css">', "altrove.example/a.css"),
        ('<iframe src="https://altrove.example/"></iframe>', "arriva da un altro sito"),
    ],
)
def test_what_the_policy_would_stop_is_told(tmp_path: Path, body: str, told: str) -> None:
    (found,) = blocked.blocked(site_with(tmp_path, temi__index=page(body)))

    assert found.startswith("temi/index.html: ")
    assert told in found


def test_a_style_sheet_brings_nothing_from_other_sites(tmp_path: Path) -> None:
    sheet = "@import 'https://altrove.example/a.css'; p { background: url(//altrove.example/b) }"
    found = list(blocked.blocked(site_with(tmp_path, foglio=sheet)))

    assert [one.split("»")[0] for one in found] == [
        "foglio.css: «https://altrove.example/a.css",
        "foglio.css: «//altrove.example/b",
    ]


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        (policy.meta("").replace("script-src", "script-src 'unsafe-inline'"), "'unsafe-inline'"),
        (policy.meta("").replace("script-src", "script-src 'unsafe-eval'"), "'unsafe-eval'"),
        (policy.meta("").replace("script-src", "script-src https://altrove.example"), "altrove"),
        (policy.meta("").replace("style-src", "style-src 'unsafe-inline'"), "style-src permette"),
        (policy.meta("").replace("connect-src", "connect-src *"), "connect-src permette *"),
        (policy.meta("catalogo/"), "'wasm-unsafe-eval'"),
        (policy.meta("").replace("base-uri 'none'; ", ""), "aggiungi «base-uri 'none'»"),
    ],
)
def test_no_page_allows_itself_more_than_its_address_grants(
    tmp_path: Path, rules: str, told: str
) -> None:
    (found,) = blocked.blocked(site_with(tmp_path, progetto__index=page("", rules)))

    assert told in found


def test_a_page_without_a_policy_is_told(tmp_path: Path) -> None:
    (found,) = blocked.blocked(site_with(tmp_path, nuova__index="<!doctype html><p>x</p>"))

    assert found.startswith("nuova/index.html: manca la <meta>")


def test_a_pin_allows_one_script_and_goes_when_it_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pins = {"script-src": (DIGEST,)}
    monkeypatch.setattr(policy, "PINNED", pins)
    monkeypatch.setattr(blocked, "PINNED", pins)
    assert f"script-src 'self' '{DIGEST}';" in policy.meta("")
    body = page("<script>doSomething();</script>", policy.meta(""))
    assert list(blocked.blocked(site_with(tmp_path, index=body))) == []
    (found,) = blocked.blocked(site_with(tmp_path, index=page("", policy.meta(""))))

    assert found.startswith("PINNED in hooks/policy.py")


def test_every_page_has_its_policy(site: Path) -> None:
    """`wasm-unsafe-eval` is only where the search is."""
    stated = {path: policy.stated_in(path.read_bytes()) for path in site.rglob("*.html")}
    loose = {path for path, rules in stated.items() if rules and "wasm" in policy.written(rules)}

    assert all(stated.values())
    assert loose == {site / "catalogo" / "index.html"}
    for path in stated:
        head = path.read_text(encoding="utf-8").partition(policy.CSP)[0]
        assert "<script" not in head, path
        assert "<link" not in head, path


def test_the_host_s_headers_are_in_the_site(site: Path) -> None:
    text = (site / "_headers").read_text(encoding="utf-8")

    assert text.startswith("/*\n  Content-Security-Policy: default-src 'none'; ")
    assert "script-src 'self' 'wasm-unsafe-eval'; style-src" in text
    assert "style-src 'self' 'unsafe-inline'; " in text  # the editor's; other pages say less
    assert "Cross-Origin-Opener-Policy" not in text
    assert "frame-ancestors 'none'" in text
    assert text.count(policy.CSP) == 1


EDITOR = "default-src 'none'; style-src 'self' 'unsafe-inline'; connect-src https://forge.example"


def test_a_page_of_its_own_gets_the_header_that_it_states(tmp_path: Path) -> None:
    site = site_with(tmp_path / "site", index=page(""), redazione__index=page("", EDITOR))
    headers.write_snippets(site, tmp_path / "server", "/portale/")
    nginx, apache, caddy = (
        (tmp_path / "server" / name).read_text(encoding="utf-8") for name in headers.SERVERS
    )

    said = f"{EDITOR}; frame-ancestors 'none'"
    assert f'~ ^/portale/redazione/) {{ set $portale_content_security_policy "{said}"' in nginx
    assert 'set $portale_cross_origin_opener_policy "unsafe-none"' in nginx
    assert f'"{said}" "expr=%{{REQUEST_URI}} =~ m#^/portale/redazione/#"' in apache
    assert f'~^/portale/redazione/ "{said}"' in caddy
    assert "catalogo" not in nginx + apache + caddy  # there is none in this site
    assert "Cross-Origin-Opener-Policy" not in headers.static(headers.rules(site))
    assert "connect-src 'self' https://forge.example" in headers.static(headers.rules(site))


@pytest.mark.parametrize(
    ("url", "base"),
    [
        (None, "/"),
        ("https://portale.example", "/"),
        ("https://ente.example/portale/", "/portale/"),
        ("https://ente.example/a/b", "/a/b/"),
    ],
)
def test_the_addresses_are_those_of_the_host(url: str | None, base: str) -> None:
    assert headers.base_of(url) == base


def configured(**security: object) -> MkDocsConfig:
    config = MkDocsConfig()
    config.load_dict({"site_name": "x", "extra": {"security": security} if security else {}})
    config.load_dict({"site_url": "https://portale.example/"})
    return config


def test_security_txt_names_whom_to_tell() -> None:
    (file,) = security_txt.outputs(configured(contact=CONTACT, expires=date(2027, 6, 30)), TODAY)

    assert file.address == ".well-known/security.txt"
    assert file.content.splitlines() == [
        f"Contact: {CONTACT}",
        "Expires: 2027-06-30T23:59:59Z",
        "Preferred-Languages: it",
        "Canonical: https://portale.example/.well-known/security.txt",
    ]


def test_without_a_contact_there_is_no_security_txt() -> None:
    assert list(security_txt.outputs(configured(), TODAY)) == []


@pytest.mark.parametrize(
    ("contact", "expires", "told"),
    [
        ("sicurezza@ente.example", date(2027, 6, 30), "comincia con mailto:"),
        (None, date(2027, 6, 30), "comincia con mailto:"),
        (CONTACT, "giugno", "è una data"),
        (CONTACT, None, "è una data"),
        (CONTACT, date(2026, 11, 21), "è passata (2026-11-21): controlla che mailto:sicurezza@"),
    ],
)
def test_what_is_wrong_with_the_contact_is_told(
    contact: object, expires: object, told: str
) -> None:
    with pytest.raises(PluginError) as raised:
        list(security_txt.outputs(configured(contact=contact, expires=expires), TODAY))

    assert told in str(raised.value)


def test_a_build_with_a_contact_publishes_it_and_stops_when_it_is_stale(tmp_path: Path) -> None:
    root = copy_of_the_project(tmp_path / "copia")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    for expires in ("2099-01-01", "2020-01-01"):
        named = f"extra:\n  security: {{contact: '{CONTACT}', expires: {expires}}}\n"
        (root / "mkdocs.yml").write_text(settings.replace("extra:\n", named), encoding="utf-8")
        built = build(tmp_path / expires, root / "practices", root)
        assert (built.returncode == 0) == (expires == "2099-01-01"), built.stderr

    assert CONTACT in (tmp_path / "2099-01-01/.well-known/security.txt").read_text("utf-8")
    assert "extra.security.expires è passata (2020-01-01)" in built.stderr
    assert not (tmp_path / "2020-01-01").exists()


def test_a_script_written_in_a_page_stops_the_build(tmp_path: Path) -> None:
    root = copy_of_the_project(tmp_path / "copia")
    written = root / "docs" / "progetto.md"
    text = written.read_text(encoding="utf-8")
    written.write_text(f"{text}\n<script>doSomething();</script>\n", encoding="utf-8")
    failed = build(tmp_path / "site", root / "practices", root)

    assert failed.returncode != 0
    assert (
        "progetto/index.html: quello che è scritto in <script> («doSomething();»)" in failed.stderr
    )
    assert DIGEST in failed.stderr
    assert "Il browser bloccherebbe una parte del sito. Da correggere: 1." in failed.stderr
