"""One page of each kind, the heaviest, where most can go wrong: new kinds come by themselves."""

from pathlib import Path

OTHERS = "redazione"
"""The editor, whose pages are made by its own script: test_editor.py looks at it."""


def addresses(site: Path) -> list[str]:
    """The samples of a built site, from its root.

    A page has the kind of those beside it, unless it is in the root or others are below it.
    """
    kinds: dict[Path, Path] = {}
    for page in sorted(site.rglob("*.html")):
        if OTHERS not in page.relative_to(site).parts:
            kind = _kind(page, site)
            kinds[kind] = max(kinds.get(kind, page), page, key=lambda one: one.stat().st_size)
    return sorted(
        page.relative_to(site).as_posix().removesuffix("index.html") for page in kinds.values()
    )


def _kind(page: Path, site: Path) -> Path:
    folder = page.parent
    alone = site in {folder, folder.parent} or any(folder.glob("*/index.html"))
    return page if alone else folder.parent / "*"
