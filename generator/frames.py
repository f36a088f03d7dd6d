"""Frames: what can be followed, as a page to show inside other sites, a feed, a calendar."""

from collections.abc import Iterator
from functools import partial

from generator import routes
from generator.exports import following
from generator.exports.feed import News
from generator.outputs import File, Head, Page
from generator.sources import Sources
from generator.traced import Item
from generator.views.frame import frame_view


def frames(sources: Sources) -> Iterator[Item]:
    """All that can be followed; nothing where the site has no address of its own yet."""
    for one in following.followed(sources.catalogue) if sources.publisher.origin else ():
        page = following.calendar_page(sources.catalogue, sources.index, one)
        calendar = (routes.calendar(page),) if page else ()
        head = Head(_page(one), (routes.feed(one.page), *calendar))
        yield Item(head, partial(_outputs, one))


def _outputs(one: News, sources: Sources) -> Iterator[Page | File]:
    catalogue, index, publisher = sources.catalogue, sources.index, sources.publisher
    view = frame_view(catalogue, index, one.title, one.page, one.refs(catalogue, index))
    address = routes.frame(one.page)
    yield _page(one, sources.render("frame.jinja", address, view=view, publisher=publisher))
    yield from following.files(catalogue, index, publisher, one)


def _page(one: News, body: str = "") -> Page:
    return Page(
        address=routes.frame(one.page),
        title=f"Riquadro: {one.title}",
        description=f"Le schede più recenti: {one.title}.",
        body=body,
        found=False,
        bare=True,
    )
