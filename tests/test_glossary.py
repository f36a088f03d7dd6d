"""The words of the glossary and of the thesaurus: which a text uses, and what else they are."""

import pytest

from generator.glossary import glossary_of, thesaurus_of
from generator.records.terms import GlossaryTerm, Synonyms
from generator.values import Prose

TERMS = {
    term.id: term
    for term in (
        GlossaryTerm(id="oiv", label="Organismo di valutazione", short="OIV", definition=Prose("")),
        GlossaryTerm(id="fse", label="Fondo sociale", short="FSE+", definition=Prose("")),
        GlossaryTerm(id="gara", label="Gara", definition=Prose("")),
        GlossaryTerm(id="pec", label="PEC", definition=Prose("")),
    )
}
GROUPS = {
    term.id: term
    for term in (
        Synonyms(id="nidi", label="Asilo nido", forms=("nidi", "servizi per l'infanzia")),
        Synonyms(id="ai", label="IA", forms=("intelligenza artificiale",)),
    )
}


@pytest.mark.parametrize(
    ("text", "used", "other_words"),
    [
        ("L'OIV dice la sua", {"oiv"}, "Organismo di valutazione"),
        ("L'organismo di valutazione", {"oiv"}, "OIV"),
        ("OIV, o Organismo di valutazione", {"oiv"}, "Organismo di valutazione OIV"),
        ("Fondi FSE+ e una gara", {"fse", "gara"}, "Fondo sociale"),
        ("La pec del Comune", {"pec"}, ""),
        ("Un organismo e la valutazione", set(), ""),
        ("Le gare, gli oiv e garanzie", set(), ""),
        ("", set(), ""),
    ],
)
def test_what_a_text_uses_of_the_glossary(text: str, used: set[str], other_words: str) -> None:
    found = glossary_of(TERMS).used_in(text)
    kept = {*found.glossary.by_acronym.values(), *found.glossary.by_name.values()}

    assert {term.id for term in kept} == used
    assert found.other_words == other_words
    assert {term.id for _, term in found.glossary.used(text)} == used


@pytest.mark.parametrize(
    ("text", "other_words"),
    [
        ("I nidi di Prova", "asilo nido servizi per l'infanzia"),
        ("I servizi per l'infanzia: l'asilo nido", "nidi"),
        ("L'IA nei Comuni", "intelligenza artificiale"),
        ("L'intelligenza umana di chi annida", ""),
    ],
)
def test_the_other_words_of_what_a_text_says(text: str, other_words: str) -> None:
    assert thesaurus_of(GROUPS).other_words(text) == other_words
