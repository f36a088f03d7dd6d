"""Words: Italian-looking texts made of a fixed list, the same for the same random numbers."""

from dataclasses import dataclass
from itertools import accumulate, product
from random import Random

_SMALL = """
di la il e per i le in che con un una del della dei delle gli al alla ai da dal è sono ha hanno
non si come più fra tra su nel nella anche dopo senza ogni l'ente dell'ufficio un'unione c'è
nell'anno all'inizio dall'avvio
"""
_COMMON = """
amministrazione amministrazioni regione regionale comune comuni comunale provincia servizio servizi
ufficio uffici cittadini cittadino progetto progetti progettazione attività obiettivi obiettivo
risultati risultato indicatori indicatore fondi fondo programma programmi territorio territoriale
formazione personale dipendenti dirigenti digitale digitali piattaforma piattaforme dati documenti
procedure procedura appalti appalto contratti contratto società partecipate controllo controlli
valutazione misurazione performance piano piani bilancio risorse costi costo spesa spese tariffa
rifiuti raccolta acqua rete reti perdite impianti manutenzione nidi scuola scuole studenti famiglie
anziani assistenza domicilio lavoro agile sportello sportelli pratiche pratica edilizia imprese
impresa pagamenti bandi bando verifica verifiche rischio rischi campione autorità gestione governo
coordinamento tavolo laboratorio laboratori incontri workshop facilitatori esperti gruppo gruppi
partner protocollo intesa accordo accordi delibera regolamento direttiva norme trasparenza accesso
partecipazione monitoraggio rapporto relazione analisi confronto metodo metodi strumenti strumento
modello modelli soluzione soluzioni riuso trasferimento esperienza esperienze competenze lezioni
criticità punti forza sostenibilità ambiente energia mobilità cultura turismo salute cura infanzia
condividere misurare scegliere definire raccogliere coinvolgere pubblicare ridurre migliorare
aumentare avviare gestire scambiare verificare pubblica pubblico nuovo nuova comuni prima seconda
tempi tempo qualità domanda offerta sistema sistemi modulo moduli archivio archivi mappa standard
"""
# The long tail, as names of people and places make it in real texts: some thousand rare words.
_SYLLABLES = "ba be bi bo ca ce co da de di fa fe fi ga ge la le li lo ma me mi mo pa pe pi"
_TAILS = "rno rta lno lta nta nno sta sno rlo nzo lla tti"
_RARE = ["".join(part) for part in product(*map(str.split, (_SYLLABLES, _SYLLABLES, _TAILS)))]
WORDS = [*_SMALL.split(), *_COMMON.split(), *_RARE]
_WEIGHTS = list(accumulate(rank**-1.1 for rank in range(3, len(WORDS) + 3)))


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
        """A sentence, now and then with a year in it."""
        if self.random.random() < 0.15:
            return f"{self.line(6, 14)} nel {self.random.randint(2007, 2025)}."
        return f"{self.line(8, 22)}."

    def sentences(self, count: int) -> list[str]:
        """Some sentences, for fields that are lists of texts."""
        return [self.sentence() for _ in range(count)]

    def paragraph(self, sentences: int) -> str:
        """Some sentences; in the last one bold words and a link."""
        marked = f"**{self.line(2, 4)}** {self.line(3, 8).lower()}"
        link = f"[{self.line(1, 3)}]({self.address()})"
        return " ".join([*self.sentences(sentences), f"{marked}, {link}."])

    def bullets(self, count: int) -> str:
        """A Markdown list."""
        return "\n".join(f"- *{self.line(1, 3)}*: {self.sentence()}" for _ in range(count))

    def steps(self, count: int) -> str:
        """A numbered Markdown list."""
        numbers = range(1, count + 1)
        return "\n".join(
            f"{number}. **{self.line(2, 4)}.** {self.sentence()}" for number in numbers
        )

    def section(self, paragraphs: int, bullets: int = 0) -> str:
        """A text of several blocks, as the fields with more than one line hold it."""
        blocks = [self.paragraph(self.random.randint(1, 3)) for _ in range(paragraphs)]
        return "\n\n".join([*blocks, *([self.bullets(bullets)] if bullets else [])]) + "\n"

    def address(self) -> str:
        """The address of some page."""
        return f"https://www.example.org/pagine/{self.random.randint(1, 99_999)}"
