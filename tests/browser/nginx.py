"""A real nginx in front of a folder, as the person running the tests, with the headers we give."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_CONFIGURATION = """\
daemon off;
pid {own}/nginx.pid;
error_log stderr warn;
{user}
worker_processes 1;
events {{}}
http {{
  access_log off;
  client_body_temp_path {own}/body;
  proxy_temp_path {own}/proxy;
  fastcgi_temp_path {own}/fastcgi;
  uwsgi_temp_path {own}/uwsgi;
  scgi_temp_path {own}/scgi;
  types {{
    text/html html; text/css css; text/javascript js; text/plain txt;
    application/json json; image/svg+xml svg; image/png png; application/xml xml;
  }}
  server {{
    listen 127.0.0.1:{port};
    root {site};
    error_page 404 /404.html;
    include {snippet};
  }}
}}
"""


@contextmanager
def nginx(site: Path, snippet: str, own: Path) -> Iterator[str]:
    """The address of a folder behind nginx; `own` is an empty folder for what nginx writes."""
    (own / "snippet.conf").write_text(snippet, encoding="utf-8")
    port = _free_port()
    text = _CONFIGURATION.format(
        own=own,
        user="user root;" if os.geteuid() == 0 else "",
        port=port,
        site=site,
        snippet=own / "snippet.conf",
    )
    (own / "nginx.conf").write_text(text, encoding="utf-8")
    command = [_find(), "-p", str(own), "-c", str(own / "nginx.conf"), "-e", "stderr"]
    with (own / "errors").open("w", encoding="utf-8") as errors:
        running = subprocess.Popen(command, stderr=errors)
        try:
            _wait(port, running, own / "errors")
            yield f"http://127.0.0.1:{port}/"
        finally:
            running.terminate()
            running.wait(timeout=10)


def _find() -> str:
    found = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")
    return found or pytest.fail(
        "Serve nginx per provare le intestazioni: su Debian, apt-get install nginx-light."
    )


def _free_port() -> int:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        port: int = bound.getsockname()[1]
        return port


def _wait(port: int, running: subprocess.Popen[bytes], errors: Path) -> None:
    for _ in range(100):
        if running.poll() is not None:
            break
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail(f"nginx non parte: {errors.read_text(encoding='utf-8')}")
