"""The words of texts, counted in lots that are kept: by a store as if there were none."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import stems
from generator.likeness import build_likeness
from generator.stems import Counted, counted, counted_once
from generator.store import NO_STORE, Store, digest
from generator.values import Ref

Texts = Mapping[Ref, str]
WORDS = ["orto", "orti", "comune", "città", "ȡȡȡȡ", "quartiere", "Àgorà", "di", "x1"]
TEXTS = st.dictionaries(
    st.builds(Ref, st.just("esperienze"), st.sampled_from("abcdefghij")),
    st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join),
)


def read_once(texts: Texts, store: Store) -> tuple[Sequence[Counted[Ref]], list[Ref]]:
    """The lots, and the texts that were read for them."""
    read = []

    def text(ref: Ref) -> str:
        read.append(ref)
        return texts[ref]

    digests = {ref: digest(*ref, text) for ref, text in texts.items()}
    return list(counted_once(digests, text, store)), read


def told(lots: Sequence[Counted[Ref]]) -> Mapping[Ref, Mapping[str, float]]:
    likeness = build_likeness(lots, lambda _: "")
    return dict(zip(likeness.keys, likeness.telling, strict=True))


def test_stems_are_counted_whatever_their_endings_and_accents() -> None:
    lot = counted(["uno", "due"], {"uno": "Orti, orto e città ȡȡȡȡ", "due": "L'orto"}.__getitem__)

    assert lot.stems == ["", "citt", "ort"]
    assert list(lot.spread) == [1, 1, 2]
    assert [(list(places), list(counts)) for places, counts in lot.texts] == [
        ([2, 1, 0], [2, 1, 1]),
        ([2], [1]),
    ]


def test_what_was_counted_is_not_counted_again(tmp_path: Path) -> None:
    texts = {Ref("esperienze", f"e{number}"): f"Orto numero {number}" for number in range(200)}
    store = Store(tmp_path / "store")

    assert sorted(read_once(texts, store)[1]) == sorted(texts)
    assert read_once(texts, store)[1] == []
    changed = Ref("esperienze", "e7")
    read = read_once(texts | {changed: "Altro"}, store)[1]
    assert changed in read
    assert len(read) < len(texts) / 10


@settings(max_examples=50, deadline=None)
@given(edits=st.lists(TEXTS, min_size=1, max_size=4))
def test_what_is_kept_changes_nothing(
    edits: Sequence[Texts], tmp_path_factory: pytest.TempPathFactory
) -> None:
    store = Store(tmp_path_factory.mktemp("stems") / "store")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stems, "_LOTS", 3)
        for texts in [*edits, *edits]:
            kept = read_once(texts, store)[0]
            assert kept == read_once(texts, NO_STORE)[0]
            assert told(kept) == told([counted(texts, texts.__getitem__)])
