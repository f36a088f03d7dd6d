"""Sending: what another place must get, and lose, to be the same as a site, and in which order.

Of what is being changed the manifest vouches for nothing until it is done: whatever stops it, and
whenever, the next sending makes the place the same as the site.
"""

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from secrets import token_hex

from hooks.manifest import NAME, Manifest, digests, is_sound
from hooks.remote import Remote, Trouble

log = logging.getLogger("mkdocs.hooks.sending")

_MOST_FILES = 500
_MOST_BYTES = 64 << 20
"""What goes at once: some drivers hold it in memory."""
_WORTH = 12_000
"""Bytes sent, for each name in the manifest, before it is written again: a hundred times as much as
it weighs."""


@dataclass(frozen=True, slots=True)
class Sending:
    """What a place must get, and lose, to be the same as a site."""

    site: Path
    remote: Remote
    digests: Mapping[str, str]
    turns: Sequence[Sequence[str]]
    """Names of files to send; a turn begins when the one before is over."""
    removed: Sequence[str]
    run: str
    known: Manifest
    """What was there before."""

    def uncertain(self, known: Manifest) -> Manifest:
        """What is there while this goes on."""
        sent = (name for names in self.turns for name in names)
        return known.doubting(self.run, sent, self.removed)


def prepared(site: Path, remote: Remote, take_over: bool = False) -> Sending:
    """What there is to send to a place, if it may be."""
    ours = digests(site)
    odd = [name for name in ours if not is_sound(name)]
    if odd:
        raise Trouble(f"«{odd[0]}» ha nel nome segni che altrove non vanno. Cambiagli nome")
    known = _known(remote, take_over)

    def turn(name: str) -> tuple[bool, bool]:
        """What is new before: no link leads to it yet. Pages after what they show."""
        return known.has(name), name.endswith(".html")

    differing = sorted((name for name in ours if known.files.get(name) != ours[name]), key=turn)
    turns = [list(names) for _, names in groupby(differing, turn)]
    removed = sorted(known.files.keys() - ours.keys())
    return Sending(site, remote, ours, turns, removed, token_hex(8), known)


def send(sending: Sending) -> None:
    """Make a place the same as the site, once its manifest says what is uncertain."""
    note = dict(sending.uncertain(sending.known).files)
    sent = 0
    for files in _groups(sending):
        sending.remote.put(files)
        note |= {name: sending.digests[name] for name in files}
        sent += sum(path.stat().st_size for path in files.values())
        if sent > _WORTH * len(note):
            _write(sending, note)
            sent = 0
    for start in range(0, len(sending.removed), _MOST_FILES):
        sending.remote.remove(sending.removed[start : start + _MOST_FILES])
    _write(sending, {name: note[name] for name in sending.digests})


def _known(remote: Remote, take_over: bool) -> Manifest:
    found = remote.known()
    if found is None:
        if take_over or remote.is_empty():
            return Manifest()
        raise Trouble(
            "lì ci sono già dei file, che non vengono da questo comando. Indica una cartella vuota,"
            " oppure aggiungi --take-over: quelli che si chiamano come un file del sito diventano "
            "quello, gli altri restano"
        )
    if not found.run:
        log.warning("Lì «%s» non si legge: rimando tutto. Quello che non serve più resta.", NAME)
    return found


def _groups(sending: Sending) -> Iterator[Mapping[str, Path]]:
    """The files to send, by their names, as many at once as is wise."""
    for names in sending.turns:
        group: dict[str, Path] = {}
        size = 0
        for name in names:
            path = sending.site / name
            size += path.stat().st_size
            if group and (len(group) == _MOST_FILES or size > _MOST_BYTES):
                yield group
                group, size = {}, path.stat().st_size
            group[name] = path
        yield group


def _write(sending: Sending, note: Mapping[str, str | None]) -> None:
    """Write the manifest, unless another command has begun meanwhile: few storages have locks."""
    found = sending.remote.known() or Manifest()
    if found.run == sending.run:
        sending.remote.write(Manifest(sending.run, note))
        return
    sending.remote.write(sending.uncertain(found))  # the other, too, will find that it is not alone
    raise Trouble("intanto un altro comando inviava nello stesso posto. Aspetta che finisca")
