"""Hugo: the same Markdown pages as a Hugo site with the barest of layouts."""

from pathlib import Path

_CONFIGURATION = """\
baseURL = "https://prova.example.org/"
title = "Esperienze"
languageCode = "it"
disableKinds = ["taxonomy", "term", "RSS"]
"""
_PAGE = """\
<!doctype html>
<html lang="it"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body data-pagefind-body>%s</body></html>
"""
_LIST = "<ul>{{ range site.RegularPages }}" + (
    '<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>'
)


def write_site(site: Path) -> None:
    """Write all but the content, which is that of the plain site."""
    layouts = site / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (site / "hugo.toml").write_text(_CONFIGURATION, encoding="utf-8")
    (layouts / "single.html").write_text(_PAGE % "{{ .Content }}", encoding="utf-8")
    (layouts / "list.html").write_text(_PAGE % _LIST, encoding="utf-8")
