"""Serving: in the live preview a page, or a file, is made when a browser asks for it.

MkDocs' server gives what is in the site's folder. What it does not find there is looked for among
the outputs of the last build, is put in the folder, and the server is asked again: so it adds what
reloads a page by itself, as it does to any other.
"""

import logging
from collections.abc import Callable, Iterable
from html import escape
from posixpath import normpath
from threading import Lock
from typing import TYPE_CHECKING, Any

from hooks.showing import Showing

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

log = logging.getLogger("mkdocs.hooks.serving")

_NOT_FOUND = "404 "
_TRIES = 3  # a build may begin whenever something was made
_FAILED = "500 Internal Server Error"
_HTML = [("Content-Type", "text/html; charset=utf-8")]
_CANNOT = (
    '<!doctype html><html lang="it"><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width"><title>Pagina non riuscita</title>'
    "<h1>Questa pagina non si può fare</h1><p>{}</p>"
    "<p>Nel terminale c’è il resto. Quando hai corretto e salvato, ricarica.</p></html>"
)

_shown: list[Showing] = []
# Held while something is made or a build takes the place of the one before: one thing at a time
# goes into the site's folder, and nothing of a build that is not shown any more.
_at_work = Lock()


def show(new: Showing) -> None:
    """Let browsers have what a build made, instead of the one before."""
    with _at_work:
        new.start()
        _shown[:] = [new]


def shown() -> Showing | None:
    """What browsers have now, if there has been a build."""
    return next(iter(_shown), None)


def application(server: "WSGIApplication", base: str) -> "WSGIApplication":
    """The server, with what it does not find made meanwhile. `base` is the site's path."""

    def answer(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        name = _name(environ, base)
        for _ in range(_TRIES):
            said: list[Any] = []
            body = server(environ, _noting(said))  # waits as long as a build is going on
            try:
                if not said[0].startswith(_NOT_FOUND) or not _made(name):
                    break
            except FileNotFoundError as error:  # a record of the last good site
                log.warning("%s: il file «%s» non c'è più", name, error.filename)
                break
            except Exception as error:
                log.exception("%s: la pagina non si può fare", name)
                start_response(_FAILED, _HTML)
                return [_CANNOT.format(escape(f"{type(error).__name__}: {error}")).encode()]
        start_response(*said)
        return body

    return answer


def _made(name: str) -> bool:
    """Whether there was something to make by that name; there is now."""
    with _at_work:
        return any(showing.make(name) for showing in _shown)


def _noting(said: list[Any]) -> "Callable[..., Any]":
    """A `start_response` that keeps what it is told."""

    def start_response(status: str, headers: list[tuple[str, str]], *_: object) -> None:
        said[:] = [status, headers]

    return start_response


def _name(environ: "WSGIEnvironment", base: str) -> str:
    """The file that is asked for, as the server reads addresses."""
    path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
    if not f"{path}/".startswith(base):
        return ""
    name = f"{path[len(base) :]}index.html" if path.endswith("/") else path[len(base) :]
    return normpath(f"/{name}").lstrip("/")
