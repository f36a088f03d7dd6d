"""Renaming: a name that a record had leads to it, and to nothing else."""

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.problems import Invalid, Problem, problem


def former_ids_are_free(catalogue: Catalogue) -> Iterator[Problem]:
    """What is renamed leaves its name to no other record, present, withdrawn or renamed too."""
    taken = {ref: entry.path for ref, entry in catalogue.entries.items()}
    taken |= dict.fromkeys(catalogue.withdrawn, "una scheda ritirata")
    for former, ref in catalogue.renamed():
        entry = catalogue.entries[ref]
        if former in taken:
            place = entry.held.former_ids.index(former.id)
            refusal = Invalid("former-id-taken", text=former.id, other=taken[former])
            location = entry.location("nomi_precedenti", place)
            yield problem(location, f"nomi_precedenti[{place}]", refusal)
        taken.setdefault(former, entry.path)


RENAMING = (former_ids_are_free,)
