"""Again: a build of the live preview where nothing changed but what records say.

The theme, the hand-written pages and the addresses are as they were: MkDocs need not run. What is
made of the records is made when somebody asks for it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from generator.catalogue import Catalogue
from generator.exports.files import schemas
from generator.memory import Stamp, stamp
from generator.outputs import Output
from generator.site import build_apart
from generator.traced import Traced
from generator.workers import here
from hooks import cms, content, editors, preview, serving
from hooks.content import Content
from hooks.links import files
from hooks.showing import MANY, Showing


def builder(whole: Callable[[], None], config: MkDocsConfig) -> Callable[[], None]:
    """What builds again: all, unless the pages of the records are enough."""
    watched = [config.docs_dir, config.config_file_path, *config.watch]
    known = [_stamps(watched)]

    def build() -> None:
        stamps = _stamps(watched)
        if stamps != known[0] or not _again():
            whole()
        known[0] = stamps

    return build


def _stamps(watched: Iterable[str]) -> Mapping[Path, Stamp | None]:
    paths = (Path(one, name) for one in watched for name in ["", *files(Path(one))])
    return {path: stamp(path) for path in paths}


def _again() -> bool:
    """Show what the records say now; False where more than that has to be made."""
    shown = serving.shown()
    before = shown and next((lot for lot in shown.lots if isinstance(lot, Traced)), None)
    if not shown or not before or shown.shell.config.extra["problems"]:
        return False
    read = content.read(shown.shell.config, here)
    if read.errors or not _is_alike(read, before):
        return False
    read.tell()
    editors.write_schemas(schemas(read.catalogue), shown.shell.config)
    serving.show(_shown(read, shown, before))
    return True


def _is_alike(read: Content, before: Traced) -> bool:
    """Whether there are the same terms, and pages at the same addresses, for all that we know."""
    then, now = before.sources.catalogue, read.catalogue
    return then.vocabularies == now.vocabularies and _pages(then) == _pages(now)


def _pages(catalogue: Catalogue) -> tuple[object, ...]:
    moved = tuple(catalogue.renamed())
    return catalogue.entries.keys(), catalogue.withdrawn, catalogue.newsletters.keys(), moved


def _shown(read: Content, shown: Showing, before: Traced) -> Showing:
    config, publisher = shown.shell.config, content.publisher(shown.shell.config)
    many = len(read.catalogue.entries) > MANY
    likeness = before.sources.index.likeness if many else None
    traced, build = build_apart(read.catalogue, read.today, publisher, likeness)

    @cache
    def others() -> Sequence[Output]:
        return [*cms.outputs(read.catalogue, config), *build()]

    preview.keep(others)
    return replace(shown, lots=[traced], others=others)
