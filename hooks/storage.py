"""Storage: the built site is sent where files are kept: an object store, SFTP, a share.

`python -m hooks.storage SITE URL`: any address that fsspec knows, by the driver that is installed.
It needs fsspec and tqdm, and nothing else of what builds the site.
"""

import argparse
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from hooks import progress
from hooks.places import Place, alone, reason
from hooks.remote import Trouble, reached
from hooks.sending import prepared, send

log = logging.getLogger("mkdocs.hooks.storage")

_NOTHING = "Non è stato inviato niente: {}."
_HALFWAY = "L'invio si è fermato a metà: {}. Il sito in rete resta leggibile: rilancia per finire."


def _send(place: Place, address: str, take_over: bool) -> None:
    said = _NOTHING
    try:
        with alone(place):
            (place.site / "index.html").stat()
            sending = prepared(place.site, reached(address), take_over)
            many = sum(map(len, sending.turns)), len(sending.removed)
            if not any(many):
                log.info("Non c'è niente da inviare: lì il sito è già questo.")
                return
            sending.remote.write(sending.uncertain(sending.known))
            said = _HALFWAY
            progress.start("File da inviare o togliere", sum(many))
            send(sending)
            log.info(
                "Fatto: inviati %d file su %d, tolti %d.", many[0], len(sending.digests), many[1]
            )
    except FileNotFoundError:
        sys.exit(said.format(f"in «{place.site}» non c'è un sito. Costruiscilo con «make site»"))
    except OSError as error:
        sys.exit(said.format(reason(error)))
    except Trouble as error:
        sys.exit(said.format(error))
    except KeyboardInterrupt:
        sys.exit(said.format("il comando è stato interrotto"))
    finally:
        progress.end()


def main(arguments: Sequence[str] | None = None) -> None:
    """Send; what cannot be done is said in one line."""
    parser = argparse.ArgumentParser(prog="python -m hooks.storage", description=__doc__)
    parser.add_argument("site", type=Path, metavar="SITE")
    parser.add_argument("url", metavar="URL", help="where to, as fsspec writes it")
    parser.add_argument("--take-over", action="store_true", help="even if there are other files")
    options = parser.parse_args(arguments)
    logging.basicConfig(format="%(message)s")
    logging.getLogger("mkdocs.hooks").setLevel(logging.INFO)
    _send(Place(options.site.resolve()), options.url, options.take_over)


if __name__ == "__main__":
    main()
