"""Explanations of what can be wrong with a file: its name, its bytes, its YAML."""

from generator.explanations.explanation import Explanation

FILES = {
    "no-such-folder": Explanation(
        "La cartella delle schede non si trova, quindi non c'è niente da controllare.",
        "Lancia il comando dalla cartella del progetto, oppure correggi il percorso dato con "
        "--practices o con PORTAL_PRACTICES.",
    ),
    "not-a-file": Explanation(
        "Un collegamento può portare fuori dalla cartella delle schede: si leggono solo file veri.",
        "Cancella il collegamento e al suo posto copia il file.",
    ),
    "file-too-large": Explanation(
        "Una scheda è fatta di testo: un file così grande di solito contiene altro, o più schede.",
        "Accorcia i testi, sposta i documenti fra le fonti con il loro indirizzo, oppure dividi la "
        "scheda.",
    ),
    "too-many-lines": Explanation(
        "Nessuno riesce a rileggere una scheda con tante righe.",
        "Unisci le righe vuote ripetute, accorcia, oppure dividi la scheda.",
    ),
    "not-utf8": Explanation(
        "Gli accenti e le virgolette si leggono bene solo se il file è salvato in UTF-8.",
        "Apri il file con un editor di testo, controlla gli accenti e salvalo di nuovo scegliendo "
        "la codifica UTF-8.",
    ),
    "byte-order-mark": Explanation(
        "Alcuni programmi mettono all'inizio del file un segno che non si vede e che altri "
        "programmi prendono per testo.",
        "Salva di nuovo il file scegliendo «UTF-8» oppure «UTF-8 senza BOM».",
    ),
    "forbidden-character": Explanation(
        "Il file contiene un carattere che sullo schermo non si vede: arriva di solito da un testo "
        "incollato, e può nascondere parole a chi rilegge.",
        "Vai alla colonna indicata, cancella le lettere intorno e riscrivile a mano.",
        before='titolo: "Orti\\u200b urbani"',
        after='titolo: "Orti urbani"',
    ),
    "tab": Explanation(
        "In YAML il rientro si fa con gli spazi; una tabulazione si vede uguale ma conta "
        "diversamente.",
        "Sostituisci la tabulazione con due spazi per ogni livello.",
        before="contatto:\n\tufficio: Ufficio orti",
        after="contatto:\n  ufficio: Ufficio orti",
    ),
    "yaml-syntax": Explanation(
        "La forma della riga non è quella che YAML si aspetta, e da lì in poi il file non si "
        "legge: il messaggio dice quale di solito è lo sbaglio. Gli altri problemi del file "
        "compaiono quando questo è corretto.",
        "Controlla, nell'ordine: i due punti dentro un testo (servono le virgolette), il rientro "
        "(due spazi per livello), le virgolette e le parentesi aperte.",
        before="titolo: Orti urbani: un anno dopo",
        after="titolo: 'Orti urbani: un anno dopo'",
    ),
    "yaml-tag": Explanation(
        "Un punto esclamativo all'inizio di un valore per YAML è un comando, e i comandi non sono "
        "ammessi.",
        "Se fa parte del testo, racchiudi tutto il valore fra virgolette.",
        before="titolo: !Orti urbani",
        after="titolo: '!Orti urbani'",
    ),
    "yaml-anchor": Explanation(
        "«&» e «*» all'inizio di un valore per YAML sono rimandi: chi legge il file non vedrebbe "
        "che cosa contiene.",
        "Ripeti il valore per esteso. Se il segno fa parte del testo, racchiudilo fra virgolette.",
        before="titolo: &orti Orti urbani",
        after="titolo: Orti urbani",
    ),
    "yaml-merge": Explanation(
        "La chiave «<<» copia i campi da un'altra parte del file: chi legge non li vedrebbe.",
        "Scrivi i campi uno per uno.",
        before="contatto:\n  <<: {ufficio: Ufficio orti}",
        after="contatto:\n  ufficio: Ufficio orti",
    ),
    "comment": Explanation(
        "Da « #» in poi YAML legge un commento, che sul sito non compare: spesso invece era testo.",
        "Se fa parte del testo, racchiudi tutto fra virgolette. Se è un commento, mettilo su una "
        "riga sua, che comincia con «#»: l'avviso sparisce.",
        before="titolo: Premio #orti",
        after="titolo: 'Premio #orti'",
    ),
    "list-in-text": Explanation(
        "Un trattino più a destra degli altri non comincia una voce nuova: continua quella sopra.",
        "Allinea i trattini.",
        before="supporto:\n  - esperti\n    - guide",
        after="supporto:\n  - esperti\n  - guide",
    ),
    "second-document": Explanation(
        "Tre trattini da soli su una riga dicono che lì comincia un altro documento, ma un file "
        "contiene una scheda sola.",
        "Togli i tre trattini. Se sono davvero due schede, fanne due file.",
        before="titolo: Orti urbani\n---\nbozza: si",
        after="titolo: Orti urbani\nbozza: si",
    ),
    "too-deep": Explanation(
        "Nessun campo ha tanti livelli uno dentro l'altro: di solito è il rientro.",
        "Controllalo: due spazi per livello.",
    ),
    "too-long-list": Explanation(
        "Un elenco così lungo non si legge, e di solito è una tabella di un documento.",
        "Tieni le voci che contano e cita il documento fra le fonti.",
    ),
    "text-too-long": Explanation(
        "Un testo così lungo è un documento, non una parte di scheda.",
        "Riassumilo, e cita il documento fra le fonti.",
    ),
    "empty-file": Explanation(
        "Il file non contiene campi.",
        "Scrivi i campi, oppure cancella il file. Per cominciare da una scheda da compilare: "
        "python -m generator new TIPO NOME.",
    ),
    "bad-id": Explanation(
        "Il nome del file diventa la fine dell'indirizzo della pagina, e deve andare bene per ogni "
        "computer e ogni programma di posta.",
        "Usa lettere minuscole senza accenti, cifre e un trattino fra le parole: "
        "orti-urbani-di-forli.yml.",
    ),
    "reserved-id": Explanation(
        "Il sito, o un sistema operativo, usa già questo nome per altro.",
        "Aggiungi una parola: il nome dell'ente, un anno.",
    ),
    "not-a-month": Explanation(
        "Il nome del file è il mese della newsletter e diventa il suo indirizzo.",
        "Chiamalo con l'anno e il mese, per esempio 2026-11.yml. «python -m generator newsletter "
        "2026-11» lo prepara da sé.",
    ),
    "unexpected-file": Explanation(
        "Un file o una cartella fuori posto non diventa una pagina, e nessuno se ne accorge.",
        "Correggi il nome (le schede finiscono per .yml) o la cartella. Quello che non è una "
        "scheda non sta qui.",
    ),
}
