"""Explanations: what every problem means, by its code, with an example before and after."""

from collections.abc import Mapping

from generator.explanations.explanation import Explanation
from generator.explanations.files import FILES
from generator.explanations.rules import RULES
from generator.explanations.shapes import SHAPES
from generator.explanations.values import VALUES

__all__ = ["EXPLANATIONS", "Explanation"]

EXPLANATIONS: Mapping[str, Explanation] = FILES | SHAPES | VALUES | RULES
