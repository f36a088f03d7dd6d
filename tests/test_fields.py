"""The field guide says of every field what its declaration says."""

from itertools import pairwise
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.fields import Group
from generator.records import RECORD_TYPES
from generator.schema import schema_of

SITE = Path(__file__).parent / "site" / "practices"


def labels(record: type) -> list[str]:
    found = []
    for attribute in schema_of(record).attributes:
        found.append(f"{attribute.key}: {attribute.field.label}")
        if isinstance(attribute.field, Group):
            found += labels(attribute.field.of)
    return found


@pytest.mark.parametrize("folder", RECORD_TYPES)
def test_every_field_is_there(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fields", folder, "--practices", str(SITE)]) == 0
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    pairs = [": ".join(pair) for pair in pairwise(lines)]

    for label in labels(RECORD_TYPES[folder].record):
        assert any(pair.startswith(f"{label} (") for pair in pairs), label
    assert all(len(line) <= 100 for line in lines)


def test_what_is_said_of_a_field(capsys: pytest.CaptureFixture[str]) -> None:
    main(["fields", "esperienze", "--practices", str(SITE)])
    printed = capsys.readouterr().out

    assert printed.startswith("Esperienza: practices/esperienze/NOME.yml\n")
    assert (
        "\ntemi\n    Temi (obbligatorio, una o più voci): voce di practices/vocabolari/temi.yml. "
        "Uno o più,\n"
        "    di solito non più di sei.\n    Voci: rifiuti, acqua, energia.\n"
    ) in printed
    assert "Voci: ot6 (Ambiente di prova), ot11 (Capacità di prova)." in printed
    assert (
        "\nlezioni\n"
        "    Lezioni (facoltativo): testo con paragrafi, elenchi e **grassetti**. "
        "Che cosa faresti in\n    un altro modo.\n"
        "    Al posto del testo si può dire che è rinviato, con questi campi:\n"
        "    rinviato\n"
    ) in printed


def test_a_long_vocabulary_is_cut_short_and_counted(capsys: pytest.CaptureFixture[str]) -> None:
    main(["fields", "pratiche"])

    assert "servizi-di-cura, rifiuti e altre 4." in " ".join(capsys.readouterr().out.split())


def test_without_a_content_folder_the_declaration_is_enough(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["fields", "esperienze", "--practices", str(tmp_path / "assente")]) == 0
    assert "Voci:" not in capsys.readouterr().out
