"""Elsewhere: how to show, follow, cite and take away what the catalogue holds."""

from generator import routes
from generator.catalogue import Catalogue
from generator.outputs import Publisher
from generator.values import Prose
from generator.views.blocks import Block, PageView
from generator.views.values import Inline

_FRAME = """\
Ogni tema, territorio e amministrazione ha un riquadro con le sue schede più recenti. Si aggiorna da
solo, non usa cookie né script, e chi lo legge resta nel tuo sito. Per esempio, per un tema:

    <iframe src="{frame}#chiaro" title="{title}"
      width="100%" height="640" loading="lazy"></iframe>

Gli indirizzi sono in fondo alle pagine dei temi, dei territori e delle amministrazioni, alla voce
«riquadro per un altro sito». Dopo il `#` si sceglie l'aspetto:

- `#chiaro` o `#scuro`: i colori. Senza, quelli che ha scelto chi legge;
- `#compatto`: solo i titoli;
- `#chiaro-compatto`, `#scuro-compatto`: tutti e due.
"""
_NEWS = """\
In fondo alle stesse pagine c'è il feed Atom delle novità, e il calendario degli eventi dove ce ne
sono: si aggiungono a un lettore di feed, all'agenda, o a un sito che li sappia leggere. La
newsletter raccoglie le novità del mese.
"""
_CITE = """\
In fondo a ogni scheda, «Cita questa scheda» dà la citazione in parole e come file BibTeX o RIS,
per Zotero, Mendeley e simili. Lì c'è anche la scheda come testo Markdown, da incollare dove serve.
"""


def elsewhere_view(catalogue: Catalogue, publisher: Publisher) -> PageView:
    """The page for whoever keeps another site, or writes about what is here."""
    theme = next(iter(catalogue.vocabularies["temi"].values()))
    frame = f"{publisher.origin}{routes.frame(routes.theme(theme.id))}"
    return PageView(
        title="Usare le schede altrove",
        lead="Come mostrare le schede nel tuo sito, seguirne le novità, citarle.",
        blocks=(
            Block(
                id="riquadro",
                title="Un riquadro nel tuo sito",
                prose=Prose(_FRAME.format(frame=frame, title=theme.label)),
            ),
            Block(
                id="novita",
                title="Novità e appuntamenti",
                prose=Prose(_NEWS),
                items=((Inline("Newsletter", routes.NEWSLETTERS),),),
            ),
            Block(id="citare", title="Citare una scheda", prose=Prose(_CITE)),
        ),
    )
