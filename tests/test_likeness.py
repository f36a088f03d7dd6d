"""How alike texts are, and which records are related: on texts made for it."""

import pytest

from generator.catalogue import Catalogue, load_catalogue
from generator.index import build_index
from generator.kinship import _ALIKE, _KINSHIP, _WORDS, Kin, build_kin
from generator.likeness import Likeness, build_likeness
from generator.stems import counted
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


def likeness_of(texts: dict[str, str]) -> Likeness[str]:
    return build_likeness([counted(texts, texts.__getitem__)], texts.__getitem__)


@pytest.mark.parametrize(("one", "other"), [("compost", "orti"), ("nidi", "asili")])
def test_texts_about_the_same_thing_are_alike(one: str, other: str) -> None:
    found = likeness_of(TEXTS).alike(one)

    assert max(found, key=lambda key: found[key]) == other


def test_likeness_goes_both_ways_and_never_to_oneself() -> None:
    likeness = likeness_of(TEXTS)
    for one in TEXTS:
        for other, cosine in likeness.alike(one).items():
            assert other != one
            assert 0 < cosine <= 1
            assert likeness.alike(other)[one] == pytest.approx(cosine)


def test_those_less_alike_can_be_left_out() -> None:
    likeness = likeness_of(TEXTS)
    found = likeness.alike("compost")
    most = max(found.values())

    assert likeness.alike("compost", most) == {"orti": most}
    assert likeness.alike("compost", 1.1) == {}


def test_the_shared_words_are_told_as_the_text_spells_them() -> None:
    """«asilo» and «asili» are one word; each text tells its own form."""
    likeness = likeness_of(TEXTS)

    assert "asili" in likeness.shared("nidi", ["asili"], 9)["asili"]
    assert "asilo" in likeness.shared("asili", ["nidi"], 9)["nidi"]
    assert len(likeness.shared("nidi", ["asili"], 1)["asili"]) == 1
    assert likeness.shared("nidi", [], 9) == {}


def test_a_word_is_told_in_the_form_that_the_text_has_most_often() -> None:
    one = "Gli alberi, un albero e altri alberi"
    likeness = likeness_of({"uno": one, "due": "Albero", "tre": "Strade"})

    assert likeness.shared("uno", ["due"], 9) == {"due": ["alberi"]}


def test_words_that_every_text_holds_make_nothing_alike() -> None:
    found = likeness_of({"uno": "Comune di Prova", "due": "Comune di Prova", "tre": "Comune"})

    assert found.alike("tre") == {}


def test_no_text_no_likeness() -> None:
    assert likeness_of({"vuoto": "", "altro": ""}).alike("vuoto") == {}
    assert likeness_of(TEXTS).alike("ignoto") == {}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(ROOT / "practices", "practices")[0]


@pytest.fixture(scope="module")
def kin(catalogue: Catalogue) -> Kin:
    return build_kin(build_index(catalogue))


def test_related_records_are_others_finished_and_with_a_reason(
    catalogue: Catalogue, kin: Kin
) -> None:
    drafts = {entry.ref for entry in catalogue.entries.values() if is_draft(entry)}

    assert drafts
    assert kin.keys() == catalogue.entries.keys()
    for ref, others in kin.items():
        assert not {ref, *drafts} & {other.ref for other in others}
        assert all(other.reasons for other in others)
        assert len(others) <= 5
    assert sum(map(len, kin.values())) > len(kin)


def test_kin_are_worked_out_once_when_asked_for(catalogue: Catalogue, kin: Kin) -> None:
    first = next(iter(catalogue.entries))

    assert kin[first] is kin[first]
    assert kin[first] == kin.closest(first, 5)
    with pytest.raises(KeyError):
        kin[Ref(first.type, "ignoto")]


def test_the_most_akin_come_first(kin: Kin) -> None:
    """Shared values weigh as `_KINSHIP` says, shared words by how alike they make two texts."""
    values = kin.index.values

    def weight(one: Ref, other: Ref) -> float:
        same = [value for value in values[one] if value in values[other]]
        told = sum(_KINSHIP[value.facet][0] for value in same if value.facet in _KINSHIP)
        return told + _WORDS * kin.index.likeness.alike(one, _ALIKE).get(other, 0)

    for ref in kin:
        found = [related.ref for related in kin.closest(ref, 100)]
        assert found == sorted(found, key=lambda other: (-weight(ref, other), other))
        assert kin.closest(ref, 5) == kin.closest(ref, 100)[:5]
