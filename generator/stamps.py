"""Stamps: by what to know that a file is still what it was, without reading it."""

import os

Stamp = tuple[int, int, int]
"""The inode, the size, the nanosecond of the last change. Whoever writes into a file changes the
last, whatever the clock says."""


def stamp_of(known: os.stat_result) -> Stamp:
    """The stamp of a file of which the system says this."""
    return known.st_ino, known.st_size, known.st_mtime_ns
