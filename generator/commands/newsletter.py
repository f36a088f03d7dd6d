"""`newsletter`: a month's issue, proposed for the editors to introduce and prune."""

import argparse
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.catalogue import Catalogue, load_catalogue
from generator.changes import issue_of
from generator.commands.git import NotKnown
from generator.commands.history import came_in
from generator.commands.options import Commands, add_command, add_today
from generator.exports.issue_file import MOST, issue_file, left_out
from generator.index import build_index
from generator.newsletters import NEWSLETTERS, month_of
from generator.problems import Severity
from generator.values import Moment, Ref
from generator.views import words

_UNKNOWN = "Nel file stanno insieme, come «nuove o aggiornate»."
_SENT = "Per rifare gli elenchi, e tenere l'introduzione, aggiungi --again."
_NEXT = "Scrivi l'introduzione e togli quello che non interessa. «make site» farà la pagina, "
_NEXT += "site/newsletter/{month}/, e il messaggio da spedire, messaggio.eml nella stessa cartella."


def add(commands: Commands) -> None:
    """Add the command."""
    about = "prepara la newsletter di un mese"
    parser = add_command(commands, "newsletter", _run, about)
    parser.add_argument("month", type=_month, metavar="AAAA-MM", help="per esempio 2026-11")
    parser.add_argument(
        "--again", action="store_true", help="rifai gli elenchi di un numero che c'è già"
    )
    add_today(parser)


def _month(text: str) -> Moment:
    month = month_of(text)
    if month is None:
        raise argparse.ArgumentTypeError(f"«{text}» non è un mese: scrivilo come 2026-11")
    return month


def _run(options: argparse.Namespace) -> int:
    catalogue, problems = load_catalogue(options.practices, options.practices.as_posix())
    errors = [found for found in problems if found.severity is Severity.ERROR]
    path = options.practices / NEWSLETTERS / f"{options.month}.yml"
    if errors:
        print(*errors, sep="\n")
        print("Correggi prima questi errori, poi rifai la newsletter.", file=sys.stderr)
        return 1
    if path.exists() and not options.again:
        print(f"{path} c'è già. {_SENT}", file=sys.stderr)
        return 2
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_text(catalogue, options), encoding="utf-8")
    print(path)
    print(_NEXT.format(month=options.month), file=sys.stderr)
    return 0


def _text(catalogue: Catalogue, options: argparse.Namespace) -> str:
    """The issue's file, with the introduction and the day that an older one has."""
    known, today = _came_in(options.practices), options.today
    issue = issue_of(catalogue, build_index(catalogue), options.month, today, known)
    if older := catalogue.newsletters.get(options.month):
        issue = replace(issue, published=older.published, introduction=older.introduction)
    for label, number in left_out(issue):
        print(f"{label}: sono {words.number(number)}, nel file {MOST}.", file=sys.stderr)
    if not issue.named:
        print("Nessuna scheda ha date di questo mese.", file=sys.stderr)
    return issue_file(options.month, issue)


def _came_in(folder: Path) -> dict[Ref, date] | None:
    try:
        return dict(came_in(folder))
    except NotKnown as reason:
        print(reason, _UNKNOWN, file=sys.stderr)
        return None
