"""Funding: how a page says that the European Union paid, in the words of each cycle."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator import routes
from generator.records import Experience, Project, Record
from generator.records.terms import Cycle, Fund, Origin, Programme
from generator.views.values import Inline
from generator.vocabulary import Term


@dataclass(frozen=True, slots=True)
class Support:
    """What the Union gave: the cycle whose rules hold, the programme or fund by which it came."""

    cycle: Cycle
    through: Programme | Fund
    funds: tuple[Fund, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """What stands beside the emblem: the words, then the funds where their names must follow."""

    words: str
    funds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FundingView:
    """The emblem's company on a record's page."""

    statements: tuple[Statement, ...]
    paid: str
    """What was paid for: the record's subject, and never the site."""
    through: tuple[Inline, ...]


def funding_view(record: Record) -> FundingView | None:
    """What a record's page says; None where the Union paid nothing that we know of."""
    match record:
        case Experience():
            paid = "questa esperienza"
        case Project():
            paid = "questo progetto"
        case _:
            return None
    found = tuple(_supports(record.programmes, record.funds))
    through = tuple(_link(support.through) for support in found)
    return FundingView(statements(found), paid, through) if found else None


def support(programme: Term, named: Iterable[Fund] = ()) -> Support | None:
    """What the Union gives by a programme: those of its funds that are named or, failing that, all.

    None for programmes that it does not pay for, and where the cycle's words are not known.
    """
    if not isinstance(programme, Programme) or not (cycle := _stated(programme.cycle)):
        return None
    funds = _of_union(programme.funds)
    narrowed = tuple(fund for fund in funds if fund in named)
    return Support(cycle, programme, narrowed or funds) if funds else None


def statements(supports: Iterable[Support]) -> tuple[Statement, ...]:
    """The statements, each once, with all the funds that it names."""
    funds: dict[str, dict[str, None]] = {}
    for given in supports:
        names = (fund.label for fund in given.funds if given.cycle.with_fund)
        funds.setdefault(given.cycle.statement or "", {}).update(dict.fromkeys(names))
    return tuple(Statement(words, tuple(names)) for words, names in funds.items())


def _supports(programmes: Iterable[Term], funds: Iterable[Term]) -> Iterator[Support]:
    """By the programmes; then by the funds that none of them has, where these had one cycle."""
    named = _of_union(funds)
    found = [given for programme in programmes if (given := support(programme, named))]
    yield from found
    told = [fund for given in found for fund in given.funds]
    for fund in named:
        if fund not in told and (cycle := _stated(fund.cycle)):
            yield Support(cycle, fund, (fund,))


def _stated(cycle: Term | None) -> Cycle | None:
    return cycle if isinstance(cycle, Cycle) and cycle.statement else None


def _of_union(funds: Iterable[Term]) -> tuple[Fund, ...]:
    return tuple(fund for fund in funds if isinstance(fund, Fund) and fund.origin is Origin.UNION)


def _link(through: Programme | Fund) -> Inline:
    facet = "programma" if isinstance(through, Programme) else "fondo"
    return Inline(through.label, routes.value(facet, through.id))
