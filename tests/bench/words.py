"""Words: Italian-looking texts made of a fixed list, the same for the same random numbers."""

from dataclasses import dataclass
from itertools import accumulate, product
from random import Random

_SMALL = [
    "di",
    "la",
    "il",
    "e",
    "per",
    "i",
    "le",
    "in",
    "che",
    "con",
    "un",
    "una",
    "del",
    "della",
    "dei",
    "delle",
    "gli",
    "al",
    "alla",
    "ai",
    "da",
    "dal",
    "è",
    "sono",
    "ha",
    "hanno",
    "non",
    "si",
    "come",
    "più",
    "fra",
    "tra",
    "su",
    "nel",
    "nella",
    "anche",
    "dopo",
    "senza",
    "ogni",
    "l'ente",
    "dell'ufficio",
    "un'unione",
    "c'è",
    "nell'anno",
    "all'inizio",
    "dall'avvio",
]
_STEMS = [
    "amministrazion",
    "region",
    "comun",
    "provinc",
    "serviz",
    "uffic",
    "cittadin",
    "progett",
    "attivit",
    "obiettiv",
    "risultat",
    "indicator",
    "fond",
    "program",
    "territor",
    "formazion",
    "personal",
    "dipendent",
    "digital",
    "piattaform",
    "dat",
    "document",
    "procedur",
    "appalt",
    "contratt",
    "societ",
    "partecipat",
    "controll",
    "valutazion",
    "misur",
    "performance",
    "pian",
    "bilanc",
    "risors",
    "cost",
    "spes",
    "tariff",
    "rifiut",
    "raccolt",
    "acqu",
    "ret",
    "perdit",
    "impiant",
    "manutenzion",
    "nid",
    "scuol",
    "student",
    "famigl",
    "anzian",
    "assistenz",
    "domicil",
    "lavor",
    "agil",
    "sportell",
    "pratic",
    "edilizi",
    "impres",
    "pagament",
    "bandi",
    "verific",
    "rischi",
    "campion",
    "autorit",
    "gestion",
    "govern",
    "coordinament",
    "tavol",
    "laborator",
    "incontr",
    "workshop",
    "facilitator",
    "espert",
    "gruppo",
    "partner",
    "protocoll",
    "intes",
    "accord",
    "delibera",
    "regolament",
    "direttiv",
    "linee",
    "norm",
    "trasparenz",
    "accesso",
    "partecipazion",
    "monitorag",
    "rapport",
    "relazion",
    "analis",
    "confront",
    "metod",
    "strument",
    "modell",
    "soluzion",
    "riuso",
    "trasferiment",
    "esperienz",
    "competenz",
    "lezion",
    "criticit",
    "punt",
    "forza",
    "sostenibil",
    "ambient",
    "energ",
    "mobilit",
    "cultura",
    "turism",
    "salut",
    "cura",
    "infanz",
]
_PREFIXES = ("", "ri", "pre", "inter", "sovra", "multi", "auto", "co")
_ENDINGS = ("e", "i", "a", "o", "ale", "ivo", "amento", "abile", "mente", "ista")
WORDS = [*_SMALL, *(before + stem + after for after, before, stem in
                    product(_ENDINGS, _PREFIXES, _STEMS))]  # fmt: skip
# Few words are frequent and many are rare, as in any language: it is what a search index weighs.
_WEIGHTS = list(accumulate(1 / rank for rank in range(3, len(WORDS) + 3)))


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes texts with the random numbers it is given."""

    random: Random

    def line(self, least: int, most: int) -> str:
        """Some words, the first with a capital letter."""
        count = self.random.randint(least, most)
        words = self.random.choices(WORDS, cum_weights=_WEIGHTS, k=count)
        return " ".join([words[0].capitalize(), *words[1:]])

    def sentence(self) -> str:
        """A sentence, now and then with a figure in it."""
        if self.random.random() < 0.15:
            return f"{self.line(6, 14)} nel {self.random.randint(2007, 2025)}."
        return f"{self.line(8, 22)}."

    def paragraph(self, sentences: int) -> str:
        """Some sentences, one with bold words and a link."""
        link = f"[{self.line(1, 3)}](https://www.example.org/{self.random.randint(1, 99999)})"
        marked = f"**{self.line(2, 4)}** {self.line(3, 8).lower()}, {link}."
        return " ".join([*(self.sentence() for _ in range(sentences - 1)), marked])

    def bullets(self, count: int) -> str:
        """A Markdown list."""
        return "\n".join(f"- *{self.line(1, 3)}*: {self.sentence()}" for _ in range(count))

    def steps(self, count: int) -> str:
        """A numbered Markdown list."""
        return "\n".join(f"{n}. **{self.line(2, 4)}.** {self.sentence()}" for n in range(1, count))

    def section(self, paragraphs: int, bullets: int = 0) -> str:
        """A text of several blocks, as the fields with more than one line hold it."""
        blocks = [self.paragraph(self.random.randint(2, 3)) for _ in range(paragraphs)]
        return "\n\n".join([*blocks, *([self.bullets(bullets)] if bullets else [])]) + "\n"
