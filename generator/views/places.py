"""Places: the page of all territories, a map with its table behind it."""

from collections.abc import Mapping, Sequence

from generator import routes
from generator.catalogue import Catalogue
from generator.index import Index
from generator.records.terms import Territory
from generator.views import words
from generator.views.blocks import Block, PageView
from generator.views.cards import content
from generator.views.lists import Entry, records, without
from generator.views.pictures import TileMap, tile_map
from generator.views.tallies import Line, tally
from generator.views.values import Inline

_WHOLE_COUNTRY = "Tutto il Paese"


def territories_view(catalogue: Catalogue, index: Index) -> PageView:
    """The territories: where they are, and how many records of each kind they have."""
    terms = [
        term for term in catalogue.vocabularies["territori"].values() if isinstance(term, Territory)
    ]
    return PageView(
        title="Territori",
        lead="Che cosa hanno fatto le amministrazioni di ogni regione.",
        blocks=(
            Block(
                id="mappa",
                title="La mappa",
                lead="Ogni quadrato è una regione, più o meno al suo posto. Il numero dice quante "
                "schede la riguardano: più sono, più il colore è scuro. Le schede nazionali stanno "
                "a parte.",
                map=territories_map(terms, index),
            ),
            _table(terms, catalogue, index),
        ),
    )


def territories_map(terms: Sequence[Territory], index: Index) -> TileMap:
    """The map: a tile a region; what lies neither on it nor inside a region stands beside it."""
    return tile_map(
        {term: len(content(index.having("territorio", term.id))) for term in terms if term.place},
        [
            Entry(str(term), routes.territory(term.id), records(index, "territorio", term.id))
            for term in terms
            if not term.place and not term.region
        ],
    )


def _table(terms: Sequence[Territory], catalogue: Catalogue, index: Index) -> Block:
    nowhere = len(without(catalogue, index, "territorio"))
    return Block(
        id="tabella",
        title="Regione per regione",
        lead="Una scheda che riguarda più regioni conta in ognuna; quelle delle Province autonome "
        f"contano anche nella loro regione. {_nowhere(nowhere)}",
        tally=tally("Territorio", _by_area(terms, index), bodies=True),
        items=((Inline("Il catalogo in cifre: per tema, anno e programma", routes.FIGURES),),),
    )


def _nowhere(number: int) -> str:
    if not number:
        return "Ogni scheda ha il suo territorio."
    told = words.count(number, "scheda che non riguarda", "schede che non riguardano")
    return f"{'Resta' if number == 1 else 'Restano'} fuori {told} un territorio preciso."


def _by_area(terms: Sequence[Territory], index: Index) -> Mapping[str, list[Line]]:
    """The territories by part of the country, each before those that it contains."""
    by_area: dict[str, list[Line]] = {}
    for term in terms:
        if not term.region:
            inside = [part for part in terms if part.region and part.region.id == term.id]
            by_area.setdefault(term.area or _WHOLE_COUNTRY, []).extend(
                _line(part, index) for part in (term, *inside)
            )
    return by_area


def _line(term: Territory, index: Index) -> Line:
    return Line(
        Inline(str(term), routes.territory(term.id)),
        index.having("territorio", term.id),
        f"in {term.region}" if term.region else "",
    )
