"""Progress: a bar on a terminal, a line elsewhere."""

import io
import logging

import pytest

from hooks import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("file", [Terminal(), io.StringIO()])
def test_what_takes_long_is_counted(
    file: io.StringIO, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    monkeypatch.setattr("sys.stderr", file)
    assert list(progress.followed(iter("abcd"), "Pagine", 4)) == list("abcd")

    assert caplog.messages == ["Pagine: 4"]
    assert ("Pagine:   0%" in file.getvalue()) == file.isatty()
    assert progress._running == []
