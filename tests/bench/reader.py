"""What a reader downloads and waits for: our explorer beside the theme's own search, in Chromium.

`python -m tests.bench.reader [N] [--keep DIR]`: N made-up records mixed with the real ones. Bytes
are as a server with gzip sends them; times are without a network between.
"""

import argparse
import json
import re
import shutil
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

from tests.bench import corpus
from tests.bench.serving import Served, served
from tests.bench.steps import ROOT, steps_of
from tests.browser.chromium import find
from tests.browser.conftest import FLAGS

Figures = Mapping[str, float]
"""What was measured, by row of the table."""

_ROWS = {
    "page": ("The page that searches, kB", "≤ 100"),
    "load": ("All that it loads, kB", ""),
    "search": ("A first search, kB", "≤ 300"),
    "requests": ("A first search, requests", ""),
    "found": ("A first search until results show, ms", "≤ 300"),
    "again": ("Another search, ms", ""),
    "facet": ("A click on a facet, ms", "≤ 150"),
    "longest": ("Longest script task on load, ms", "≤ 50"),
}
_SCRIPTS = {"EvaluateScript", "v8.evaluateModule", "FunctionCall", "RunMicrotasks", "EventDispatch"}
"""What a trace calls the running of scripts."""
_STATUS = "document.querySelector('[data-status]').textContent"


def explorer(page: Page, site: Served, words: list[str]) -> Figures:
    """The explorer: its page, two searches, a click on a facet."""
    longest = _longest_script(page, f"{site.address}catalogo/")
    loaded, site.sent, site.requests = site.sent, 0, 0
    page.locator("#q").press_sequentially(words[0], delay=80)  # as people type
    found = _search(page, words[0])
    page.wait_for_load_state("networkidle")
    print(f"«{words[0]}»: {page.evaluate(_STATUS)}")
    search, requests = site.sent, site.requests
    again = _search(page, words[1])
    facet = _until_results(page, "document.querySelector('input[name=tema]').click()")
    return {
        "page": len(site.body(site.folder / "catalogo" / "index.html")[0]) / 1000,
        "load": loaded / 1000,
        "search": search / 1000,
        "requests": requests,
        "found": found,
        "again": again,
        "facet": facet,
        "longest": longest,
    }


def _longest_script(page: Page, address: str) -> float:
    """Open a page; the longest time, in ms, for which a script kept it busy."""
    browser = page.context.browser
    assert browser
    browser.start_tracing(page=page, categories=["devtools.timeline", "v8"])
    page.goto(address)
    page.wait_for_load_state("networkidle")
    events = json.loads(browser.stop_tracing())["traceEvents"]
    busy = [float(event.get("dur", 0)) for event in events if event["name"] in _SCRIPTS]
    return max(busy) / 1000


def _search(page: Page, word: str) -> float:
    """Milliseconds from the query, typed and sent, to its results."""
    page.fill("#q", word)
    return _until_results(page, "document.querySelector('[data-search]').requestSubmit()")


def _until_results(page: Page, act: str) -> float:
    """Milliseconds from an act in the page to the status that says how many results there are."""
    script = f"""() => new Promise((done) => {{
        const status = document.querySelector("[data-status]");
        const start = performance.now();
        {act};
        new MutationObserver(() => status.textContent && done(performance.now() - start)).observe(
            status, {{ childList: true, characterData: true, subtree: true }});
    }})"""
    return float(page.evaluate(script))


def theme_search(page: Page, site: Served, words: list[str]) -> Figures:
    """The search that the theme gives by itself."""
    longest = _longest_script(page, site.address)
    loaded, site.sent, site.requests = site.sent, 0, 0
    page.locator(".md-search__input").focus()
    found = _timed(lambda: _type(page, words[0]))
    search, requests = site.sent, site.requests
    return {
        "page": len(site.body(site.folder / "index.html")[0]) / 1000,
        "load": loaded / 1000,
        "search": search / 1000,
        "requests": requests,
        "found": found,
        "longest": longest,
    }


def _type(page: Page, word: str) -> None:
    page.fill(".md-search__input", word)
    page.wait_for_selector(".md-search-result__item", state="attached", timeout=300_000)


def _timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def common_words(practices: Path) -> list[str]:
    """Two words that up to a tenth of the records hold, whatever their ending."""
    records = list((practices / "esperienze").glob("*.yml"))
    spread = Counter[str]()
    for record in records:
        words = set(re.findall(r"\b[a-z]{6,}", record.read_text(encoding="utf-8")))
        spread.update({word[:-1] for word in words})
    fitting = [start for start, number in spread.items() if number <= len(records) / 12]
    return sorted(fitting, key=lambda start: (-spread[start], start))[:2]


def table(ours: Figures, theirs: Figures) -> str:
    """The figures side by side."""
    lines = ["| | Ours | The theme's search | × | Goal |", "|---|---|---|---|---|"]
    for row, (title, goal) in _ROWS.items():
        pair = [figures.get(row) for figures in (ours, theirs)]
        shown = [f"{value:,.0f}" if value is not None else "" for value in pair]
        ratio = f"{pair[0] / pair[1]:.3f}" if pair[0] and pair[1] else ""
        lines.append(f"| {title} | {shown[0]} | {shown[1]} | {ratio} | {goal} |")
    return "\n".join(lines)


def main() -> None:
    """Make the records and both sites, then read them."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.reader", description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=10_000, metavar="N")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep records and sites there")
    options = parser.parse_args()
    with TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        if not (folder / "sites" / "plain").exists():
            _make(folder, options.count)
        words = common_words(folder / "practices")
        ours, theirs = (
            _measure(folder / "sites" / name, read, words)
            for name, read in (("full", explorer), ("plain", theme_search))
        )
    print(table(ours, theirs))


def _make(folder: Path, count: int) -> None:
    made = corpus.write(folder, ROOT, count)
    for kind in (ROOT / "practices").iterdir():
        if kind.is_dir() and kind.name != "vocabolari":
            shutil.copytree(kind, made.practices / kind.name, dirs_exist_ok=True)
    steps = {step.name: step for step in steps_of(made, folder / "sites")}
    with (made.plain / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("nav:\n  - index.md\n")  # with all pages in the menu the build takes far longer
    for step in (steps["full"], steps["material"]):
        print(f"{step.title} …", flush=True)
        step.run()


def _measure(site: Path, read: Callable[..., Figures], words: list[str]) -> Figures:
    with served(site) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="it-IT")
        return read(page, server, words)


if __name__ == "__main__":
    main()
