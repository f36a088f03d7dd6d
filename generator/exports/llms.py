"""llms.txt: what the site is and where its data are, for programs that read (llmstxt.org)."""

from collections.abc import Iterator

from generator import routes
from generator.catalogue import Catalogue
from generator.exports.markdown import escaped
from generator.index import Index
from generator.outputs import Publisher
from generator.records import RECORD_TYPES
from generator.views.cards import newest_first

_MOST = 50
_ABOUT = (
    "Catalogo di esperienze e buone pratiche delle amministrazioni pubbliche italiane: che cosa è "
    "stato fatto, con quali risultati, che cosa serve per rifarlo."
)
_HOW = "Ogni scheda c'è anche come Markdown: al suo indirizzo si aggiunge `scheda.md`."


def llms_txt(catalogue: Catalogue, index: Index, publisher: Publisher) -> str:
    """A title, what the site is, the lists of links."""
    return "\n".join(_lines(catalogue, index, publisher)) + "\n"


def _lines(catalogue: Catalogue, index: Index, publisher: Publisher) -> Iterator[str]:
    def link(title: str, address: str, note: str = "") -> str:
        return f"- [{escaped(title)}]({publisher.origin}{address})" + (f": {note}" if note else "")

    yield from (f"# {publisher.name}", "", f"> {_ABOUT}", "", _HOW, "", "## Che cosa c'è", "")
    for kind in RECORD_TYPES.values():
        yield link(kind.plural, routes.record_index(kind.folder), kind.about)
    yield from ("", "## Temi", "")
    for term in catalogue.vocabularies["temi"].values():
        yield link(term.label, routes.theme(term.id))
    yield from ("", "## Schede più recenti", "")
    told = [ref for ref in catalogue.entries if ref in index.content]
    for ref in newest_first(catalogue, told)[:_MOST]:
        yield link(catalogue.entries[ref].record.title, routes.markdown(ref))
