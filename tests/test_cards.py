"""What other programs show of a link to a page: a title, a sentence, a picture that is there."""

from pathlib import Path
from urllib.parse import urlsplit

from lxml import html
from PIL import Image


def told(site: Path, address: str) -> dict[str, str]:
    page = html.fromstring((site / address / "index.html").read_text(encoding="utf-8"))
    return {meta.get("property"): meta.get("content") for meta in page.xpath("//meta[@property]")}


def test_a_record_is_told_with_the_picture_of_its_theme(site: Path) -> None:
    found = told(site, "esperienze/capannori-rifiuti-zero")

    assert found.pop("og:description").startswith("Un comune toscano")
    assert found == {
        "og:title": "Capannori verso rifiuti zero",
        "og:type": "article",
        "og:locale": "it_IT",
        "og:site_name": "Innesto",
        "og:url": "https://innesto.example.org/esperienze/capannori-rifiuti-zero/",
        "og:image": "https://innesto.example.org/assets/cards/rifiuti.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Gestione dei rifiuti urbani – Innesto",
    }


def test_other_pages_have_the_picture_of_the_site(site: Path) -> None:
    for address in ("", "temi", "progetto", "amministrazioni/comune-di-capannori"):
        assert told(site, address)["og:image"].endswith("/assets/cards/sito.png")
        assert told(site, address)["og:type"] in {"website", "article"}
    assert told(site, "temi/rifiuti")["og:image"].endswith("/assets/cards/rifiuti.png")


def test_every_picture_is_there_and_as_large_as_it_is_said_to_be(site: Path) -> None:
    named = {
        urlsplit(told(site, path.parent.relative_to(site).as_posix())["og:image"]).path
        for folder in ("esperienze", "temi", "pratiche")
        for path in site.glob(f"{folder}/*/index.html")
    }

    assert len(named) > 10
    for address in named:
        with Image.open(site / address.lstrip("/")) as picture:
            assert (picture.format, picture.size) == ("PNG", (1200, 630))
        assert (site / address.lstrip("/")).stat().st_size < 40_000


def test_two_builds_draw_the_same(site: Path, small_site: Path) -> None:
    picture = "assets/cards/sito.png"

    assert (site / picture).read_bytes() == (small_site / picture).read_bytes()
