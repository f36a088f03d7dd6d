// What SQLite says of a question that it can't answer, in words for who is not a programmer.
const KNOWN = [
  [/no such table: (.+)/, (name) => `Non c'è una tabella «${name}». Le tabelle sono spiegate sotto, in «Come sono fatti».`],
  [/no such column: (.+)/, (name) => `Non c'è una colonna «${name}». I nomi delle colonne sono in fondo alla pagina; i testi vanno fra apici semplici: 'così'.`],
  [/ambiguous column name: (.+)/, (name) => `La colonna «${name}» è in più tabelle: scrivi anche il nome della tabella, per esempio schede.${name}.`],
  [/no such function: (.+)/, (name) => `SQLite non ha una funzione «${name}».`],
  [/fts5: |unterminated string/, () => "Le parole dopo MATCH non vanno bene: mettile fra apici semplici, per esempio 'acqua AND tariffa'."],
  [/near "(.+)": syntax error/, (name) => `Vicino a «${name}» la domanda non è scritta come vuole SQL: controlla virgole, parentesi e parole.`],
  [/unrecognized token: "(.+)"/, (name) => `«${name}» non si capisce: forse un apice aperto non è chiuso.`],
  [/incomplete input/, () => "La domanda non è finita: forse manca una parentesi, o la tabella dopo FROM."],
  [/readonly database|not authorized/, () => "Questi dati si leggono soltanto: usa SELECT."],
  [/contain.* no SQL|empty|zero-length/i, () => "Scrivi una domanda, per esempio: SELECT titolo FROM schede LIMIT 10"],
  [/out of memory|too big/, () => "Il risultato è troppo grande per il browser: prova con un LIMIT."],
];

/** The message for the reader; what SQLite itself said, where no better words are known. */
export function explained(message) {
  for (const [pattern, text] of KNOWN) {
    const match = pattern.exec(message);
    if (match) return text(match[1]?.trim());
  }
  return `SQLite non ha risposto: ${message}`;
}
