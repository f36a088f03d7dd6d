"""Lighthouse, as on a telephone with a slow connection: what it says of some pages."""

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

_COMMAND = Path(__file__).parent / "node_modules/.bin/lighthouse"
_CHROMIUM = "--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


@dataclass(frozen=True, slots=True)
class Seen:
    """A page: its scores, of 100, by category; the bytes of its first view, as sent; its shift."""

    scores: dict[str, int]
    weight: int
    shift: float
    wanting: list[str]
    """What costs it points, by the names that Lighthouse gives."""


def seen(address: str, chromium: str) -> Seen:
    """A page, after one visit."""
    options = ("--quiet", "--output=json", "--no-enable-error-reporting", _CHROMIUM)
    environment = os.environ | {"CHROME_PATH": chromium}
    run = subprocess.run(
        [_COMMAND, address, *options], env=environment, stdout=subprocess.PIPE, check=True
    )
    report = json.loads(run.stdout)
    audits, categories = report["audits"], report["categories"]
    counted = {
        part["id"]
        for name in CATEGORIES
        for part in categories[name]["auditRefs"]
        if part["weight"] > 0
    }
    return Seen(
        {name: round(100 * categories[name]["score"]) for name in CATEGORIES},
        audits["total-byte-weight"]["numericValue"],
        audits["cumulative-layout-shift"]["numericValue"],
        sorted(name for name in counted if audits[name]["score"] not in (None, 1)),
    )
