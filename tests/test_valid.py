"""HTML as its standard wants it: every page of the site and of the small one, no exceptions."""

from pathlib import Path

from tests import vnu

WRONG = '<!doctype html><html lang="it"><title>Prova</title><p><div aria-label="No">Prova</div>'


def test_every_page_is_valid(site: Path, small_site: Path, tmp_path: Path) -> None:
    """A page that is wrong on purpose tells that the checker looks."""
    wrong = tmp_path / "wrong.html"
    wrong.write_text(WRONG, encoding="utf-8")
    told = vnu.errors(site, small_site, wrong)
    planted = [one for one in told if one["url"].endswith("/wrong.html")]

    assert planted != []
    assert [one for one in told if one not in planted] == []
