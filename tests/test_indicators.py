"""What was planned against what was achieved."""

from decimal import Decimal

import pytest

from generator.records.parts import Direction, Indicator
from generator.views.indicators import progress
from generator.views.words import number

UP, DOWN = Direction.UP, Direction.DOWN


@pytest.mark.parametrize(
    ("target", "value", "direction", "said"),
    [
        ("60", "65", UP, "raggiunto: 5 più dell'atteso"),
        ("60", "56.8", UP, "non raggiunto: 3,2 meno dell'atteso"),
        ("60", "60", UP, "raggiunto: pari all'atteso"),
        ("60", "60.0", DOWN, "raggiunto: pari all'atteso"),
        ("10", "41", DOWN, "non raggiunto: 31 più dell'atteso"),
        ("100", "90", DOWN, "raggiunto: 10 meno dell'atteso"),
        ("-10", "-40", DOWN, "raggiunto: 30 meno dell'atteso"),
        ("12", "20", None, "8 più dell'atteso"),
        (None, "20", UP, ""),
        ("20", None, UP, ""),
    ],
)
def test_the_distance_from_the_target(
    target: str | None, value: str | None, direction: Direction | None, said: str
) -> None:
    indicator = Indicator(
        name="Prova",
        unit="%",
        direction=direction,
        target=Decimal(target) if target else None,
        value=Decimal(value) if value else None,
    )

    assert progress(indicator) == said


def test_equal_numbers_keep_the_decimals_they_were_written_with() -> None:
    texts = ["5", "5.0", "5.00", "1234.5", "5"]

    assert [number(Decimal(text)) for text in texts] == ["5", "5,0", "5,00", "1.234,5", "5"]
