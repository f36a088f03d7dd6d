"""The CMS: Sveltia CMS as the editor in the browser, at `/redazione/`, served by the site itself.

Whatever its script would ask of other sites is copied here, and the addresses inside it changed.
"""

import json
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from generator import routes
from generator.catalogue import Catalogue
from generator.exports.cms import cms_config, layouts
from generator.exports.json_schema import names_of
from generator.outputs import File
from hooks import npm

_PACKAGE = "@sveltia/cms"
_LOCALE = "it"
_FONTS = {
    "source-sans-3": "source-sans-3:vf@5.3.0/latin-wght-normal.woff2",
    "noto-mono": "noto-mono@5.3.0/latin-400-normal.woff2",
    "material-symbols-outlined": "material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2",
}
_FONT_HOST = "https://cdn.jsdelivr.net/fontsource/fonts/"
_PACKAGE_HOST = "https://unpkg.com/"
# Where it would ask whether the forge works, and an answer that says yes to all of them.
_STATUS_PAGES = (
    "https://www.githubstatus.com/api/v2/status.json",
    "https://status-api.hostedstatus.com/1.0/status/5b36dc6502d06804c08349f7",
)
_STATUS = {"status": {"indicator": "none"}, "result": {"status_overall": {"status_code": 100}}}
_API = {
    "github": "https://api.github.com",
    "gitlab": "https://gitlab.com",
    "gitea": "https://gitea.com",
    "test-repo": "",  # the browser's own memory: only tests set it
}
_WITH_REVIEW = ("github", "gitlab")
_MESSAGES = {
    "create": "{{collection}}: nuova scheda {{slug}}",
    "update": "{{collection}}: cambia {{slug}}",
    "delete": "{{collection}}: toglie {{slug}}",
}
_PAGE = """\
<!doctype html>
<html lang="it">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>Redazione – {site}</title>
<link rel="icon" href="../assets/icona.svg">
<script type="module" src="../assets/editor.js"></script>
</head>
<body>
<noscript>La redazione nel browser funziona con JavaScript.</noscript>
</body>
</html>
"""


def outputs(catalogue: Catalogue, config: MkDocsConfig) -> Iterator[File]:
    """The page, what it reads and the script it loads; nothing where no editor is set."""
    options = config.extra.get("cms")
    if not options:
        return
    where = backend(options)
    settings = {
        "backend": where,
        "publish_mode": "editorial_workflow" if where["name"] in _WITH_REVIEW else "simple",
        "app_title": f"Redazione di {config.site_name}",
        "logo": {"src": "../assets/icona.svg"},
        **cms_config(names_of(catalogue)),
    }
    if config.site_url:
        settings["site_url"] = config.site_url
    page = _PAGE.format(policy=escape(policy(where)), site=escape(config.site_name))
    yield _file("index.html", page)
    yield _file("config.json", _json(settings))
    yield _file("layouts.json", _json(layouts()))
    yield from _script(npm.found(_PACKAGE, config))


def copied(config: MkDocsConfig) -> Mapping[str, str]:
    """The files of the package that the site has as they are, by their place: their addresses."""
    if not config.extra.get("cms"):
        return {}
    package = npm.found(_PACKAGE, config)
    immutable = f"immutable@{_about(package)['dependencies']['immutable'].lstrip('^')}"
    found = {
        f"{_PACKAGE}/LICENSE.txt": _address("LICENSE.txt"),
        f"{_PACKAGE}/dist/chunks/react-dom.js": _address("chunks/react-dom.js"),
        "immutable/dist/immutable.es.js": _address(f"{immutable}/dist/immutable.es.js"),
        "immutable/LICENSE": _address(f"{immutable}/LICENSE"),
    }
    for font in _FONTS:
        pattern = f"{font}-latin-*.woff2"
        name = next((path.name for path in (package / "npm" / "assets").glob(pattern)), pattern)
        found[f"{_PACKAGE}/npm/assets/{name}"] = _address(f"{font}.woff2")
        licence = f"{font}.LICENSE.txt"
        found[f"{_PACKAGE}/npm/assets/{licence}"] = _address(licence)
    return found


def entry(source: str) -> str:
    """Where the editor opens a record, by its file."""
    _, folder, name = PurePosixPath(source).with_suffix("").parts
    return f"{routes.EDITOR}#/collections/{folder}/entries/{name}"


def backend(options: Mapping[str, Any]) -> dict[str, Any]:
    """Where the files are and who may write them: the options of mkdocs.yml and what they imply.

    Without an application that signs people in, they paste a token: by itself, the editor would
    send them to a service of somebody else's.
    """
    name = options.get("name")
    if name not in _API:
        known = ", ".join(name for name, api in _API.items() if api)
        raise PluginError(f"mkdocs.yml: extra.cms.name è «{name}», può essere: {known}")
    implied: dict[str, Any] = {}
    if name != "test-repo":
        implied["commit_messages"] = _MESSAGES
        if not options.get("base_url" if name == "github" else "app_id"):
            implied["auth_methods"] = ["token"]
    if name == "github":
        implied |= {"open_authoring": True, "auth_scope": "public_repo"}
    return implied | dict(options)


def policy(backend: Mapping[str, Any]) -> str:
    """What the page may load, and from where: this site, and the one that keeps the files."""
    asked = [backend.get(key) for key in ("api_root", "graphql_api_root", "base_url")]
    given = [f"{parts.scheme}://{parts.netloc}" for parts in map(urlsplit, filter(None, asked))]
    hosts = given if backend.get("api_root") else [_API[backend["name"]], *given]
    return "; ".join(
        [
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' blob: data:",
            "font-src 'self'",
            " ".join(["connect-src 'self' blob: data:", *dict.fromkeys(filter(None, hosts))]),
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _script(package: Path) -> Iterator[File]:
    """The editor's script with the addresses of this site, and what it will look for there."""
    version = _about(package)["version"]
    text = (package / "dist" / "sveltia-cms.js").read_text(encoding="utf-8")
    for font, address in _FONTS.items():
        text = replaced(text, f"{_FONT_HOST}{address}", f"{font}.woff2")
    # Its own package, immutable, and what it loads for code, maps and pictures: none of those here.
    text = replaced(text, _PACKAGE_HOST, "./", times=4)
    for page in _STATUS_PAGES:
        text = replaced(text, page, "status.json")
    yield _file("status.json", _json(_STATUS))
    text = replaced(text, "`maximum-scale=1`,", "")  # who needs larger letters can have them
    yield _file("sveltia-cms.js", text)
    words = (package / "locales" / f"{_LOCALE}.json").read_text(encoding="utf-8")
    yield _file(f"{_PACKAGE}@{version}/locales/{_LOCALE}.json", words)
    yield _file(f"{_PACKAGE}/package.json", _json({"version": version}))  # no newer one to propose


def replaced(text: str, old: str, new: str, times: int = 1) -> str:
    """The text with one piece in place of another, which must be there so many times."""
    if text.count(old) != times:
        raise PluginError(
            f"{_PACKAGE} è cambiato: «{old}» si trova {text.count(old)} volte e non {times}. "
            "Che cosa va sostituito lo dice hooks/cms.py."
        )
    return text.replace(old, new)


def _about(package: Path) -> dict[str, Any]:
    """What the package says of itself."""
    about: dict[str, Any] = json.loads((package / "package.json").read_text(encoding="utf-8"))
    return about


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _file(name: str, content: str) -> File:
    return File(_address(name), content)


def _address(name: str) -> str:
    return f"{routes.EDITOR}{name}"
