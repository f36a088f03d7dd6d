"""Explanations of what can be wrong with the fields of a record: which are there, in what form."""

from generator.explanations.explanation import Explanation

SHAPES = {
    "not-a-mapping": Explanation(
        "Qui il valore è fatto di più campi, ognuno con il suo nome.",
        "Vai a capo e scrivi un campo per riga, due spazi più a destra. Quali sono lo dice "
        "python -m generator fields TIPO.",
        before="contatto: Ufficio orti",
        after="contatto:\n  ufficio: Ufficio orti",
    ),
    "not-a-list": Explanation(
        "Questo campo può avere più valori, quindi è un elenco anche quando la voce è una sola.",
        "Vai a capo e scrivi una voce per riga, con un trattino e uno spazio davanti.",
        before="temi: rifiuti",
        after="temi:\n  - rifiuti",
    ),
    "not-a-scalar": Explanation(
        "Questo campo ha un valore solo. Un testo fra parentesi quadre per YAML è un elenco, fra "
        "parentesi graffe un blocco di campi.",
        "Lascia un valore solo. Se le parentesi fanno parte del testo, racchiudilo fra virgolette.",
        before="titolo: [Orti urbani]",
        after="titolo: Orti urbani",
    ),
    "duplicate-key": Explanation(
        "Lo stesso campo compare due volte: non si sa quale dei due valori è quello giusto.",
        "Tieni quello giusto e cancella l'altro; se valgono tutti e due, uniscili.",
        before="durata_mesi: 12\ndurata_mesi: 18",
        after="durata_mesi: 18",
    ),
    "unknown-key": Explanation(
        "Un campo con un nome sbagliato non comparirebbe sulla pagina, e quello che hai scritto "
        "andrebbe perso senza che nessuno se ne accorga.",
        "Correggi il nome, come suggerisce il messaggio. I nomi dei campi li elenca "
        "python -m generator fields TIPO. Se il campo che ti serve non c'è, racconta la cosa "
        "nella descrizione e segnalalo alla redazione.",
        before="sintesti: Si coltiva insieme.",
        after="sintesi: Si coltiva insieme.",
    ),
    "required": Explanation(
        "Senza questo campo la scheda non si può mostrare o non si può trovare.",
        "Scrivilo. Se non lo sai, chiedilo all'ente o alla redazione prima di proporre la scheda.",
        before="sintesi:",
        after="sintesi: Si coltiva insieme.",
    ),
    "empty-item": Explanation(
        "Una voce dell'elenco è rimasta vuota.",
        "Scrivila, oppure cancella la riga con il suo trattino.",
        before="supporto:\n  - esperti\n  -",
        after="supporto:\n  - esperti",
    ),
    "repeated-value": Explanation(
        "La stessa voce compare due volte nell'elenco.",
        "Cancella il doppione, oppure correggilo se doveva essere un'altra.",
        before="supporto:\n  - esperti\n  - esperti",
        after="supporto:\n  - esperti\n  - guide",
    ),
    "not-deferrable": Explanation(
        "«rinviato» dice che una parte si scriverà più avanti. Vale solo per quello che si sa alla "
        "fine: risultati, criticità, lezioni.",
        "Scrivi il testo, anche breve, oppure togli il campo.",
        before="descrizione:\n  rinviato:\n    motivo: È presto.\n    data: 2019-05-16",
        after="descrizione: Si coltiva insieme.",
    ),
}
