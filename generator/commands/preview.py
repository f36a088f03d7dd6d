"""`preview`: a record's page, as one HTML file that opens from the disk."""

import argparse
import sys
from pathlib import Path

from generator.catalogue import load_catalogue
from generator.commands.options import Commands, add_today
from generator.problems import Problem, Severity
from generator.records import RECORD_TYPES
from generator.rules import check
from generator.values import Ref

_ASSETS = Path(__file__).parents[2] / "hooks" / "theme" / "assets"
_STYLES = ("tokens.css", "base.css", "frame.css", "portal.css", "record.css", "funding.css")
_FOLDER = Path("anteprima")


def add(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("preview", help="mostra la pagina di una scheda, in un file HTML")
    parser.add_argument(
        "file", type=Path, metavar="FILE", help="per esempio practices/esperienze/scambio-pa.yml"
    )
    parser.add_argument(
        "--output",
        type=Path,
        metavar="HTML",
        help=f"dove scriverla; altrimenti nella cartella {_FOLDER}/",
    )
    add_today(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    # Only here: the libraries that make pages would cost every other command time and memory.
    from generator.preview import preview, sound_part

    file = options.file if options.file.parent.name else options.file.absolute()
    ref = Ref(file.parent.name, file.stem)
    output = options.output or _FOLDER / f"{ref.type}-{ref.id}.html"
    if wrong := _wrong(file, output):
        print(wrong, file=sys.stderr)
        return 2
    folder = file.parent.parent
    catalogue, problems = load_catalogue(folder, folder.as_posix())
    problems = sorted([*problems, *check(catalogue, options.today)])
    own = [found for found in problems if Path(found.location.path) == file]
    has_page = ref in sound_part(catalogue).entries
    shown = own if has_page or _errors(own) else _errors(problems)  # of what it refers to
    for found in shown:
        print(found, file=sys.stderr)
    styles = "".join((_ASSETS / name).read_text(encoding="utf-8") for name in _STYLES)
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(preview(catalogue, ref, shown, options.today, styles), encoding="utf-8")
    print(output)
    if not has_page:
        print("La scheda non si può ancora mostrare: il file dice perché.", file=sys.stderr)
    return int(bool(_errors(shown)))


def _wrong(file: Path, output: Path) -> str:
    """Why there is nothing to show, or no place to write it; empty when all is well."""
    if file.parent.name not in RECORD_TYPES:
        return f"{file}: non è una scheda; le schede stanno in practices/TIPO/."
    if not file.is_file():
        return f"{file}: non esiste."
    if output.suffix != ".html":
        return f"{output}: il nome di un'anteprima finisce per .html."
    return ""


def _errors(problems: list[Problem]) -> list[Problem]:
    return [found for found in problems if found.severity is Severity.ERROR]
