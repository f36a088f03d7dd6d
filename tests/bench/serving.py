"""Serving: a folder as a web server with gzip sends it, with every byte counted."""

import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

_TEXTS = {".html", ".js", ".css", ".json", ".txt", ".svg", ".xml"}


@dataclass(slots=True)
class Served:
    """A site on this machine."""

    folder: Path
    address: str = ""
    sent: int = 0
    """Bytes of bodies since it was last set to 0."""
    requests: int = 0
    zipped: dict[Path, bytes] = field(default_factory=dict)

    def body(self, path: Path) -> tuple[bytes, bool]:
        """A file as it goes over the wire, and whether it is zipped."""
        if path.suffix not in _TEXTS:
            return path.read_bytes(), False
        if path not in self.zipped:
            self.zipped[path] = gzip.compress(path.read_bytes(), 6)
        return self.zipped[path], True

    def warm(self) -> None:
        """Zip beforehand what is large, as servers keep it."""
        for path in self.folder.rglob("*"):
            if path.is_file() and path.suffix in _TEXTS and path.stat().st_size > 100_000:
                self.body(path)


class _Handler(http.server.SimpleHTTPRequestHandler):
    site: ClassVar[Served]

    def do_GET(self) -> None:
        path = self.site.folder / self.path.split("?")[0].lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body, zipped = self.site.body(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if zipped:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.site.sent += len(body)
        self.site.requests += 1

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """A folder served on this machine."""
    site = Served(folder)
    site.warm()
    handler = type("Handler", (_Handler,), {"site": site, "protocol_version": "HTTP/1.1"})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    site.address = f"http://127.0.0.1:{server.server_port}/"
    yield site
    server.shutdown()
    server.server_close()
