// The console of the open data: questions in SQL to the whole catalogue, which a worker answers.
import { save } from "./csv.js";
import { element } from "./element.js";
import { explained } from "./sql-errors.js";

const MOST = 10_000; // rows that are fetched
const SHOWN = 50; // rows on a page

const box = document.querySelector("[data-console]");
const part = (name) => box.querySelector(`[data-${name}]`);
const queries = [...document.querySelectorAll("[data-query]")];
let worker = null;
let found = { columns: [], rows: [] };
let first = 0;

part("open").addEventListener("click", () => {
  part("open").parentElement.hidden = true;
  part("form").hidden = false;
  begin();
  part("sql").focus();
});
part("ready").append(...queries.map(({ dataset }, at) => element("option", { value: at, textContent: dataset.query })));
part("ready").addEventListener("change", ({ target }) => {
  if (target.value) part("sql").value = queries[target.value].textContent;
});
part("form").addEventListener("submit", (event) => {
  event.preventDefault();
  ask(part("sql").value);
});
part("stop").addEventListener("click", () => {
  begin();
  say("Fermata: la domanda era troppo lunga. Prova con un «LIMIT», o con meno tabelle insieme.");
});
part("back").addEventListener("click", () => show(first - SHOWN));
part("on").addEventListener("click", () => show(first + SHOWN));
part("csv").addEventListener("click", () => save("risultato.csv", [found.columns, ...found.rows]));
box.hidden = false;

/** A new worker, which reads the file anew; the one before, whatever it was doing, ends. */
function begin() {
  worker?.terminate();
  const address = new URL("sqlite-worker.js", import.meta.url);
  address.searchParams.set("database", new URL(box.dataset.database, location.href));
  worker = new Worker(address, { type: "module" });
  worker.addEventListener("message", ({ data }) => hear(data));
  worker.addEventListener("error", () => {
    say("La console non parte: forse la connessione è caduta, o il browser è troppo vecchio. Puoi scaricare il file.");
    busy(false);
  });
  busy(true);
  say("Sto leggendo il catalogo…");
}

function ask(sql) {
  busy(true);
  say("Sto cercando…");
  worker.postMessage({ sql, most: MOST });
}

function hear({ ready, error, ...answer }) {
  busy(false);
  if (ready) return say("Pronta. Scegli una domanda o scrivi la tua.");
  found = error ? { columns: [], rows: [] } : answer;
  show(0);
  if (error) say(explained(error));
}

function show(from) {
  first = from;
  const page = found.rows.slice(first, first + SHOWN);
  part("result").hidden = page.length === 0;
  part("pages").hidden = page.length === 0;
  part("back").disabled = first === 0;
  part("on").disabled = first + SHOWN >= found.rows.length;
  part("result").replaceChildren(table(page));
  say(counted(page.length));
}

function counted(shown) {
  if (shown === 0) return "Nessuna riga.";
  const all = found.more ? `Le prime ${MOST} righe di molte` : `Righe: ${found.rows.length}`;
  return `${all}. Qui da ${first + 1} a ${first + shown}.`;
}

function table(rows) {
  const heads = found.columns.map((name) => element("th", { scope: "col", textContent: name }));
  const lines = rows.map((row) => element("tr", {}, ...row.map((text, at) => element("td", { "data-label": found.columns[at] }, linked(text)))));
  const caption = element("caption", { className: "visually-hidden", textContent: "Risultato della domanda" });
  return element("table", {}, caption, element("thead", {}, element("tr", {}, ...heads)), element("tbody", {}, ...lines));
}

function linked(text) {
  const isAddress = /^https?:\/\/\S+$/.test(text);
  return isAddress ? element("a", { href: text, textContent: text, rel: "noopener noreferrer nofollow ugc" }) : text;
}

function busy(yes) {
  part("stop").hidden = !yes;
  part("form").querySelector("[type=submit]").disabled = yes;
  part("form").setAttribute("aria-busy", yes);
}

function say(text) {
  part("status").textContent = text;
}
