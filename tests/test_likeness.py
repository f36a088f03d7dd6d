"""How alike texts are, and which records are related: on texts made for it."""

import pytest

from generator.catalogue import Catalogue, load_catalogue
from generator.index import build_index
from generator.kinship import Kin, related
from generator.likeness import build_likeness
from generator.values import Ref
from generator.views.cards import is_draft
from tests.building import ROOT

TEXTS = {
    "compost": "Il compost di quartiere: il Comune dà le compostiere ai cittadini del quartiere",
    "orti": "Orti di quartiere coltivati dai cittadini con il compost delle compostiere del Comune",
    "nidi": "Il Comune riduce le rette degli asili nido delle famiglie con figli piccoli",
    "asili": "Asilo nido gratis: la retta la paga la Regione, le famiglie non pagano",
    "buche": "Segnalare le buche delle strade",
}


@pytest.mark.parametrize(("one", "other"), [("compost", "orti"), ("nidi", "asili")])
def test_texts_about_the_same_thing_are_alike(one: str, other: str) -> None:
    found = build_likeness(TEXTS).alike(one)

    assert max(found, key=lambda key: found[key].cosine) == other


def test_likeness_goes_both_ways_and_never_to_oneself() -> None:
    likeness = build_likeness(TEXTS)
    for one in TEXTS:
        for other, alike in likeness.alike(one).items():
            assert other != one
            assert 0 < alike.cosine <= 1
            assert likeness.alike(other)[one].cosine == pytest.approx(alike.cosine)


def test_the_shared_words_are_told_as_the_text_spells_them() -> None:
    """«asilo» and «asili» are one word; each text tells its own form."""
    likeness = build_likeness(TEXTS)

    assert "asili" in likeness.alike("nidi")["asili"].words
    assert "asilo" in likeness.alike("asili")["nidi"].words


def test_words_that_every_text_holds_make_nothing_alike() -> None:
    found = build_likeness({"uno": "Comune di Prova", "due": "Comune di Prova", "tre": "Comune"})

    assert [alike.cosine for alike in found.alike("tre").values() if alike.cosine] == []


def test_no_text_no_likeness() -> None:
    assert build_likeness({"vuoto": "", "altro": ""}).alike("vuoto") == {}
    assert build_likeness(TEXTS).alike("ignoto") == {}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(ROOT / "practices", "practices")[0]


def test_related_records_are_others_finished_and_with_a_reason(catalogue: Catalogue) -> None:
    index = build_index(catalogue)
    drafts = {entry.ref for entry in catalogue.entries.values() if is_draft(entry)}
    found = {ref: related(index, ref) for ref in catalogue.entries}

    assert drafts
    for ref, others in found.items():
        assert not {ref, *drafts} & {other.ref for other in others}
        assert all(other.reasons for other in others)
        assert len(others) <= 5
    assert sum(map(len, found.values())) > len(found)


def test_kin_are_worked_out_once_when_asked_for(catalogue: Catalogue) -> None:
    index = build_index(catalogue)
    kin = Kin(index)
    first = next(iter(catalogue.entries))

    assert kin[first] is kin[first]
    assert dict(kin) == {ref: related(index, ref) for ref in catalogue.entries}
    with pytest.raises(KeyError):
        kin[Ref(first.type, "ignoto")]
