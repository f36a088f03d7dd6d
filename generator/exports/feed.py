"""The feed: what is new, as Atom (RFC 4287). Dates are those of the records, never of the build."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from html import escape
from urllib.parse import urlsplit

from feedgenerator import Atom1Feed

from generator import routes
from generator.catalogue import Catalogue
from generator.index import Index
from generator.outputs import Publisher
from generator.rights import reusable
from generator.values import Ref
from generator.views.cards import card, finished, newest_first
from generator.views.newsletter import TITLE, IssueView

_MOST = 30
_MINTED = 2026
"""The year in which this site began to name its records (RFC 4151, tag URIs)."""


class _Feed(Atom1Feed):  # type: ignore[misc]  # feedgenerator ships no types
    """A feed that without entries is as old as the site's first year, not as new as the build."""

    def latest_post_date(self) -> datetime:
        dates = [item["updateddate"] for item in self.items]
        return max(dates, default=_moment(date(_MINTED, 1, 1)))


@dataclass(frozen=True, slots=True)
class News:
    """What can be followed: a page, its name, the records that it lists."""

    page: str
    title: str
    value: tuple[str, str] | None = None
    """The facet and the id of the value that those records have; None for all records."""

    def refs(self, catalogue: Catalogue, index: Index) -> Sequence[Ref]:
        """The records."""
        return index.having(*self.value) if self.value else tuple(catalogue.entries)


def feed(catalogue: Catalogue, index: Index, publisher: Publisher, news: News) -> str:
    """The newest of some records. No drafts."""
    told = finished(catalogue, news.refs(catalogue, index))
    dated = [ref for ref in told if catalogue.entries[ref].record.updated]
    made = _empty(publisher, news.page, news.title)
    for ref in newest_first(catalogue, dated)[:_MOST]:
        entry, shown = catalogue.entries[ref], card(catalogue, index, ref)
        made.add_item(
            title=shown.title,
            link=f"{publisher.origin}{shown.address}",
            description=escape(shown.summary) if reusable(entry.record) else None,
            unique_id=_tag(publisher, f"{ref.type}/{ref.id}"),
            updateddate=_moment(entry.record.updated),
            categories=[shown.kind, *shown.themes],
            author_name=shown.facts[0] if shown.facts else publisher.name,
        )
    text: str = made.writeString("utf-8")
    return text


def issues_feed(catalogue: Catalogue, publisher: Publisher, views: Sequence[IssueView]) -> str:
    """The issues of the newsletter, the newest first."""
    made = _empty(publisher, routes.NEWSLETTERS, TITLE)
    days = [issue.published for issue in catalogue.newsletters.values()]
    for view, day in zip(views, reversed(days), strict=True):
        made.add_item(
            title=view.title,
            link=f"{publisher.origin}{view.address}",
            description=escape(view.summary),
            unique_id=_tag(publisher, view.address),
            updateddate=_moment(day),
            author_name=publisher.name,
        )
    text: str = made.writeString("utf-8")
    return text


def _empty(publisher: Publisher, page: str, title: str) -> _Feed:
    return _Feed(
        title=f"{title} – {publisher.name}",
        link=f"{publisher.origin}{page}",
        description=None,
        language="it",
        feed_url=f"{publisher.origin}{routes.feed(page)}",
        feed_guid=_tag(publisher, page or "home"),
    )


def _moment(day: date | None) -> datetime:
    return datetime.combine(day or date(_MINTED, 1, 1), time(), UTC)


def _tag(publisher: Publisher, name: str) -> str:
    """A name that stays even if the site moves."""
    return f"tag:{urlsplit(publisher.origin).hostname},{_MINTED}:{name.rstrip('/')}"
