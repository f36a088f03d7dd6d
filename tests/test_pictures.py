"""The map, the timeline and the tables of counts: shapes that never lie about the numbers."""

import shutil
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from generator import routes
from generator.catalogue import Catalogue, load_catalogue
from generator.index import Index, build_index
from generator.outputs import Page
from generator.records.terms import Territory
from generator.values import Ref
from generator.views.cards import content
from generator.views.figures import figures_view
from generator.views.pictures import PLOT, TILE, Timeline, tile_map, timeline
from generator.views.places import territories_map, territories_view
from generator.views.tallies import BAR, Counts, Tally, bar, counts
from tests.building import PUBLISHER, ROOT, SMALL, all_outputs


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(ROOT / "practices", "practices")[0]


@pytest.fixture(scope="module")
def index(catalogue: Catalogue) -> Index:
    return build_index(catalogue)


def territories(catalogue: Catalogue) -> list[Territory]:
    terms = catalogue.vocabularies["territori"].values()
    return [term for term in terms if isinstance(term, Territory)]


def territory(name: str, place: str) -> Territory:
    return Territory(id=name.lower(), label=name, place=place)


def numbers(tally: Tally) -> dict[str, list[int]]:
    """The numbers of each row: the total, then the rest."""
    return {
        row.text.text: [int(row.total), *map(int, row.numbers)]
        for group in tally.groups
        for row in group.rows
    }


def tallies(catalogue: Catalogue, index: Index) -> dict[str, Tally]:
    views = (territories_view(catalogue, index), figures_view(catalogue, index))
    return {block.id: block.tally for view in views for block in view.blocks if block.tally}


def test_every_region_has_its_own_place_and_name_on_the_map(catalogue: Catalogue) -> None:
    regions = [term for term in territories(catalogue) if term.area and not term.region]

    assert len(regions) == 20
    assert all(term.place and term.abbreviation for term in regions)
    assert len({term.place for term in regions}) == 20
    assert len({term.abbreviation for term in regions}) == 20


def test_tiles_lie_inside_the_map_and_apart(catalogue: Catalogue, index: Index) -> None:
    drawn = territories_map(territories(catalogue), index)
    corners = {(tile.x, tile.y) for tile in drawn.tiles}

    assert len(corners) == len(drawn.tiles) == 20
    assert drawn.side < TILE
    for x, y in corners:
        assert x % TILE == y % TILE, "off the grid"
        assert 0 <= x <= drawn.width - drawn.side
        assert 0 <= y <= drawn.height - drawn.side
    for tile in drawn.tiles:
        assert all(tile.y < line.y < tile.count.y - 20 for line in tile.lines)
        assert max(len(line.text) for line in tile.lines) <= 10


def test_the_map_reads_from_north_to_south(catalogue: Catalogue, index: Index) -> None:
    drawn = territories_map(territories(catalogue), index)
    places = [(tile.y, tile.x) for tile in drawn.tiles]

    assert places == sorted(places)
    assert drawn.tiles[0].name.startswith("Valle d'Aosta (VDA): ")
    assert drawn.tiles[-1].name.startswith("Sicilia (SIC): ")


def test_the_map_says_what_the_index_says(catalogue: Catalogue, index: Index) -> None:
    drawn = territories_map(territories(catalogue), index)
    rows = numbers(tallies(catalogue, index)["tabella"])
    named = {str(term): term.id for term in territories(catalogue)}
    for tile in drawn.tiles:
        name = tile.name.split(" (")[0]
        assert int(tile.count.text) == len(content(index.having("territorio", named[name])))
        assert int(tile.count.text) == rows[name][0]
        assert tile.address == routes.territory(named[name])

    assert [entry.title for entry in drawn.outside] == ["Italia"]
    assert rows.keys() == named.keys()


def test_what_has_more_records_is_darker_and_the_legend_says_from_how_many() -> None:
    totals = [0, 1, 3, 4, 7, 8, 25]
    drawn = tile_map({territory(f"T{n}", f"{n} 0"): n for n in totals}, [])
    steps = [tile.step for tile in drawn.tiles]

    assert steps == [0, 1, 1, 1, 2, 3, 4]
    assert [(key.style, key.label) for key in drawn.legend] == [
        ("0", "nessuna"),
        ("1", "da 1 a 4"),
        ("2", "da 5 a 7"),
        ("3", "da 8 a 13"),
        ("4", "da 14 a 25"),
    ]


@pytest.mark.parametrize(
    ("most", "labels"), [(0, []), (1, ["1"]), (2, ["1", "2"]), (3, ["1", "2", "3"])]
)
def test_few_records_make_few_steps(most: int, labels: list[str]) -> None:
    drawn = tile_map({territory("Uno", "0 0"): most}, [])

    assert [key.label for key in drawn.legend if key.style != "0"] == labels


def test_without_an_abbreviation_the_name_gives_it() -> None:
    (tile,) = tile_map({territory("Provaland", "2 3"): 1}, []).tiles

    assert (tile.short.text, tile.name) == ("PRO", "Provaland (PRO): 1 scheda")


def test_what_is_of_a_province_is_of_its_region_too(tmp_path: Path) -> None:
    folder = tmp_path / "practices"
    shutil.copytree(SMALL, folder)
    body = "nome: Provincia di Prova\ntipo: comuni\nterritorio: provincia-di-provaland\n"
    (folder / "amministrazioni" / "provincia-di-prova.yml").write_text(body, encoding="utf-8")
    index = build_index(load_catalogue(folder, "practices")[0])
    ref = Ref("amministrazioni", "provincia-di-prova")

    assert ref in index.having("territorio", "provincia-di-provaland")
    assert ref in index.having("territorio", "provaland")


def test_trentino_alto_adige_has_what_its_provinces_have(index: Index) -> None:
    provinces = ("provincia-autonoma-di-bolzano", "provincia-autonoma-di-trento")
    theirs = {ref for province in provinces for ref in index.having("territorio", province)}

    assert theirs
    assert theirs <= set(index.having("territorio", "trentino-alto-adige"))


def test_every_row_adds_up(catalogue: Catalogue, index: Index) -> None:
    for tally in tallies(catalogue, index).values():
        for total, practices, experiences, others, *_ in numbers(tally).values():
            assert total == practices + experiences + others
        assert len(tally.columns) == 2 + len(tally.groups[0].rows[0].numbers)


def test_counts_are_those_of_the_index(catalogue: Catalogue, index: Index) -> None:
    found = tallies(catalogue, index)
    for block, facet in (("temi", "tema"), ("programmi", "programma"), ("anni", "anno")):
        rows = numbers(found[block])
        of_the_index = {value.label: number for value, number in index.values_of(facet)}
        assert {label: rows[label][0] for label in of_the_index} == of_the_index, block
        assert all(not rows[label][0] for label in rows.keys() - {*of_the_index, "Senza data"})


def test_years_and_the_lack_of_one_make_the_whole_catalogue(
    catalogue: Catalogue, index: Index
) -> None:
    rows = numbers(tallies(catalogue, index)["anni"])

    assert sum(row[0] for row in rows.values()) == len(content(catalogue.entries))


def years(drawn: Timeline) -> list[str]:
    return [column.year for decade in drawn.decades for column in decade.columns]


def test_years_without_records_have_their_place() -> None:
    drawn = timeline({2008: Counts(0, 1, 0, 0), 2011: Counts(1, 2, 1, 0)})
    (before, after) = drawn.decades

    assert years(drawn) == ["2008", "2009", "2010", "2011"]
    assert [column.count for decade in drawn.decades for column in decade.columns] == list("1004")
    assert [column.address for column in before.columns] == ["catalogo/?anno=2008", None]
    assert (before.name, after.name) == ("Dal 2008 al 2009", "Dal 2010 al 2011")


def test_columns_stand_on_one_line_on_one_scale() -> None:
    drawn = timeline({2008: Counts(0, 1, 0, 0), 2011: Counts(1, 2, 1, 0)})
    for decade in drawn.decades:
        assert decade.top + decade.height > drawn.base
        for column in decade.columns:
            parts = sorted(column.parts, key=lambda part: part.start)
            bottoms = [part.start + part.length for part in parts]
            assert bottoms[-1:] in ([], [drawn.base])
            assert [part.start for part in parts[1:]] == bottoms[:-1]
            height = sum(part.length for part in parts)
            assert height == round(PLOT * int(column.count) / 4)
            assert decade.top < column.top <= drawn.base - height
            assert column.x + drawn.year_width <= drawn.width


def test_no_records_no_years() -> None:
    assert timeline({}).decades == ()


def test_bars_are_as_long_as_their_numbers() -> None:
    parts = bar(Counts(1, 0, 2, 9), most=12)

    assert [part.series for part in parts] == ["pratiche", "altre"]
    assert all(one.start + one.length == other.start for one, other in pairwise(parts))
    assert sum(part.length for part in parts) == BAR * 3 // 12
    assert bar(Counts(0, 0, 0, 3), most=0) == ()


def test_administrations_are_counted_apart() -> None:
    refs = [Ref("pratiche", "a"), Ref("esperienze", "b"), Ref("eventi", "c"), Ref("review", "d")]
    found = counts([*refs, Ref("amministrazioni", "e")])

    assert found == Counts(1, 1, 2, 1)
    assert found.total == 4


def test_pictures_need_no_inline_styles() -> None:
    catalogue = load_catalogue(SMALL, "practices")[0]
    pages = {
        output.address: output.body
        for output in all_outputs(catalogue, date(2024, 6, 1), PUBLISHER)
        if isinstance(output, Page)
    }
    for address in (routes.TERRITORIES, routes.FIGURES):
        assert "<svg" in pages[address]
        assert "style" not in pages[address]
