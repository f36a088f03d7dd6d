"""Messages: the Italian text of every problem, by its code."""

SEVERITIES = {"error": "errore", "warning": "avviso"}

MESSAGES = {
    # the file
    "no-such-folder": "la cartella «{text}» non esiste: controlla il percorso",
    "not-a-file": "non è un file normale (collegamento, cartella o dispositivo): copia qui il file",
    "file-too-large": "il file è di {size} byte, il massimo è {maximum}: accorcia o dividi i testi",
    "too-many-lines": "il file ha {length} righe, il massimo è {maximum}",
    "not-utf8": "il file non è in UTF-8: salvalo di nuovo scegliendo la codifica UTF-8",
    "byte-order-mark": "il file comincia con un segno invisibile: salvalo in «UTF-8 senza BOM»",
    "forbidden-character": "carattere invisibile o non ammesso ({name}): cancellalo e riscrivi il "
    "testo a mano",
    "tab": "c'è una tabulazione: al suo posto usa gli spazi",
    "yaml-syntax": "il file non si legge come YAML: {detail}",
    "yaml-tag": "«{tag}» davanti a un valore è un comando YAML: se fa parte del testo, racchiudi "
    "tutto fra virgolette",
    "yaml-anchor": "i rimandi YAML («{name}») non sono ammessi: ripeti il valore per esteso",
    "yaml-merge": "la chiave «<<» non è ammessa: scrivi i campi uno per uno",
    "comment": "quello che segue « #» è un commento e non si pubblica: se fa parte del testo, "
    "racchiudi tutto fra virgolette",
    "list-in-text": "una voce dell'elenco è finita dentro un'altra: allinea i trattini",
    "second-document": "qui comincia un altro documento («---»): un file contiene una scheda sola",
    "too-deep": "troppi livelli uno dentro l'altro: il massimo è {maximum}",
    "too-long-list": "elenco con più di {maximum} voci: dividilo",
    "text-too-long": "testo di {length} caratteri: il massimo è {maximum}",
    "empty-file": "il file è vuoto: aggiungi i campi, per esempio «titolo: …»",
    # the file's name
    "bad-id": "«{text}» non va bene come nome: solo lettere minuscole senza accenti, cifre e "
    "trattini, al massimo 12 parole e 80 caratteri{suggestion}",
    "reserved-id": "«{text}» è un nome riservato al sito: scegline un altro",
    "unexpected-file": "qui non ci si aspetta «{text}»{suggestion}",
    "not-a-month": "«{text}» non è un mese: il file di una newsletter si chiama AAAA-MM.yml, per "
    "esempio 2026-11.yml",
    # the shape
    "not-a-mapping": "qui servono campi «chiave: valore», uno per riga",
    "not-a-list": "qui serve un elenco: una voce per riga, preceduta da «- »",
    "not-a-scalar": "qui serve un solo valore, non un elenco né un blocco di campi",
    "duplicate-key": "campo ripetuto: è già alla riga {line}; tienine uno solo",
    "unknown-key": "questo campo non esiste{suggestion}",
    "required": "campo obbligatorio: manca o è vuoto",
    "empty-item": "voce vuota: scrivila o cancella la riga",
    "repeated-value": "questa voce è già nell'elenco: cancella il doppione",
    # the value
    "too-long": "{length} caratteri, al massimo {maximum}: accorcia il testo",
    "one-line": "il testo deve stare su una riga sola",
    "markup": "i segni «<» e «>» qui non sono ammessi: scrivi «minore di» o «maggiore di»",
    "html": "«{text}» è HTML: qui si scrive testo semplice, al massimo con **grassetto**, elenchi "
    "e collegamenti in Markdown",
    "image": "le immagini non si mettono nel testo: descrivile a parole o cita il documento fra le "
    "fonti",
    "formula": "il testo non può cominciare con «{text}»: un foglio di calcolo lo leggerebbe come "
    "formula",
    "not-known": "«{text}» non è un dato: se non si conosce, cancella il campo",
    "personal-email": "«{text}» è un indirizzo personale: usa la casella di un ufficio",
    "fiscal-code": "«{text}» sembra un codice fiscale: i dati personali non si pubblicano",
    "mobile-number": "«{text}» sembra un cellulare: indica il recapito di un ufficio",
    "not-an-email": "«{text}» non è un indirizzo di posta; per esempio: ufficio@comune.prova.it",
    "not-a-date": "«{text}» non è una data: scrivila come AAAA-MM-GG, per esempio {example}",
    "not-a-moment": "«{text}» non è una data: scrivila come AAAA-MM-GG, oppure AAAA-MM o AAAA se "
    "non si conosce di più, per esempio {example}",
    "not-an-integer": "«{text}» non è un numero intero: usa solo le cifre, per esempio {example}",
    "ambiguous-number": "«{text}» si può leggere in due modi: scrivi {whole} se il punto separa le "
    "migliaia, {decimal} se separa i decimali",
    "not-a-number": "«{text}» non è un numero: usa le cifre e il punto per i decimali, per esempio "
    "{example}",
    "out-of-range": "{text} è fuori dai limiti: da {minimum} a {maximum}",
    "below-minimum": "{text} è troppo poco: il minimo è {minimum}",
    "not-a-flag": "«{text}» non va bene: scrivi «si» oppure «no»",
    "not-a-code": "«{text}» non ha la forma di questo codice; per esempio: {example}",
    "not-a-url": "«{text}» non è un indirizzo web completo; per esempio: https://www.comune.prova.it",
    "not-https": "«{text}» comincia con http: usa https",
    "unsafe-url": "«{text}» non è ammesso: {reason}",
    "unknown-term": "«{text}» non è una voce di «{vocabulary}»{suggestion}",
    "unknown-option": "«{text}» non va bene: le voci ammesse sono {known}{suggestion}",
    "unknown-reference": "«{text}» non esiste in {folder}{suggestion}",
    "withdrawn-reference": "la scheda «{text}» è stata ritirata: togli il rimando, o indica quella "
    "che ha preso il suo posto",
    "former-id-taken": "«{text}» non può essere un nome precedente di questa scheda: è di {other}",
    "reused-id": "una scheda di «{text}» ha il nome di una ritirata: l'indirizzo non si riusa, "
    "dalle un altro nome",
    "not-deferrable": "questa sezione non si può rinviare: scrivi il testo oppure togli il campo",
    # rules: more than one field, more than one record
    "subtheme-elsewhere": "il sotto-tema «{text}» è del tema «{theme}», che qui manca in «temi»",
    "planned-theme-elsewhere": "«{text}» è fra i temi in progettazione ma manca in «temi»",
    "result-elsewhere": "{text} è un risultato di {objective}, non di {stated}: controlla la fonte",
    "action-elsewhere": "l'azione {text} corrisponde al risultato {right}, qui c'è {stated}: "
    "controlla la fonte; se è così, dillo nella nota sulle fonti",
    "leading-without-proof": "una leading practice ha almeno un risultato documentato o "
    "verificato: aggiungilo, oppure scegli «pratica-promettente»",
    "leading-without-review": "una leading practice è stata esaminata: indica una «review» o "
    "una voce di «valutazioni», oppure scegli «pratica-promettente»",
    "finished-without-results": "l'esperienza è conclusa ma non dice che cosa ha ottenuto: "
    "completa «risultati_raggiunti» o gli indicatori",
    "direction-contradicted": "l'indicatore parte da {base} e punta a {target}: il verso dice il "
    "contrario",
    "deferred-due": "questa parte andava completata entro il {due}: chiedi all'ente e scrivila",
    "due-before-deferral": "il termine ({due}) viene prima del giorno del rinvio ({since})",
    "lapsed": "il termine è passato il {until}: va riconfermato, oppure non conta più",
    "perhaps-outdated": "la scheda è ferma al {updated}: è ancora attuale? Controlla e aggiorna la "
    "data",
    "lineage-cycle": "così la scheda discende da sé stessa, passando per «{other}»: togli uno dei "
    "due rimandi",
    "adopted-too-early": "il trasferimento ({moment}) viene prima dell'inizio di ciò che riprende "
    "({began})",
    "adopts-what": "indica che cosa è stato ripreso: «esperienza_ripresa» oppure "
    "«pratica_ripresa», una sola delle due",
    "near-duplicate": "somiglia molto a {other}: se è la stessa cosa, tieni una scheda sola",
    "ends-before-start": "la fine ({end}) viene prima dell'inizio ({start})",
    "participant-unnamed": "indica «ente» (se ha una scheda qui) oppure «nome»: uno solo dei due",
    "person-mailbox": "«{text}» sembra la casella di una persona: meglio quella di un ufficio",
}

REFUSALS = {
    "several-terms": "«{text}» può essere più voci: {known}; scegline una",
    "incomplete-block": "da solo non basta, qui serve anche: {known}",
    "taken": "il campo ha già un valore e «{text}» è un altro: scegli quale tenere",
    "unknown-format": "da «{text}» non si importa: servono .csv, .xlsx, .txt o .html (da Excel e "
    "LibreOffice: «Salva con nome»)",
    "broken-csv": "alla riga {line} le virgolette non tornano: aprilo come foglio di calcolo e "
    "salvalo di nuovo",
    "broken-workbook": "non si apre come foglio di calcolo: aprilo e salvalo di nuovo come .xlsx, "
    "oppure come .csv",
    "workbook-too-large": "aperto occuperebbe {size} byte in {entries} parti, il massimo è "
    "{maximum} in {most}: dividilo o salvalo come .csv",
    "workbook-with-entities": "contiene definizioni che un foglio di calcolo non ha (DTD): non si "
    "apre, per prudenza; salvalo come .csv",
    "no-header": "manca la riga con i nomi delle colonne",
    "too-many-rows": "ha più di {maximum} righe: dividilo",
    "too-many-columns": "ha più di {maximum} colonne: togli quelle che non servono",
    "no-sheet": "il foglio «{text}» non c'è{suggestion}",
    "unknown-path": "«{text}» non è un campo di «{folder}»{suggestion}",
    "not-a-page": "non si riconosce una pagina del catalogo OT11-OT2: manca ogni sua intestazione, "
    "come «Motivazione e obiettivi:»",
    "page-of-experiences": "una pagina del catalogo OT11-OT2 è un'esperienza, non può andare in "
    "«{text}»",
    "draft-too-large": "la scheda sarebbe di {size} byte, il massimo è {maximum}: accorcia i testi",
}
"""Why `import` can't take a table, a page or a part of it, by code. The data are checked later."""

UNSAFE = {
    "too-long": "supera i 2000 caratteri",
    "user": "contiene un nome utente",
    "port": "contiene un numero di porta o l'indirizzo di una macchina",
    "letters": "il nome del sito ha lettere insolite: scrivilo nella forma «xn--…»",
    "machine": "serve il nome di un sito, non l'indirizzo di una macchina",
}
"""Why an address is not safe to publish."""

SUGGESTION = "; forse «{nearest}»"
KNOWN_KEYS = "; campi previsti: {known}"
ALL_KEYS = "; i campi di una scheda sono spiegati nella pagina «Contribuisci»"

SCHEMA_EXPECTED = "qui serve: {expected}"
SCHEMA_BLOCK = "testo, da qui in giù"
SCHEMA_LIST = "qui serve un elenco: una voce per riga, preceduta da «- »"
SCHEMA_LINE = (
    "qui serve una riga sola, senza «<» né «>», che non cominci con = + - @; «n.d.» e simili non "
    "sono dati: se un dato non si conosce, cancella il campo"
)
SCHEMA_PROSE = (
    "il testo non può contenere HTML né immagini, e i suoi collegamenti sono indirizzi completi "
    "che cominciano con https; «n.d.» e simili non sono dati"
)

CMS_ID = (
    "qui serve il nome del file, che diventa l'indirizzo della pagina e non cambia più: al massimo "
    "12 parole di lettere minuscole senza accenti e cifre, unite da trattini"
)
CMS_DEFER = "Non si può ancora scrivere: dico perché"
CMS_DEFER_MISSING = "di quello che si rinvia servono il motivo e la data"

YAML_DETAILS = {
    "mapping values are not allowed in this context": "i due punti «:» dentro un testo lo "
    "confondono; racchiudi tutto il testo fra virgolette",
    "found character that cannot start any token": "un testo non può cominciare con questo segno; "
    "racchiudilo fra virgolette",
    "did not find expected key": "il rientro di questa riga non torna; allineala ai campi o alle "
    "voci accanto (dopo «|» il testo rientra tutto allo stesso modo)",
    "did not find expected <document start>": "questa riga comincia prima del primo campo; tutti "
    "i campi della scheda si allineano a sinistra",
    "did not find expected alphabetic or numeric character": "un testo non può cominciare con «*» "
    "o «&»; racchiudilo fra virgolette, oppure scrivi «|» e vai a capo",
    "did not find expected comment or line break": "dopo «|» o «>» si va a capo; se il segno fa "
    "parte del testo, racchiudi tutto fra virgolette",
    "could not find expected ':'": "dopo il nome del campo servono i due punti e uno spazio; se "
    "questa riga continua un testo, falla rientrare sotto il suo campo",
    "found unexpected end of stream": "le virgolette aperte non si chiudono",
    "did not find expected ',' or ']'": "la parentesi quadra aperta non si chiude",
    "did not find expected ',' or '}'": "la parentesi graffa aperta non si chiude",
    "did not find expected '-' indicator": "le voci di un elenco cominciano tutte con «- », allo "
    "stesso rientro, e i campi di una voce si allineano al primo",
    "block sequence entries are not allowed in this context": "l'elenco comincia a capo, dopo i "
    "due punti",
    "found unknown escape character": "fra virgolette doppie la barra «\\» ha un senso "
    "speciale; usa le virgolette semplici",
    "did not find expected node content": "qui manca un valore",
}
"""What the usual complaints of the YAML reader mean, for those who don't know YAML."""

YAML_SLIPS = {
    "conflict": "restano i segni di un conflitto di git («<<<<<<<», «=======», «>>>>>>>»); scegli "
    "fra le due versioni e cancella quelle righe",
    "after-quotes": "dopo le virgolette che si chiudono c'è altro testo; racchiudilo tutto (fra "
    "virgolette semplici un apostrofo si scrive due volte)",
    "after-bracket": "dopo la parentesi che si chiude c'è altro testo; se la parentesi fa parte "
    "del testo, racchiudi tutto fra virgolette",
    "indented": "questa riga rientra più di quella sopra; se è un campo, allineala agli altri, se "
    "continua il testo, racchiudilo tutto fra virgolette",
}
"""What the same complaint means when the lines around it tell more."""

YAML_LATE = {
    "found unexpected end of stream",
    "could not find expected ':'",
    "did not find expected ',' or ']'",
    "did not find expected ',' or '}'",
}
"""What the reader notices only later: the place to mend is where it began."""

YAML_OTHER = "la struttura di questa riga non torna; controlla rientri, virgolette e due punti"
