"""The command line: `python -m tests.audit`. It judges nothing: goals stand beside the figures.

The site is the real one as a body would publish it, with made-up but well-formed data of who does,
and nginx in front of it, with our headers and gzip.
"""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.utils.yaml import yaml_load
from playwright.sync_api import sync_playwright

from hooks import colours, headers
from tests import vnu
from tests.audit.lighthouse import CATEGORIES, seen
from tests.browser import chromium, samples, test_axe
from tests.browser.conftest import FLAGS
from tests.browser.nginx import nginx
from tests.building import ROOT, build, copy_of_the_project
from tests.test_legal import in_production

PAGES = {
    "Home": "",
    "A theme": "temi/performance/",
    "A record": "esperienze/scambio-pa/",
    "The explorer": "catalogo/",
}
GZIP = "gzip on; gzip_types text/css text/javascript application/json image/svg+xml;"


def main() -> None:
    """Build, serve, look, print the tables."""
    browser = chromium.find()
    with TemporaryDirectory() as folder:
        site = _published(Path(folder) / "project")
        headers.write_snippets(site, Path(folder), "/")
        snippet = (Path(folder) / "nginx.conf").read_text(encoding="utf-8") + GZIP
        with nginx(site, snippet, Path(folder)) as address:
            print("\n".join(_lighthouse(address, browser)), end="\n\n")
            print("\n".join(_found(address, site, browser)), end="\n\n")
    print("\n".join(_contrast()))


def _published(root: Path) -> Path:
    root.mkdir()
    in_production(copy_of_the_project(root))
    made = build(root / "site", ROOT / "practices", root)
    if made.returncode:
        raise RuntimeError(made.stderr)
    return root / "site"


def _lighthouse(address: str, browser: str) -> Iterator[str]:
    yield f"| Lighthouse, telephone | {' | '.join(CATEGORIES)} | First view, kB | Shift | Wanting |"
    yield "|---|---|---|---|---|---|---|---|"
    for name, page in PAGES.items():
        one = seen(f"{address}{page}", browser)
        scores = " | ".join(str(one.scores[category]) for category in CATEGORIES)
        wanting = ", ".join(one.wanting)
        yield f"| {name} | {scores} | {one.weight / 1000:.0f} | {one.shift:.3f} | {wanting} |"
    yield "| Goals | ≥ 95 | 100 | 100 | 100 | a record ≤ 150 | | |"


def _found(address: str, site: Path, browser: str) -> Iterator[str]:
    yield "| | Pages | Found | Goal |"
    yield "|---|---|---|---|"
    pages = samples.addresses(site)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=browser, args=FLAGS)
        for width in test_axe.WIDTHS:
            page = launched.new_page(viewport={"width": width, "height": 800})
            found = 0
            for one in pages:
                page.goto(f"{address}{one}")
                found += len(test_axe.violations(page))
            about = f"axe, one page of each kind, both schemes, {width} pixels"
            yield f"| {about} | {len(pages)} | {found} | 0 |"
        launched.close()
    yield f"| vnu, all pages | {len([*site.rglob('*.html')])} | {len(vnu.errors(site))} | 0 |"


def _contrast() -> Iterator[str]:
    extra = yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["extra"]
    both = colours.schemes(extra)
    yield "| Contrast | Goal | Light | Dark |"
    yield "|---|---|---|---|"
    for one, other, least in colours.PAIRS:
        light, dark = (colours.contrast(known[one], known[other]) for known in both.values())
        yield f"| {one} on {other} | {least} | {light:.2f} | {dark:.2f} |"


if __name__ == "__main__":
    main()
