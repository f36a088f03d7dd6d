"""Sources: what the pages that depend on the records are made of."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from generator.catalogue import Catalogue
from generator.glossary import Glossary, Thesaurus
from generator.index import Index
from generator.outputs import Alternate, Anchor, Crumb, Page, Publisher
from generator.render import render
from generator.threads import Threads
from generator.traces import Asked, Watched
from generator.views.blocks import PageView
from generator.views.lists import breadcrumb
from generator.views.record import RecordView


@dataclass(frozen=True, slots=True)
class Style:
    """What all pages have in common, whatever they say."""

    glossary: Glossary
    thesaurus: Thesaurus
    publisher: Publisher

    def told(self, view: RecordView, cited: str) -> tuple[str, str]:
        """The page of a record as HTML, and the other words to find it by."""
        text = view.text
        used = self.glossary.used_in(text)
        views = {"view": view, "publisher": self.publisher, "citation": cited}
        body = render("record.jinja", view.address, used.glossary, **views)
        return body, f"{used.other_words} {self.thesaurus.other_words(text)}"


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that a page can be made of."""

    catalogue: Catalogue
    index: Index
    threads: Threads
    alternates: Mapping[str, tuple[Alternate, ...]]
    """What each page can be followed by, by its address."""
    style: Style

    @property
    def publisher(self) -> Publisher:
        """Who publishes the site."""
        return self.style.publisher

    def render(self, template: str, address: str, **views: Any) -> str:
        """The body of the page at an address, from a template and views."""
        return render(template, address, self.style.glossary, **views)

    def page(self, address: str, view: PageView, *between: Crumb) -> Page:
        """A page made of blocks; `between` are the crumbs after the home's."""
        return Page(
            address=address,
            title=view.title,
            description=view.lead,
            body=self.render("page.jinja", address, view=view),
            toc=tuple(Anchor(block.id, block.title) for block in view.blocks),
            breadcrumb=breadcrumb(view.title, *between),
            alternates=self.alternates.get(address, ()),
            styles=("pictures",) if view.has_pictures else (),
        )

    def mappings(self) -> dict[str, Mapping[Any, object]]:
        """All that a page can look up, but for the vocabularies."""
        threads = {part.name: getattr(self.threads, part.name) for part in fields(Threads)}
        return {
            **threads,
            "entries": self.catalogue.entries,
            "values": self.index.values,
            "records": self.index.records,
            "backlinks": self.index.backlinks,
            "alternates": self.alternates,
        }

    def watched(self, asked: Asked) -> "Sources":
        """The same, noting down what is looked up. What no page may ask for is not there."""
        known: dict[str, Any] = {
            name: Watched(name, mapping, asked) for name, mapping in self.mappings().items()
        }
        vocabularies = self.catalogue.vocabularies

        def alone(kind: type, **others: object) -> Any:
            return kind(**{part.name: known.get(part.name) for part in fields(kind)} | others)

        return replace(
            self,
            catalogue=alone(Catalogue, vocabularies=vocabularies),
            index=alone(Index),
            threads=alone(Threads),
            alternates=known["alternates"],
        )
