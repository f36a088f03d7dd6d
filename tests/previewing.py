"""Previewing: a live preview without a network, asked straight."""

import shutil
from pathlib import Path
from typing import Any
from wsgiref.util import setup_testing_defaults

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from tests.building import ROOT, SMALL

ORTI = "esperienze/orti-di-prova"
_SERVER = "http://127.0.0.1:8000/"


class Preview:
    """A preview without a network: what `mkdocs serve` sets up, asked straight."""

    def __init__(self, folder: Path) -> None:
        self.site, self.practices = folder / "site", folder / "practices"
        shutil.copytree(SMALL, self.practices)
        config = self.build(self._config())
        self.builds = 0
        self.server = LiveReloadServer(self._whole, "127.0.0.1", 8000, str(self.site))
        config.plugins.on_serve(self.server, config=config, builder=self.build)

    def build(self, config: MkDocsConfig | None = None) -> MkDocsConfig:
        config = config or self._config()
        build(config, serve_url=_SERVER)
        return config

    def saved(self) -> bool:
        """Build again, as after a file was saved; whether MkDocs had to run."""
        before = self.builds
        self.server.builder()
        return self.builds > before

    def get(self, path: str, app: Any = None) -> tuple[str, dict[str, str], str]:
        """The status, the headers and the text that a browser gets."""
        environ: dict[str, Any] = {"PATH_INFO": path.encode().decode("latin-1")}
        setup_testing_defaults(environ)
        said: list[Any] = []
        answer: Any = app or self.server.get_app()
        body = answer(environ, lambda *what: said.extend(what))
        text = b"".join(body)
        if hasattr(body, "close"):
            body.close()
        return said[0], dict(said[1]), text.decode(errors="replace")

    def has(self, name: str) -> bool:
        return (self.site / name).exists()

    def edit(self, old: str, new: str) -> None:
        path = self.practices / f"{ORTI}.yml"
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    def _whole(self) -> None:
        self.builds += 1
        self.build()

    def _config(self) -> MkDocsConfig:
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(self.site))
        config.plugins.on_startup(command="serve", dirty=False)
        config.site_url = _SERVER
        return config
