"""Record: one synthetic experience, with every kind of field that the real ones have."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Self

import yaml

from tests.bench.words import Writer

Record = dict[str, Any]

DAY = date(2026, 1, 1)
"""The day in force for the checks: some of them are about what has become old."""


@dataclass(frozen=True, slots=True)
class Lists:
    """What a record can name: the terms of each vocabulary and the administrations, by id."""

    terms: Mapping[str, Mapping[str, Mapping[str, Any]]]
    bodies: Mapping[str, str]

    @classmethod
    def read(cls, practices: Path) -> Self:
        """The lists of a content folder."""
        vocabularies = sorted((practices / "vocabolari").glob("*.yml"))
        bodies = sorted((practices / "amministrazioni").glob("*.yml"))
        return cls(
            {path.stem: _load(path) for path in vocabularies},
            {path.stem: _load(path)["nome"] for path in bodies},
        )

    def names(self) -> dict[str, str]:
        """The name of everything that has an id."""
        terms = (item for terms in self.terms.values() for item in terms.items())
        return {**{term_id: term["nome"] for term_id, term in terms}, **self.bodies}


@dataclass(frozen=True, slots=True)
class Editor:
    """Fills in records, with the same random numbers for choices and for texts."""

    lists: Lists
    writer: Writer

    def record(self, number: int) -> Record:
        """One record; what was left empty is left out."""
        filled = {
            "titolo": f"Esperienza di prova {number:05}: {self.writer.line(6, 8).lower()}"[:120],
            "sintesi": f"{self.writer.line(14, 22)}."[:255],
            **self._themes(),
            "descrizione": self.writer.section(2, 3),
            **self._facts(),
            **self._texts(),
            **self._people(),
            **self._results(),
            **self._foot(),
        }
        return {key: value for key, value in filled.items() if value not in (None, [])}

    def _some(self, vocabulary: str, least: int, most: int) -> list[str]:
        random = self.writer.random
        known = list(self.lists.terms[vocabulary])
        return random.sample(known, min(random.randint(least, most), len(known)))

    def _one(self, vocabulary: str) -> str:
        return self._some(vocabulary, 1, 1)[0]

    def _day(self, first: int, last: int) -> date:
        days = self.writer.random.randrange(365 * (last - first))
        return date(first, 1, 1) + timedelta(days)

    def _themes(self) -> Record:
        themes = self._some("temi", 1, 4)
        subthemes = self.lists.terms["sottotemi"].items()
        fit = [term_id for term_id, term in subthemes if term["tema"] in themes]
        planned = themes[1:2] if self.writer.random.random() < 0.2 else []
        chosen = self.writer.random.sample(fit, min(len(fit), 3))
        return {"temi": themes, "sottotemi": chosen, "temi_in_progettazione": planned}

    def _facts(self) -> Record:
        result = self._one("risultati-attesi")
        stated = self.lists.terms["risultati-attesi"][result].get("obiettivo")
        start = self._day(2008, 2022)
        return {
            "realizzato_da": self.writer.random.choice(list(self.lists.bodies)),
            "obiettivo_tematico": stated or self._one("obiettivi-tematici"),
            "risultato_atteso": result,
            "azioni": [{"codice": "Z.1.2.A", "descrizione": self.writer.line(8, 14)}],
            "ambito_tematico": self._one("ambiti-tematici"),
            "data_avvio": start,
            "data_conclusione": start + timedelta(self.writer.random.randint(90, 900)),
            "durata_mesi": self.writer.random.randint(3, 36),
            "stato": self._one("stati"),
            "budget": [self._amount(), self._amount()],
            "programmi": self._some("programmi", 1, 2),
            "fonti_finanziamento": self._some("fondi", 1, 2),
            "territori": self._some("territori", 1, 2),
            "obiettivi_di_servizio": self._some("obiettivi-di-servizio", 0, 2),
            "fasi": self._some("fasi-ciclo", 0, 2),
        }

    def _amount(self) -> Record:
        euros = self.writer.random.randint(5_000, 2_000_000)
        return {"importo": euros, "voce": self.writer.line(2, 5)}

    def _texts(self) -> Record:
        return {
            "motivazione_obiettivi": self.writer.section(2),
            "attivita": f"{self.writer.steps(4)}\n\n{self.writer.section(1, 5)}",
            "destinatari": self.writer.section(1),
            "modalita_attuazione": self.writer.sentences(2),
            "organizzazione_soggetti": self.writer.section(1),
        }

    def _people(self) -> Record:
        bodies = self.writer.random.sample(list(self.lists.bodies), 5)
        roles = ["capofila", *(["partner"] * 4)]
        ours = [{"ente": body, "ruolo": role} for body, role in zip(bodies, roles, strict=True)]
        other = {"nome": self.writer.line(3, 5), "ruolo": "partner", "nota": self.writer.sentence()}
        return {
            "soggetti_coinvolti": [*ours, other],
            "gruppo_di_lavoro": self._one("gruppo-di-lavoro"),
            "collaborazioni": self.writer.section(1),
        }

    def _results(self) -> Record:
        return {
            "output": self.writer.section(0, 4),
            "risultati_attesi": self.writer.section(0, 3),
            "risultati_raggiunti": self.writer.section(1, 4),
            "indicatori": [self._indicator() for _ in range(self.writer.random.randint(2, 4))],
            "punti_di_forza": self.writer.sentences(5),
            "criticita": self._deferrable(),
            "lezioni": self._deferrable(),
            "trasferibilita": self.writer.section(1, 3),
            "supporto": self.writer.sentences(2),
        }

    def _indicator(self) -> Record:
        random = self.writer.random
        ends = [random.randint(1, 500), random.randint(500, 5_000)]
        rising = random.random() < 0.7
        base, target = ends if rising else reversed(ends)
        return {
            "nome": self.writer.line(3, 7),
            "unita": "persone",
            "verso": "su" if rising else "giu",
            "base": base,
            "atteso": target,
            "valore": random.randint(500, 50_000) / 10,
            "data": self._day(2015, 2024),
            "fonte": self.writer.line(4, 8),
        }

    def _deferrable(self) -> Record | str:
        if self.writer.random.random() < 0.2:
            since, due = self._day(2018, 2024), self._day(2040, 2042)
            reason = self.writer.sentence()
            return {"rinviato": {"motivo": reason, "data": since, "entro": due}}
        return self.writer.section(1)

    def _foot(self) -> Record:
        return {
            "modalita_scambio": self._some("modalita-scambio", 1, 4),
            "contatto": {"ufficio": self.writer.line(2, 5), "indirizzo": self.writer.address()},
            "nota_fonti": self.writer.section(1),
            "fonti": [self._source() for _ in range(self.writer.random.randint(1, 3))],
            "diritti": self._rights(),
            "pubblicata_il": self._day(2019, 2022),
            "aggiornata_il": self._day(DAY.year - 1, DAY.year),
        }

    def _rights(self) -> Record:
        conditions = self.writer.sentence()
        return {"titolare": self.writer.line(2, 4), "condizioni": conditions, "riuso": "consentito"}

    def _source(self) -> Record:
        return {
            "titolo": self.writer.line(5, 10),
            "indirizzo": self.writer.address(),
            "tipo": self._one("tipi-fonte"),
            "data": self._day(2015, 2024),
            "nota": self.writer.sentence(),
        }


def _load(path: Path) -> Any:
    return yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
