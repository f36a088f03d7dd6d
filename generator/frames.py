"""Frames: the pages that other sites can show inside their own."""

from collections.abc import Iterator
from typing import Any, Protocol

from generator import routes
from generator.catalogue import Catalogue
from generator.exports.following import followed
from generator.index import Index
from generator.outputs import Page, Publisher
from generator.views.blocks import PageView
from generator.views.elsewhere import elsewhere_view
from generator.views.frame import frame_view


class _Site(Protocol):
    """What makes pages: a page from an address and a view, a body from a template besides."""

    def page(self, address: str, view: PageView) -> Page: ...
    def render(self, template: str, address: str, **views: Any) -> str: ...


def frames(catalogue: Catalogue, index: Index, publisher: Publisher, site: _Site) -> Iterator[Page]:
    """How to use them, and one for each page that can be followed; none where the site has no
    address of its own yet."""
    if publisher.origin:
        yield site.page(routes.ELSEWHERE, elsewhere_view(catalogue, publisher))
    for one in followed(catalogue, index) if publisher.origin else ():
        view = frame_view(catalogue, index, one.title, one.page, one.refs)
        address = routes.frame(one.page)
        yield Page(
            address=address,
            title=f"Riquadro: {one.title}",
            description=f"Le schede più recenti: {one.title}.",
            body=site.render("frame.jinja", address, view=view, publisher=publisher),
            found=False,
            bare=True,
        )
