"""Shell: the theme around the generator's pages, which do not go through MkDocs one by one.

Each is rendered by the theme's own template with MkDocs' own context; what the pages of one folder
have in common is rendered once for all of them.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TypeGuard

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from generator.fingerprint import code, of_folder
from generator.outputs import Page
from generator.store import digest
from generator.workers import can_fork, here, in_processes
from hooks import links, progress
from hooks.blocked import blocked_in
from hooks.objects import write
from hooks.pages import LaterFile, Ours, ReadyFile, ReadyPage, WrittenFile

_FOLDER = Path(__file__).parent
_PACKAGES = ("jinja2", "markupsafe", "mkdocs", "mkdocs-material")
_ANY = "-"
"""Stands for the last step of an address: no page is called so."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page of which only the address is known, as much as what is in common may ask of one."""

    url: str


@dataclass(frozen=True, slots=True)
class Looked:
    """What there is to say of a page that was written, so that nobody has to read it again."""

    doubtful: Sequence[str]
    """The links that may lead nowhere."""
    blocked: Sequence[str]


@dataclass(frozen=True, slots=True)
class Shell:
    """What the theme needs to render a page."""

    env: Environment
    nav: Navigation
    files: Files
    config: MkDocsConfig

    def filled(self, ready: ReadyPage, made: Page | None = None) -> str:
        """A page as readers get it, just as MkDocs would build it: as it was made meanwhile, if it
        was only announced."""
        page = copy(ready)  # what is rendered goes when it is written
        page.generated = made or page.generated
        page.read_source(self.config)
        page.render(self.config, self.files)
        context = get_context(self.nav, (), self.config, page)
        template = self.env.get_template(page.meta.get("template", "main.html"))
        events = self.config.plugins
        return template.render(
            events.on_page_context(context, page=page, config=self.config, nav=self.nav)
        )

    def write(self, site: Path, known: links.Site) -> Mapping[str, Looked]:
        """Write the generator's files into the built site, where MkDocs' are; look at the pages."""
        ours = [file for file in self.files if _is_left(file)]
        names = [file.dest_uri for file in ours]
        spread = in_processes if can_fork() else here  # a theme cannot be sent to a process
        looked = spread(_write, _Writing(self, ours, site, known), range(len(ours)))
        written = zip(names, progress.followed(looked, "Pagine e file", len(ours)), strict=True)
        return {name: one for name, one in written if one}

    def names(self) -> Iterator[str]:
        """The addresses of the files that are not MkDocs' to write."""
        yield from (file.dest_uri for file in self.files if isinstance(file, Ours))

    def digest(self, pages: Iterable[Page]) -> bytes:
        """Of all that decides how the theme shows some pages, besides what they say."""
        versions = [f"{package} {version(package)}" for package in _PACKAGES]
        configuration = Path(self.config.config_file_path).read_bytes()
        around = [self.filled(ReadyFile(page, self.config).page) for page in pages]
        return digest(
            code(_FOLDER), of_folder(_FOLDER / "theme"), configuration, *versions, *around
        )


def _is_left(file: File) -> TypeGuard[ReadyFile | WrittenFile]:
    is_ours = isinstance(file, Ours) and not isinstance(file, LaterFile)
    return is_ours and not file.is_documentation_page()


@dataclass(frozen=True, slots=True)
class _Writing:
    shell: Shell
    ours: Sequence[ReadyFile | WrittenFile]
    site: Path
    known: links.Site

    def write(self, file: ReadyFile | WrittenFile) -> Looked | None:
        text = self.shell.filled(file.page) if isinstance(file, ReadyFile) else file.text
        name, content = file.dest_uri, text.encode()
        write(content, self.site / name)
        if isinstance(file, WrittenFile):
            return None
        doubtful = self.known.doubtful(name, links.scanned(content))
        return Looked(doubtful, blocked_in(name, content))


def _write(writing: _Writing, numbers: Sequence[int]) -> list[Looked | None]:
    return [writing.write(writing.ours[number]) for number in numbers]


def common(nav: Navigation, config: MkDocsConfig) -> Callable[[Context, str], str]:
    """What renders a part of the theme that depends on nothing but where the page is."""
    linked = {page.url for page in nav.pages} | {link["page"] for link in config.extra["footer"]}
    made: dict[tuple[str, str, Place | None], str] = {}

    @pass_context
    def part(context: Context, name: str) -> str:
        page = context["page"]
        place = Place(place_of(page.url, linked)) if page else None
        key = name, context["base_url"], place
        if key not in made:
            template = context.environment.get_template(name)
            made[key] = template.render(
                nav=nav, config=config, page=place, base_url=context["base_url"]
            )
        return made[key]

    return part


def place_of(url: str, linked: Collection[str]) -> str:
    """The address for which a page's header and footer are rendered: any of its folder will do.

    Its own where they lead to it, and at the top, where the addresses that they lead to are.
    """
    folder = url.rstrip("/").rpartition("/")[0]
    return f"{folder}/{_ANY}/" if folder and url not in linked else url
