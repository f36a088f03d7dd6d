"""What the policy keeps from happening, by the server's header and by the page's own words."""

import re
from pathlib import Path

from lxml import html
from playwright.sync_api import expect

from hooks import policy
from hooks.blocked import digest
from tests.browser.conftest import Watched, served
from tests.browser.nginx import nginx

INLINE = """<!doctype html><html lang="it"><head><meta charset="utf-8">{meta}<title>prova</title>
<script type="application/ld+json">{{"@context": "https://schema.org"}}</script>
<script>document.title = "partito"</script></head>
<body><p id="prova" style="color: rgb(1, 2, 3)" onclick="document.title = 'partito'">prova</p>
</body></html>"""


def test_without_its_grant_the_search_does_not_work(
    watched: Watched, site: Path, snippet: str, tmp_path: Path
) -> None:
    with nginx(site, snippet.replace(" 'wasm-unsafe-eval'", ""), tmp_path) as address:
        watched.page.goto(f"{address}catalogo/?q=rifiuti")
        expect(watched.page.locator("[data-status]")).not_to_be_empty(timeout=15_000)

    assert any("WebAssembly" in text or "wasm" in text for text in watched.blocked)


def wrote_inside(watched: Watched, address: str) -> None:
    """A page with a script, a style and a handler written inside does nothing of them."""
    page = watched.page
    page.goto(address)
    page.locator("#prova").click()

    assert page.title() == "prova"
    assert page.locator("#prova").evaluate("one => getComputedStyle(one).color") == "rgb(0, 0, 0)"
    told = "\n".join(watched.blocked)
    assert re.findall(r"(?<=Policy )\S+-(?:elem|attr)", told) == [
        "script-src-elem",
        "style-src-attr",
        "script-src-attr",
    ]  # and not the JSON-LD


def test_the_header_alone_blocks_what_is_written_inside(
    watched: Watched, snippet: str, tmp_path: Path
) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "nginx").mkdir()
    (tmp_path / "site" / "index.html").write_text(INLINE.format(meta=""), encoding="utf-8")
    with nginx(tmp_path / "site", snippet, tmp_path / "nginx") as address:
        wrote_inside(watched, address)


def test_the_page_alone_blocks_what_is_written_inside(watched: Watched, tmp_path: Path) -> None:
    meta = f'<meta http-equiv="{policy.CSP}" content="{policy.meta("")}">'
    (tmp_path / "index.html").write_text(INLINE.format(meta=meta), encoding="utf-8")
    with served(tmp_path) as address:
        wrote_inside(watched, address)


def test_a_pinned_script_runs(watched: Watched, tmp_path: Path) -> None:
    """The hash that the build computes is the one that browsers compute."""
    script = "document.title = 'perché no'"
    pinned = digest(html.document_fromstring(f"<script>{script}</script>").find(".//script"))
    meta = f'<meta http-equiv="{policy.CSP}" content="script-src \'{pinned}\'">'
    page = f'<!doctype html><meta charset="utf-8">{meta}<script>{script}</script>'
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    with served(tmp_path) as address:
        watched.page.goto(address)

    assert watched.page.title() == "perché no"
    assert watched.blocked == []


def test_no_other_site_can_frame_a_page(watched: Watched, guarded: str, tmp_path: Path) -> None:
    frame = f'<!doctype html><title>x</title><iframe src="{guarded}temi/"></iframe>'
    (tmp_path / "index.html").write_text(frame, encoding="utf-8")
    with served(tmp_path) as address:
        watched.page.goto(address)
        watched.page.wait_for_load_state("networkidle")

        assert watched.page.frames[1].locator("main").count() == 0
    assert any("frame-ancestors" in text for text in watched.blocked)
