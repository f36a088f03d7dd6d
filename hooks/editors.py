"""Editors: the schemas that `.vscode/settings.json` points to, fresh while a preview is running.

`make site` leaves them there too; a preview's own site is in a folder that nobody knows.
"""

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from generator import routes
from generator.outputs import File, Output
from hooks import content


def write_schemas(outputs: Iterable[Output], config: MkDocsConfig) -> None:
    """Write the schemas that changed into the folder of the built site, if they are its own."""
    root = Path(config.config_file_path).parent
    if content.folder(config) != root / "practices":
        return
    for output in outputs:
        if isinstance(output, File) and output.address.startswith(routes.SCHEMAS):
            path = root / "site" / output.address
            if not path.exists() or path.read_text(encoding="utf-8") != output.content:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(output.content, encoding="utf-8")
