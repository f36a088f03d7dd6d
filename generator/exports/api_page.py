"""The page of the API: what it gives and how to ask, for people."""

from collections.abc import Sequence

from generator import routes
from generator.exports.openapi import DEVIATIONS
from generator.exports.operations import Operation
from generator.outputs import Publisher
from generator.values import Prose
from generator.views.blocks import Block, Item, PageView
from generator.views.values import Inline

_USE = """
Ogni indirizzo è un file JSON che si legge con GET, senza chiavi e senza iscriversi. Gli elenchi
portano alle schede, e alle pagine che seguono se le schede sono molte.

    curl {origin}{list}
    curl {origin}{vocabularies}

I campi si chiamano come nei file delle schede; i termini si trovano nei vocabolari, con il loro
nome breve; le date sono quelle di RFC 3339. Una scheda ritirata resta al suo posto e lo dice. Se
cambia qualcosa su cui un programma conta, cambia il numero nell'indirizzo (v1).
"""
_TERMS = """
I dati si usano con la licenza [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/deed.it):
basta citare la fonte, già scritta in ogni scheda («attribuzione»). Dove altri hanno diritti sui
testi, la scheda ha soltanto i fatti e lo dice («solo_fatti»).
"""


def api_page(operations: Sequence[Operation], publisher: Publisher) -> PageView:
    """What can be asked, on which terms, what it does not do."""
    use = _USE.format(
        origin=publisher.origin,
        list=operations[0].addresses[0],
        vocabularies=routes.API_VOCABULARIES,
    )
    return PageView(
        title="API",
        lead="Le schede e i vocabolari in JSON, uno per uno, per chi scrive programmi.",
        blocks=(
            Block(id="uso", title="Come si usa", prose=Prose(use)),
            Block(
                id="indirizzi",
                title="Indirizzi",
                columns=("Che cosa", "Indirizzo", "Un esempio"),
                rows=tuple(_row(one) for one in operations),
            ),
            Block(id="condizioni", title="Condizioni d'uso", prose=Prose(_TERMS)),
            Block(
                id="scostamenti",
                title="Che cosa non fa",
                lead="Rispetto al Modello di interoperabilità delle amministrazioni (ModI).",
                items=tuple((Inline(one),) for one in DEVIATIONS),
            ),
        ),
    )


def _row(operation: Operation) -> tuple[Item, ...]:
    """A path that is one file leads to it; of one that is many there is an example."""
    path, example = f"{routes.API}{operation.path[1:]}", operation.addresses[0]
    if "{" not in path:
        return (Inline(operation.title),), (Inline(path, example),), ()
    name = example.rpartition("/")[2]
    return (Inline(operation.title),), (Inline(path),), (Inline(name, example),)
