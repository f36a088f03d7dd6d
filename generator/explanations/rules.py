"""Explanations of what can be wrong between one field and another, one record and another."""

from generator.explanations.explanation import Explanation

RULES = {
    "subtheme-elsewhere": Explanation(
        "Ogni sotto-tema sta dentro un tema: la scheda compare anche nella pagina di quello.",
        "Aggiungi il tema a «temi», oppure togli il sotto-tema.",
        before="temi: [acqua]\nsottotemi: [porta-a-porta]",
        after="temi: [acqua, rifiuti]\nsottotemi: [porta-a-porta]",
    ),
    "planned-theme-elsewhere": Explanation(
        "«temi_in_progettazione» dice quali dei temi della scheda non sono ancora partiti.",
        "Aggiungi il tema anche a «temi».",
        before="temi: [rifiuti]\ntemi_in_progettazione: [acqua]",
        after="temi: [rifiuti, acqua]\ntemi_in_progettazione: [acqua]",
    ),
    "result-elsewhere": Explanation(
        "Nell'Accordo di partenariato ogni risultato atteso è di un obiettivo tematico. A volte "
        "sbaglia la fonte: per questo è un avviso.",
        "Controlla la fonte. Se dice proprio così, scrivilo in «nota_fonti» e lascia l'avviso.",
        before="obiettivo_tematico: ot6\nrisultato_atteso: ra-11-1",
        after="obiettivo_tematico: ot11\nrisultato_atteso: ra-11-1",
    ),
    "action-elsewhere": Explanation(
        "Nel programma questa azione corrisponde a un altro risultato atteso. A volte sbaglia la "
        "fonte: per questo è un avviso.",
        "Controlla la fonte. Se dice proprio così, scrivilo in «nota_fonti» e lascia l'avviso.",
        before="programmi: [por-di-prova]\nrisultato_atteso: ra-11-1\nazioni:\n  - codice: A.1.7",
        after="programmi: [por-di-prova]\nrisultato_atteso: ra-6-1\nazioni:\n  - codice: A.1.7",
    ),
    "leading-without-proof": Explanation(
        "Una leading practice è una pratica che altri possono riprendere a ragion veduta: almeno "
        "un risultato deve essere più che dichiarato dall'ente.",
        "Aggiungi a «risultati» la prova (documentato o verificato) e il documento, oppure scegli "
        "«pratica-promettente».",
        before="livello: leading-practice",
        after="livello: pratica-promettente",
        folder="pratiche",
    ),
    "leading-without-review": Explanation(
        "Una leading practice è stata guardata da qualcuno di esterno.",
        "Indica la scheda della review o una voce in «valutazioni», oppure scegli "
        "«pratica-promettente».",
        before="livello: leading-practice",
        after="livello: pratica-promettente",
        folder="pratiche",
    ),
    "finished-without-results": Explanation(
        "Chi legge un'esperienza conclusa cerca per prima cosa com'è andata.",
        "Scrivi «risultati_raggiunti» o il «valore» di un indicatore. Se ancora non si sa, "
        "rinvialo, con il motivo.",
        before="stato: conclusa",
        after="stato: conclusa\nrisultati_raggiunti: Gli orti sono 40.",
    ),
    "direction-contradicted": Explanation(
        "«verso» dice se l'indicatore migliora crescendo o scendendo: qui i valori vanno "
        "dall'altra parte.",
        "Controlla quale dei tre è sbagliato: «verso», «base» o «atteso».",
        before="indicatori:\n  - nome: Rifiuti\n    unita: kg\n    verso: su\n    base: 300\n"
        "    atteso: 230",
        after="indicatori:\n  - nome: Rifiuti\n    unita: kg\n    verso: giu\n    base: 300\n"
        "    atteso: 230",
    ),
    "deferred-due": Explanation(
        "Il giorno entro cui questa parte andava scritta è passato.",
        "Chiedi all'ente e scrivila. Se serve altro tempo, aggiorna «motivo», «data» ed «entro».",
        before="lezioni:\n  rinviato:\n    motivo: È presto.\n    data: 2019-05-16\n"
        "    entro: 2019-12-31",
        after="lezioni: Serve un custode.",
    ),
    "due-before-deferral": Explanation(
        "Una parte si rinvia a un giorno che viene dopo.",
        "Controlla «data» (quando l'hai rinviata) ed «entro» (per quando).",
        before="lezioni:\n  rinviato:\n    motivo: È presto.\n    data: 2024-05-16\n"
        "    entro: 2019-12-31",
        after="lezioni:\n  rinviato:\n    motivo: È presto.\n    data: 2019-05-16\n"
        "    entro: 2024-12-31",
    ),
    "lapsed": Explanation(
        "Un trasferimento o un fabbisogno vale fino a un giorno; dopo, il sito non lo conta più.",
        "Chiedi all'ente se vale ancora e sposta «vale_fino_al». Altrimenti lascia l'avviso.",
        before="vale_fino_al: 2019-12-31",
        after="vale_fino_al: 2029-12-31",
        folder="trasferimenti",
    ),
    "perhaps-outdated": Explanation(
        "Nessuno tocca questa scheda da due anni: forse qualcosa è cambiato.",
        "Rileggi le fonti e correggi quello che serve; poi metti la data di oggi in "
        "«aggiornata_il».",
        before="aggiornata_il: 2016-05-16",
        after="aggiornata_il: 2019-12-31",
    ),
    "lineage-cycle": Explanation(
        "Seguendo i rimandi si torna al punto di partenza: una scheda non può discendere da sé "
        "stessa.",
        "Chiediti quale è venuta prima e togli il rimando che va all'indietro.",
        before="# nel file prova.yml\nderiva_da: [prova]",
        after="# nel file prova.yml\nderiva_da: [orti-di-prova]",
    ),
    "adopted-too-early": Explanation(
        "Si può riprendere solo quello che era già cominciato.",
        "Controlla la data di avvio, qui e nella scheda che viene ripresa.",
        before="pratica_ripresa: compost-di-quartiere\ndata_avvio: 2001",
        after="pratica_ripresa: compost-di-quartiere\ndata_avvio: 2019",
        folder="trasferimenti",
    ),
    "adopts-what": Explanation(
        "Un trasferimento racconta che cosa è stato ripreso: una scheda, e una sola.",
        "Lascia «esperienza_ripresa» oppure «pratica_ripresa». Se sono due cose, fai due schede.",
        before="esperienza_ripresa: orti-di-prova\npratica_ripresa: compost-di-quartiere",
        after="pratica_ripresa: compost-di-quartiere",
        folder="trasferimenti",
    ),
    "near-duplicate": Explanation(
        "Due schede dello stesso ente con quasi lo stesso titolo spesso sono la stessa.",
        "Se lo sono, uniscile e tieni il file più vecchio, perché altri possono puntare lì. Se no, "
        "cambia un titolo perché si distinguano.",
        before="titolo: Orti di prova!",
        after="titolo: Orti del quartiere nord",
    ),
    "ends-before-start": Explanation(
        "La data di conclusione viene prima di quella di avvio.",
        "Controlla sulla fonte quale delle due è sbagliata.",
        before="data_avvio: 2019-05\ndata_conclusione: 2018",
        after="data_avvio: 2018-05\ndata_conclusione: 2019",
    ),
    "participant-unnamed": Explanation(
        "Di chi partecipa si dice una cosa sola: la sua scheda qui, oppure il nome.",
        "Se l'ente ha una scheda in practices/amministrazioni, scrivi «ente» con il nome del file; "
        "altrimenti «nome».",
        before="soggetti_coinvolti:\n  - ruolo: partner",
        after="soggetti_coinvolti:\n  - nome: Associazione Orti\n    ruolo: partner",
    ),
    "person-mailbox": Explanation(
        "Un indirizzo come nome.cognome@ è di una persona, che cambia ufficio e ha diritto a non "
        "comparire.",
        "Meglio la casella dell'ufficio. Se il punto non separa nome e cognome, lascia l'avviso.",
        before="contatto: {ufficio: Orti, email: mario.rossi@comune.prova.it}",
        after="contatto: {ufficio: Orti, email: ufficio.orti.urbani@comune.prova.it}",
    ),
}
