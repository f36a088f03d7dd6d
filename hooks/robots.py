"""robots.txt: what search engines are told (RFC 9309); of a site on trial, to stay away."""

from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig

from generator.outputs import File
from hooks.identity import Environment


def outputs(config: MkDocsConfig) -> Iterator[File]:
    """The file. It counts where the site is the whole of its host."""
    if config.extra["identity"].environment is Environment.TRIAL:
        rules = "Disallow: /\n"
    else:
        rules = f"Disallow:\n\nSitemap: {str(config.site_url).rstrip('/')}/sitemap.xml\n"
    yield File("robots.txt", f"User-agent: *\n{rules}")
