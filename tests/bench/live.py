"""Live: how long an editor waits, from a record saved to its page in the preview."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from time import perf_counter, sleep
from urllib.request import urlopen

_TRIES = 60_000
_PAUSE = 0.02


def wait(edit: Callable[[], str], page: str, root: Path, environment: Mapping[str, str]) -> float:
    """Seconds until a page of the preview holds what an edit gives back."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        server = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", server]
    running = subprocess.Popen(
        command, cwd=root, env=os.environ | environment, stderr=subprocess.DEVNULL
    )
    try:
        _until(f"http://{server}/{page}", "", running)
        text, start = edit(), perf_counter()
        _until(f"http://{server}/{page}", text, running)
        return perf_counter() - start
    finally:
        running.kill()
        running.wait()


def _until(address: str, text: str, running: subprocess.Popen[bytes]) -> None:
    for _ in range(_TRIES):
        with suppress(OSError), urlopen(address, timeout=60) as answer:
            if text in answer.read().decode():
                return
        if running.poll() is not None:
            sys.exit("the preview ended by itself")
        sleep(_PAUSE)
    sys.exit(f"{address} never came")
