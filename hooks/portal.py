"""The MkDocs adapter: puts the generator's pages into the theme, then indexes and checks the site.

It holds no logic of the portal: leaving MkDocs means writing this folder again and nothing else.
"""

import gc
import logging
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_build_datetime

# MkDocs loads hooks by path: without this, only `python -m mkdocs` would find the generator.
sys.path.insert(0, str(Path(__file__).parent.parent))

from generator import routes
from generator.cluster import NoCluster, workers_at
from generator.exports.embedded import embedded
from generator.outputs import Batch, Crumb, Output
from generator.render import forget_templates
from generator.site import build_site
from generator.views import words
from hooks import (
    again,
    cache,
    cards,
    channels,
    cms,
    colours,
    content,
    editors,
    funding,
    hand_written,
    headers,
    identity,
    links,
    policy,
    preview,
    progress,
    robots,
    security_txt,
    serving,
    shell,
    showing,
    site_map,
    styles,
    writing,
)
from hooks.beside import Beside
from hooks.blocked import blocked
from hooks.npm import add_packages
from hooks.pages import ReadyPage, add_outputs, write_batch

# Below "mkdocs", so that `mkdocs build --strict` counts its warnings.
log = logging.getLogger("mkdocs.hooks.portal")

_outputs: list[Output] = []
_themes: dict[str, str] = {}
_nav: list[Navigation] = []
_shells: list[shell.Shell] = []
_site: list[Path] = []
_begun: list[Beside] = []
# What Material would put in the site, 2.5 MB: no page of ours loads it.
_UNUSED = ("assets/images/", "assets/javascripts/", "assets/stylesheets/")


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember whether this is the live preview, where the last good site stays up."""
    preview.start(serving=command == "serve")
    gc.set_threshold(50_000, 50, 100)  # a catalogue is many small objects, none of them in cycles


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read who publishes, in which colours, before anything is built.

    A preview has an address of its own.
    """
    url = "https://anteprima/" if preview.serving() else config.site_url
    known = identity.identity(config.extra, url)
    if told := identity.stale(known, get_build_datetime().date()):
        log.info("%s", told)
    if wrong := [*colours.problems(config.extra)]:
        raise PluginError("\n".join(wrong))
    config.extra["identity"] = known
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Read the content before MkDocs empties the site's folder: with errors, nothing changes."""
    forget_templates()
    _begun.clear()
    _site[:] = [Path(config.site_dir)]
    config.site_dir = str(writing.aside(*_site))
    with _refusals():
        read = content.read(config, workers_at(_scheduler()))
    read.tell()
    catalogue, today, errors = read.catalogue, read.today, read.errors
    if errors and not preview.serving():
        raise PluginError(f"Il sito non è cambiato. Errori da correggere: {len(errors)}.")
    if errors:
        _outputs[:] = preview.last_good()
    else:
        config.extra["site_funding"] = funding.read(config, catalogue)
        _outputs[:] = cms.outputs(catalogue, config)
        if not preview.serving():  # these may refuse: before anything is written
            _outputs.extend(security_txt.outputs(config, today))
            _outputs.extend(robots.outputs(config))
        known, kept = content.publisher(config), None if preview.serving() else cache.folder("dati")
        for output in build_site(catalogue, today, known, content.store(), kept):
            _outputs.append(output)
            if isinstance(output, Batch) and not preview.serving():
                _begun.append(Beside(partial(write_batch, output, _site[0])))
    preview.keep(partial(list, tuple(_outputs)))
    config.extra["problems"] = [str(error) for error in errors]
    config.extra["nothing_yet"] = bool(errors) and not _outputs


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages and files, and the packages of others, to the hand-written ones."""
    for file in [file for file in files if file.src_uri.startswith(_UNUSED)]:
        files.remove(file)
    add_outputs([*_outputs, *styles.outputs(config.extra)], files, config)
    add_packages(files, config)
    add_packages(files, config, cms.copied(config))
    _themes.clear()
    _themes.update(cards.themes(_outputs))
    if config.site_url and not preview.serving():
        for picture in cards.files(_themes, config):
            files.append(picture)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Remember the menu for `on_env`, which is not given it."""
    _nav[:] = [nav]
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Give the theme what it calls. A preview has no policy: it reloads by an inline script."""
    env.filters["day"] = words.day
    env.globals["site_map"] = site_map.branches
    env.globals["all_pages"] = [file.page for file in files if file.page]
    env.globals["common"] = shell.common(_nav[0], config)
    _shells[:] = [shell.Shell(env, _nav[0], files, config)]
    env.globals["policy"] = (lambda _: "") if preview.serving() else policy.meta
    return env


def on_page_context(
    context: dict[str, Any], page: MkDocsPage, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Give the theme the channels by which readers reach the editors."""
    known = channels.channels(config.extra)
    context["channels"] = known
    url = page.canonical_url or page.url
    if page.url:
        email = config.extra["identity"].body.email
        context["opinions"] = channels.opinions(str(page.title), url, {"email": email} | known)
    if isinstance(page, ReadyPage):
        context["reports"] = tuple(channels.reports(page.generated, url, known))
        context["correction"] = channels.correction(page.generated)
        crumbs, nodes = page.generated.breadcrumb, page.generated.linked
    else:
        crumbs, nodes = (Crumb("Home", routes.HOME), Crumb(str(page.title))), ()
    generated = page.generated if isinstance(page, ReadyPage) else None
    context["card"] = cards.card(generated, _themes, config)
    context["linked"] = embedded(content.publisher(config), crumbs, nodes)
    return context


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Say in the hand-written pages what mkdocs.yml says."""
    if isinstance(page, ReadyPage):
        return markdown
    return hand_written.written(markdown, page, config)


def on_build_error(error: Exception) -> None:
    """Clear the terminal for what is wrong."""
    progress.end()


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:
    """Follow the content folder in force, wherever it is; make pages when they are asked for."""
    server.watch(str(content.folder(config)))
    server.builder = again.builder(server.builder, config)
    server.set_app(serving.application(server.serve_request, server.mount_path))
    return server


def _scheduler() -> str:
    return os.environ.get("PORTAL_SCHEDULER", "")


@contextmanager
def _refusals() -> Iterator[None]:
    """Stop the build, if the cluster refuses the work."""
    try:
        yield
    except NoCluster as reason:
        raise PluginError(f"Il sito non è cambiato. {reason}") from None


def on_post_build(config: MkDocsConfig) -> None:
    """Write the pages, the datasets, the search index; check all links and what policies stop.

    In a preview they are made when somebody asks for them.
    """
    (site,) = _site
    base = urlsplit(config.site_url or "/").path
    if preview.serving():
        serving.show(showing.whole(_outputs, _shells[0], site, base))
        editors.write_schemas(_outputs, config)
        return
    with _refusals():
        away = workers_at(_scheduler()) if _scheduler() else None
        looked = writing.write(_outputs, _shells[0], site, base, away)
    for work in _begun:
        work.end()
    for broken in links.broken(site, base, {name: one.doubtful for name, one in looked.items()}):
        log.warning("%s", broken)
    _seal(site, {name: one.blocked for name, one in looked.items()})


def _seal(site: Path, seen: Mapping[str, Sequence[str]]) -> None:
    """Refuse what browsers would block; write the headers for the hosts that read them."""
    found = list(blocked(site, seen))
    for what in found:
        log.error("%s", what)
    if found:
        raise PluginError(
            f"Il browser bloccherebbe una parte del sito. Da correggere: {len(found)}."
        )
    (site / "_headers").write_text(headers.static(headers.rules(site, seen)), encoding="utf-8")
