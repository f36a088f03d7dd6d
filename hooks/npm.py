"""npm: the files of others' packages that browsers load, copied into the site as they are.

`make` puts the packages in `node_modules/`, at the versions of package-lock.json; nothing of theirs
is in the repository.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

_FACES: Mapping[str, tuple[str, ...]] = {
    "titillium-web": (
        "latin-400-normal",
        "latin-600-normal",
        "latin-ext-400-normal",
        "latin-ext-600-normal",
    ),
    "lora": ("latin-400-normal", "latin-400-italic", "latin-600-normal", "latin-ext-400-normal"),
    "roboto-mono": ("latin-400-normal",),
}
COPIED: Mapping[str, str] = {
    "yaml/browser": "assets/yaml",
    "yaml/LICENSE": "assets/yaml/LICENSE",
    # Its licences are at its head. Not as .mjs, which not all servers know to be a script.
    "@sqlite.org/sqlite-wasm/dist/index.mjs": "assets/sqlite/sqlite3.js",
    "@sqlite.org/sqlite-wasm/dist/sqlite3.wasm": "assets/sqlite/sqlite3.wasm",
    **{f"@fontsource/{font}/LICENSE": f"assets/fonts/{font}.LICENSE.txt" for font in _FACES},
    **{
        f"@fontsource/{font}/files/{font}-{face}.woff2": f"assets/fonts/{font}-{face}.woff2"
        for font, faces in _FACES.items()
        for face in faces
    },
}
"""A file, or a folder with all that it holds, by its place among the packages: its address. A
package's licence goes along with it."""


def add_packages(files: Files, config: MkDocsConfig, copied: Mapping[str, str] = COPIED) -> None:
    """Add what the site needs of the packages to its files."""
    for place, address in copied.items():
        for path, to in _files(found(place, config), address):
            files.append(File.generated(config, to, abs_src_path=str(path)))


def found(place: str, config: MkDocsConfig) -> Path:
    """Where a package, or something in it, is; an error that says what to do where it is not."""
    path = Path(config.config_file_path).parent / "node_modules" / place
    if not path.exists():
        raise PluginError(f"Manca node_modules/{place}: lancia «make node_modules/installed».")
    return path


def _files(path: Path, address: str) -> Iterator[tuple[Path, str]]:
    if path.is_file():
        yield path, address
    for inside in sorted(entry for entry in path.rglob("*") if entry.is_file()):
        yield inside, f"{address}/{inside.relative_to(path).as_posix()}"
