"""Blocks: the sections of a page, and the lines of what is told in brief."""

from collections.abc import Iterable

from generator.glossary import Glossary
from generator.pieces.escaping import escaped
from generator.pieces.inlines import inline, item
from generator.pieces.lists import cards
from generator.prose import html
from generator.views.blocks import Block, Item, Row, Twig


def rows(told: Iterable[Row], root: str) -> str:
    """Labelled lines."""
    lines = [f"<div>{_row(row, root)}</div>\n" for row in told]
    return f'<dl class="facts">\n{"".join(lines)}</dl>\n'


def chips(told: Iterable[Row], root: str) -> str:
    """Labelled lines at the head of a page, which a search weighs more."""
    lines = [f'<dl class="chips" data-pagefind-weight="5">{_row(row, root)}</dl>\n' for row in told]
    return "".join(lines)


def _row(row: Row, root: str) -> str:
    shown = [f"<dd>{item(texts, root)}</dd> " for texts in row.items]
    return f"<dt data-pagefind-ignore>{escaped(row.label)}</dt> {''.join(shown)}"


def block(block: Block, root: str, glossary: Glossary, drawing: str = "") -> str:
    """A section of a page; `drawing` is the HTML of its map, timeline or tally."""
    anchor = escaped(block.id)
    style, ignored = (" elsewhere", " data-pagefind-ignore") if block.elsewhere else ("", "")
    parts = (
        f'<section class="block block--{anchor}{style}" aria-labelledby="{anchor}"{ignored}>\n',
        f'<h2 id="{anchor}">{escaped(block.title)}</h2>\n',
        f"<p>{escaped(block.lead)}</p>" if block.lead else "",
        html(block.prose, root, glossary) if block.prose is not None else "",
        f'<p class="notice">{escaped(block.notice)}</p>' if block.notice else "",
        drawing,
        _table(block, root) if block.rows else "",
        _tree(block.tree, root) if block.tree else "",
        cards(block.cards, root) if block.cards else "",
        _items(block.items, root) if block.items else "",
        "</section>",
    )
    return "".join(parts)


def _table(block: Block, root: str) -> str:
    columns = [escaped(column) for column in block.columns]
    head = [f'<th scope="col" data-pagefind-ignore>{column}</th> ' for column in columns]
    lines = [f"<tr>{_cells(columns, row, root)}</tr>\n" for row in block.rows]
    return (
        '<div class="table" role="region" '
        f'aria-label="Tabella: {escaped(block.title)}" tabindex="0">\n'
        f"<table>\n<thead><tr>{''.join(head)}</tr></thead>\n"
        f"<tbody>\n{''.join(lines)}</tbody>\n</table>\n</div>\n"
    )


def _cells(columns: list[str], row: Iterable[Item], root: str) -> str:
    cells = [
        f'<td data-label="{column}">{item(cell, root)}</td> '
        for column, cell in zip(columns, row, strict=True)
    ]
    return "".join(cells)


def _tree(twigs: Iterable[Twig], root: str) -> str:
    lines = [
        f'<li>{_name(twig, root)} <span class="count">{escaped(twig.note)}</span>\n'
        f"{_tree(twig.children, root) if twig.children else ''}</li>\n"
        for twig in twigs
    ]
    return f'<ul class="lineage">\n{"".join(lines)}</ul>\n'


def _name(twig: Twig, root: str) -> str:
    if twig.here:
        return f'<strong aria-current="true">{escaped(twig.text.text)}</strong>'
    return inline(twig.text, root)


def _items(items: tuple[Item, ...], root: str) -> str:
    if len(items) == 1:
        return f"<p>{item(items[0], root)}</p>\n"
    lines = [f"<li>{item(texts, root)}</li>\n" for texts in items]
    return f"<ul>\n{''.join(lines)}</ul>\n"
