"""Pages: the generator's outputs as MkDocs files and pages, whose bodies are ready."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.outputs import Batch, Lot, Output, Page
from generator.outputs import File as Written
from hooks import cms, search


class ReadyPage(MkDocsPage):
    """A page whose body and table of contents come from the generator, not from Markdown."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(page.title, file, config)
        self.generated = page
        self.editor = cms.entry(page.source) if page.source and config.extra.get("cms") else None
        # What the sitemap says: by itself MkDocs gives every page the day of the build.
        self.update_date = page.updated.isoformat() if page.updated else ""

    def read_source(self, config: MkDocsConfig) -> None:
        """Nothing to read: the page is ready."""
        self.markdown = ""
        self.meta = {"description": self.generated.description}
        if self.generated.bare:
            self.meta["template"] = "bare.html"

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing to render either."""
        self.content = search.without_marks(self.generated.body)
        self.toc = TableOfContents(
            [AnchorLink(anchor.title, anchor.id, level=2) for anchor in self.generated.toc]
        )

    def __eq__(self, other: Any) -> bool:
        return self is other


class Ours(File):
    """A file of the generator's: links lead to it, MkDocs leaves it to hooks/shell.py."""

    def __init__(self, source: str, address: str, config: MkDocsConfig) -> None:
        super().__init__(
            source,
            None,
            config.site_dir,
            config.use_directory_urls,
            dest_uri=address,
            inclusion=InclusionLevel.NOT_IN_NAV,
        )

    def is_documentation_page(self) -> bool:
        """No: it is not for MkDocs to render."""
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Nor is there anything to copy."""


class ReadyFile(Ours):
    """The file of a page that is ready."""

    page: ReadyPage

    def __init__(self, page: Page, config: MkDocsConfig) -> None:
        name = page.address.rstrip("/") or "index"
        super().__init__(f"{name}.md", page.file, config)
        # From docs/, where edit_uri leads, to the record; None leaves out «Modifica questa pagina».
        self.edit_uri = page.source and f"../{page.source}"
        self.page = ReadyPage(page, self, config)


class LaterFile(ReadyFile):
    """The file of a page that is made when it is written: hooks/lots.py."""


class WrittenFile(Ours):
    """A file that is written as it is."""

    def __init__(self, output: Written, config: MkDocsConfig) -> None:
        super().__init__(output.address, output.address, config)
        self.text = output.content


def add_outputs(outputs: Iterable[Output], files: Files, config: MkDocsConfig) -> None:
    """Add the outputs to the files of the site. Two pages at one address are an error."""
    taken = {file.dest_uri for file in files}
    for output in outputs:
        addresses = set(_addresses(output))
        for file in _files(output, config):
            files.append(file)
            addresses.add(file.dest_uri)
        if both := taken & addresses:
            told = sorted(both)[0].removesuffix("index.html") or "home"
            raise PluginError(f"Due pagine allo stesso indirizzo: {told}")
        taken |= addresses


def write_batch(batch: Batch, site: Path) -> None:
    """Write files that are made together straight into the site."""
    folder = site / batch.address
    folder.mkdir(parents=True, exist_ok=True)
    batch.write(folder)


def names(outputs: Iterable[Output]) -> Iterator[str]:
    """The addresses of the files of which MkDocs knows nothing: it would hold them whole."""
    for output in outputs:
        yield from _addresses(output)


def _addresses(output: Output) -> Iterator[str]:
    match output:
        case Batch():
            yield from (f"{output.address}{name}" for name in output.names)
        case Lot():
            for head in output.heads:
                yield from head.files


def _files(output: Output, config: MkDocsConfig) -> Iterator[Ours]:
    match output:
        case Page():
            yield ReadyFile(output, config)
        case Written():
            yield WrittenFile(output, config)
        case Lot():
            yield from (LaterFile(head.page, config) for head in output.heads)
