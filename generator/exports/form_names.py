"""The names of the form: the terms and the records that its fields choose from."""

import json
from dataclasses import asdict
from typing import Any

from generator.catalogue import Catalogue
from generator.exports.json_schema import names_of
from generator.records.terms import ExpectedResult, ProgrammeAction, Status, Subtheme


def form_names_json(catalogue: Catalogue) -> str:
    """Ids and names, in the order of the files, and what the rules ask of some of the terms."""
    withdrawn: dict[str, list[str]] = {}
    for ref in catalogue.withdrawn:
        withdrawn.setdefault(ref.type, []).append(ref.id)
    names = {
        **asdict(names_of(catalogue)),
        "withdrawn": withdrawn,
        "facts": _facts(catalogue),
    }
    return json.dumps(names, ensure_ascii=False, separators=(",", ":"))


def _facts(catalogue: Catalogue) -> dict[str, Any]:
    """Terms that say something of other terms, by vocabulary: what a rule compares."""
    facts: dict[str, Any] = {}
    for vocabulary, terms in catalogue.vocabularies.items():
        for term in terms.values():
            if told := _told(term):
                facts.setdefault(vocabulary, {})[term.id] = told
    return facts


def _told(term: object) -> dict[str, Any]:
    match term:
        case Subtheme():
            return {"theme": term.theme.id}
        case Status(finished=True):
            return {"finished": True}
        case ExpectedResult(objective=None):
            return {"name": term.name}
        case ExpectedResult(objective=objective) if objective:
            return {"name": term.name, "objective": [objective.id, objective.name]}
        case ProgrammeAction():
            result = term.expected_result
            return {
                "code": term.code,
                "programme": term.programme.id,
                "result": [result.id, result.name],
            }
        case _:
            return {}
