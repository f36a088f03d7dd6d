"""Queries: ready questions to the database of the open data, in SQL."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Query:
    """A question, and the SQL that answers it."""

    question: str
    sql: str


QUERIES = (
    Query(
        "Quante esperienze ci sono, per regione e per tema?",
        """\
SELECT territori.nome AS regione, temi.nome AS tema, COUNT(*) AS esperienze
FROM esperienze
JOIN amministrazioni ON amministrazioni.id = esperienze.realizzato_da
JOIN voci AS territori
  ON territori.vocabolario = 'territori' AND territori.id = amministrazioni.territorio
JOIN valori ON valori.scheda = esperienze.id AND valori.campo = 'temi'
JOIN voci AS temi ON temi.vocabolario = 'temi' AND temi.id = valori.valore
GROUP BY regione, tema
ORDER BY regione, tema""",
    ),
    Query(
        "Quanti soldi per ogni programma?",
        """\
SELECT programmi.nome AS programma, COUNT(DISTINCT budget.scheda) AS schede,
  SUM(budget.importo) AS euro
FROM budget
JOIN valori ON valori.scheda = budget.scheda AND valori.campo = 'programmi'
JOIN voci AS programmi ON programmi.vocabolario = 'programmi' AND programmi.id = valori.valore
GROUP BY programmi.id
ORDER BY euro DESC, programma""",
    ),
    Query(
        "Quali schede sono da riguardare per prime?",
        """\
SELECT titolo, tipo_scheda, aggiornata_il, vale_fino_al, pagina
FROM schede
WHERE aggiornata_il IS NOT NULL AND stato IS NOT 'ritirata'
ORDER BY COALESCE(vale_fino_al, aggiornata_il), titolo
LIMIT 50""",
    ),
    Query(
        "In quali schede si parla di rifiuti?",
        """\
SELECT schede.titolo, schede.tipo_scheda, schede.pagina
FROM ricerca
JOIN schede ON schede.riga = ricerca.rowid
WHERE ricerca MATCH 'rifiut*'
ORDER BY ricerca.rank, schede.id""",
    ),
)
