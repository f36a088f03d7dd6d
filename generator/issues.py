"""Issues: the pages of the newsletter and the messages to send."""

from collections.abc import Callable, Iterator

from generator import routes
from generator.catalogue import Catalogue
from generator.exports.feed import issues_feed
from generator.exports.mail import mail
from generator.index import Index
from generator.outputs import Crumb, File, Output, Page, Publisher
from generator.views.newsletter import TITLE, issue_page, issue_views, newsletters_page

_MakePage = Callable[..., Page]


def issues(
    catalogue: Catalogue, index: Index, publisher: Publisher, page: _MakePage
) -> Iterator[Output]:
    """The archive, and each issue; no messages where the site has no address of its own yet.

    `page` makes a page from an address, a view and the crumbs between it and the home.
    """
    views = issue_views(catalogue, index)
    yield page(routes.NEWSLETTERS, newsletters_page(views))
    for view in views:
        yield page(view.address, issue_page(view), Crumb(TITLE, routes.NEWSLETTERS))
        if publisher.origin:
            yield File(routes.message(view.month), mail(view, publisher))
    if publisher.origin:
        news = issues_feed(catalogue, publisher, views)
        yield File(routes.feed(routes.NEWSLETTERS), news)
