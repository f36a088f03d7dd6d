"""Explanations of what can be wrong with a value."""

from generator.explanations.explanation import Explanation

VALUES = {
    "too-long": Explanation(
        "Il testo non sta nel posto che gli dà la pagina: un titolo si legge in un elenco, una "
        "sintesi in una scheda piccola.",
        "Accorcialo. I particolari vanno nella descrizione.",
        before=f"titolo: {'Orti urbani ' * 11}".rstrip(),
        after="titolo: Orti urbani",
    ),
    "one-line": Explanation(
        "Questo testo compare negli elenchi e nei titoli, dove sta su una riga sola.",
        "Unisci le righe.",
        before="titolo: |\n  Orti\n  urbani",
        after="titolo: Orti urbani",
    ),
    "markup": Explanation(
        "«<» e «>» servono a scrivere pagine web e qui potrebbero rovinarle.",
        "Dillo a parole.",
        before="titolo: Comuni con < 5000 abitanti",
        after="titolo: Comuni con meno di 5000 abitanti",
    ),
    "html": Explanation(
        "Il testo si scrive in Markdown semplice: il codice di una pagina web può nascondere altro "
        "a chi rilegge, e sul sito non compare.",
        "Togli i segni fra «<» e «>» e usa **grassetto**, elenchi con «- » e [collegamenti]"
        "(https://www.comune.prova.it).",
        before="descrizione: Si coltiva <b>insieme</b>.",
        after="descrizione: Si coltiva **insieme**.",
    ),
    "image": Explanation(
        "Un'immagine ha un autore, va descritta per chi non vede e può sparire dal suo indirizzo.",
        "Racconta a parole che cosa mostra, oppure cita fra le fonti il documento che la contiene.",
        before="descrizione: 'Ecco gli orti: ![orti](https://www.example.org/orti.png)'",
        after="descrizione: Gli orti sono 40, in quattro file.",
    ),
    "formula": Explanation(
        "I dati si scaricano anche per un foglio di calcolo, che eseguirebbe come formula un testo "
        "che comincia con questo segno.",
        "Riscrivi il testo in modo che cominci con una parola.",
        before="titolo: '+ orti per tutti'",
        after="titolo: Più orti per tutti",
    ),
    "not-known": Explanation(
        "«n.d.» e simili non sono un dato: chi filtra o confronta le schede li conterebbe come "
        "valori.",
        "Cancella il campo. Quello che non si sa si lascia fuori.",
        before="descrizione: n.d.",
        after="descrizione: Si coltiva insieme.",
    ),
    "personal-email": Explanation(
        "La casella di un fornitore privato quasi sempre è di una persona, e i dati personali non "
        "si pubblicano (GDPR, art. 5).",
        "Usa la casella istituzionale di un ufficio.",
        before="contatto: {ufficio: Orti, email: mario.rossi@gmail.com}",
        after="contatto: {ufficio: Orti, email: orti@comune.prova.it}",
    ),
    "fiscal-code": Explanation(
        "Il codice fiscale di una persona è un dato personale e non si pubblica.",
        "Cancellalo. Per un ente basta il nome.",
        before="descrizione: Responsabile RSSMRA80A01H501U.",
        after="descrizione: Responsabile l'ufficio orti.",
    ),
    "mobile-number": Explanation(
        "Un cellulare quasi sempre è di una persona, e i dati personali non si pubblicano.",
        "Cancellalo: indica l'ufficio in «contatto», con la sua casella.",
        before="descrizione: Per informazioni 333 1234567.",
        after="descrizione: Per informazioni c'è l'ufficio orti.",
    ),
    "not-an-email": Explanation(
        "L'indirizzo di posta non ha la forma nome@sito.",
        "Ricopialo dal sito dell'ente, senza spazi né «mailto:».",
        before="contatto: {ufficio: Orti, email: orti chiocciola comune.prova.it}",
        after="contatto: {ufficio: Orti, email: orti@comune.prova.it}",
    ),
    "not-a-date": Explanation(
        "Le date si scrivono tutte nello stesso modo, così si ordinano e non si scambia il giorno "
        "con il mese.",
        "Scrivi anno, mese e giorno: AAAA-MM-GG.",
        before="aggiornata_il: 16/05/2019",
        after="aggiornata_il: 2019-05-16",
    ),
    "not-a-moment": Explanation(
        "Le date si scrivono tutte nello stesso modo, dalla parte più grande alla più piccola.",
        "Scrivi AAAA-MM-GG; se conosci solo il mese o l'anno, AAAA-MM o AAAA.",
        before="data_avvio: maggio 2019",
        after="data_avvio: 2019-05",
    ),
    "not-an-integer": Explanation(
        "Qui serve un numero intero: su questo campo si fanno somme e confronti.",
        "Scrivi solo le cifre: senza unità, senza punti, senza «circa».",
        before="durata_mesi: un anno",
        after="durata_mesi: 12",
    ),
    "ambiguous-number": Explanation(
        "1.234 per un italiano è milleduecentotrentaquattro, per un programma uno virgola due.",
        "Togli il punto se separa le migliaia; aggiungi uno zero in fondo se separa i decimali.",
        before="budget:\n  - importo: 12.500",
        after="budget:\n  - importo: 12500",
    ),
    "not-a-number": Explanation(
        "Qui serve un numero: su questo campo si fanno somme e confronti.",
        "Scrivi le cifre, al massimo 15 in tutto, e, se ci sono decimali, il punto; senza unità "
        "né separatore delle migliaia.",
        before="budget:\n  - importo: 12.500,00 euro",
        after="budget:\n  - importo: 12500.00",
    ),
    "out-of-range": Explanation(
        "Il numero è più piccolo o più grande di quanto abbia senso per questo campo.",
        "Controlla le cifre e l'unità di misura.",
        before="durata_mesi: 2019",
        after="durata_mesi: 12",
    ),
    "below-minimum": Explanation(
        "Il numero è più piccolo di quanto abbia senso per questo campo.",
        "Controlla il segno e le cifre.",
        before="budget:\n  - importo: -500",
        after="budget:\n  - importo: 500",
    ),
    "not-a-flag": Explanation(
        "Questo campo dice soltanto se una cosa è vera o no.",
        "Scrivi si oppure no.",
        before="bozza: forse",
        after="bozza: si",
    ),
    "not-a-code": Explanation(
        "I codici di un registro hanno una forma fissa: un segno in più e il codice non si trova.",
        "Ricopialo dalla fonte, zeri compresi, senza spazi.",
        before="azioni:\n  - codice: D.1.2 A",
        after="azioni:\n  - codice: D.1.2.A",
    ),
    "not-a-url": Explanation(
        "Un indirizzo incompleto, o un percorso, sul sito non porterebbe da nessuna parte.",
        "Copia l'indirizzo intero dalla barra del browser.",
        before="fonti:\n  - titolo: Pagina\n    indirizzo: www.comune.prova.it/orti",
        after="fonti:\n  - titolo: Pagina\n    indirizzo: https://www.comune.prova.it/orti",
    ),
    "not-https": Explanation(
        "Con «http» chiunque sta in mezzo può cambiare la pagina che il lettore vede.",
        "Metti «https» e prova se l'indirizzo funziona. Nelle fonti «http» è ammesso.",
        before="descrizione: 'Vedi <http://www.comune.prova.it/orti>.'",
        after="descrizione: 'Vedi <https://www.comune.prova.it/orti>.'",
    ),
    "unsafe-url": Explanation(
        "L'indirizzo può ingannare chi lo segue: contiene un nome utente, il numero di una "
        "macchina, lettere che somigliano ad altre.",
        "Usa l'indirizzo pubblico della pagina, con il nome del sito.",
        before="fonti:\n  - titolo: Pagina\n    indirizzo: https://192.0.2.1/orti",
        after="fonti:\n  - titolo: Pagina\n    indirizzo: https://www.comune.prova.it/orti",
    ),
    "unknown-term": Explanation(
        "Qui si sceglie da un elenco chiuso: solo così le schede che parlano della stessa cosa si "
        "ritrovano insieme.",
        "Scrivi l'identificativo di una voce, non la sua etichetta. Le voci stanno in "
        "practices/vocabolari/; le prime le mostra python -m generator fields TIPO. Se ne manca "
        "una, proponila con la sua fonte.",
        before="temi:\n  - Rifiutti",
        after="temi:\n  - rifiuti",
    ),
    "unknown-option": Explanation(
        "Qui i valori possibili sono pochi e fissi.",
        "Scrivi uno di quelli che elenca il messaggio.",
        before="livello: leading",
        after="livello: pratica-promettente",
        folder="pratiche",
    ),
    "withdrawn-reference": Explanation(
        "Una scheda ritirata non ha più niente da far leggere: chi segue il rimando resterebbe a "
        "mani vuote.",
        "Togli il rimando. Se un'altra scheda ha preso il posto di quella, indica lei.",
    ),
    "former-id-taken": Explanation(
        "A un indirizzo c'è una cosa sola: la scheda che ha quel nome, o il rimando a quella che "
        "lo aveva.",
        "Controlla il nome che la scheda aveva prima; se è giusto, dai un altro nome all'altra.",
    ),
    "reused-id": Explanation(
        "Chi ha salvato l'indirizzo di una scheda ritirata non deve trovarci un'altra cosa.",
        "Cambia nome al file della scheda nuova.",
    ),
    "unknown-reference": Explanation(
        "La scheda a cui rimandi non c'è: sul sito il collegamento non porterebbe a niente.",
        "Scrivi il nome del file dell'altra scheda, senza .yml. Se la scheda non c'è ancora, "
        "aggiungila nella stessa proposta.",
        before="realizzato_da: Comune di Prova",
        after="realizzato_da: comune-di-prova",
    ),
}
