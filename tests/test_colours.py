"""The colours: all are tokens, and people can read what is written in them."""

import re
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import PluginError

from hooks.colours import PAIRS, TOKENS, contrast, problems, schemes, sheet

SHEETS = sorted(TOKENS.parent.glob("*.css"))
_COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklch|oklab)a?\(|:[^;{]*\b(?:white|black|red|gray)\b",
    re.I,
)


def test_no_pair_is_hard_to_read() -> None:
    assert list(problems({})) == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#0066cc", "#ffffff", 5.57), ("#0066cc", "#1e2129", 2.89), ("#99ccff", "#1e2129", 9.53)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == pytest.approx(expected, abs=0.005)


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_only_the_tokens_have_colours_of_their_own(path: Path) -> None:
    if path != TOKENS:
        rules = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.S)
        assert _COLOUR.findall(rules) == []


def test_the_sheets_use_tokens_that_exist_and_all_of_them() -> None:
    used = {
        name
        for path in SHEETS
        for name in re.findall(r"var\(--c-([\w-]+)\)", path.read_text(encoding="utf-8"))
    }
    declared = set(re.findall(r"^ +--c-([\w-]+):", TOKENS.read_text(encoding="utf-8"), re.M))

    assert used == declared


def test_what_a_rule_writes_on_its_own_ground_is_a_known_pair() -> None:
    known = {(one, other) for one, other, _ in PAIRS}
    found = set()
    for path in SHEETS:
        for rule in re.findall(r"\{([^{}]*)\}", path.read_text(encoding="utf-8")):
            text = re.search(r"(?<!-)color: var\(--c-([\w-]+)\)", rule)
            ground = re.search(r"background: var\(--c-([\w-]+)\)", rule)
            if text and ground:
                found.add((text[1], ground[1]))

    assert found
    assert found - known == set()


def test_a_body_changes_the_colours_of_its_brand() -> None:
    extra = {"colours": {"light": {"brand": "#7a1f5c"}, "dark": {"brand": "#f2b8dc"}}}

    assert list(problems(extra)) == []
    assert schemes(extra)["light"]["head"] == "#7a1f5c"
    assert sheet(extra) == (
        ":root { --c-brand: #7a1f5c; }\n"
        "@media screen and (prefers-color-scheme: dark) { :root { --c-brand: #f2b8dc; } }\n"
    )


def test_a_brand_that_is_hard_to_read_is_told_by_name() -> None:
    told = list(problems({"colours": {"light": {"brand": "#66b3ff"}}}))

    assert told[0] == (
        "colori, schema light: on-fill (#ffffff) su fill (#66b3ff) ha contrasto 2.22,"
        " e ne serve almeno 4.5: cambia extra.colours in mkdocs.yml, o tokens.css"
    )


@pytest.mark.parametrize(
    ("colours", "told"),
    [
        ({"light": {"text": "#000000"}}, "extra.colours.light.text non è previsto; ci sono: brand"),
        ({"chiaro": {"brand": "#000000"}}, "extra.colours.chiaro.brand non è previsto"),
        ({"light": {"brand": "blu"}}, "extra.colours.light.brand è «blu»: va scritto come"),
    ],
)
def test_what_is_no_colour_of_the_brand_stops_the_build(colours: dict[str, Any], told: str) -> None:
    with pytest.raises(PluginError) as raised:
        list(problems({"colours": colours}))

    assert told in str(raised.value)
