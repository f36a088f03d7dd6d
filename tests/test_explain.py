"""Every problem is explained, and the examples are true: one has it, the other has none."""

import re
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.explanations import EXPLANATIONS, Explanation
from generator.messages import MESSAGES
from tests.test_cases import problems

BASE = {
    "titolo": "Esempio",
    "sintesi": "Un esempio.",
    "temi": "[rifiuti]",
    "realizzato_da": "comune-di-prova",
    "fonti": "[{titolo: Pagina}]",
}
MORE = {
    "pratiche": {"livello": "pratica-promettente"},
    "trasferimenti": {"pratica_ripresa": "compost-di-quartiere"},
}


def found(explanation: Explanation, piece: str, folder: Path) -> list[str]:
    """The problems of a record that holds a piece, and whatever else it must have."""
    written = set(re.findall(r"^(\w+):", piece, re.MULTILINE))
    fields = BASE | MORE.get(explanation.folder, {})
    rest = [f"{key}: {value}" for key, value in fields.items() if key not in written]
    document = "\n".join([*rest, piece, ""])
    lines = problems({"file": f"{explanation.folder}/prova.yml", "document": document}, folder)
    return [line for line in lines if f"{explanation.folder}/prova.yml" in line]


def test_every_problem_is_explained() -> None:
    assert EXPLANATIONS.keys() == MESSAGES.keys()


@pytest.mark.parametrize("code", [code for code in EXPLANATIONS if EXPLANATIONS[code].before])
def test_the_example_has_the_problem_and_mended_has_none(code: str, tmp_path: Path) -> None:
    explanation = EXPLANATIONS[code]

    before = found(explanation, explanation.before, tmp_path / "before")
    assert any(line.endswith(f"[{code}]") for line in before), before
    assert found(explanation, explanation.after, tmp_path / "after") == []


def test_what_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "[not-a-list]"]) == 0
    printed = capsys.readouterr().out
    assert printed == (
        "not-a-list: qui serve un elenco: una voce per riga, preceduta da «- »\n\n"
        "Perché: Questo campo può avere più valori, quindi è un elenco anche quando la voce è una\n"
        "sola.\n\n"
        "Come si corregge: Vai a capo e scrivi una voce per riga, con un trattino e uno spazio\n"
        "davanti.\n\n"
        "Così no:\n    temi: rifiuti\nCosì sì:\n    temi:\n      - rifiuti\n"
    )


@pytest.mark.parametrize("code", EXPLANATIONS)
def test_each_is_printed_in_short_lines(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", code]) == 0
    first, *rest = capsys.readouterr().out.splitlines()
    assert "{" not in first
    assert all(len(line) <= 150 for line in rest)


def test_all_codes_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    assert [line.split(":")[0] for line in capsys.readouterr().out.splitlines()] == sorted(MESSAGES)


def test_a_misspelt_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "unknow-term"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == "«unknow-term» non è il codice di un problema; forse «unknown-term».\n"
