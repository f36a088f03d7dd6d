// The comparison: the pages of the chosen records, read part by part and set side by side. Which ones
// is in the address: `?id=a&id=b`.
import { copied } from "./copied.js";
import { save } from "./csv.js";
import { element } from "./element.js";
import { measures } from "./measures.js";
import { asked, open } from "./sheets.js";
import { combobox } from "./suggest.js";
import { add, address, chosen, MOST, remove } from "./tray.js";

const NONE = "Non indicato";
const root = document.querySelector("[data-compare-page]");
const part = (name) => root.querySelector(`[data-${name}]`);
const folders = root.dataset.folders.split(" ");
const roles = new Map([...part("columns").children].map(({ children: [role, label] }) => [label.textContent, role.textContent]));

/** A record's page, taken apart; null where there is no such record. */
async function read(id) {
  const found = await open(id, folders);
  if (!found) return null;
  const { url, article } = found;
  const table = [...article.querySelectorAll("table")].find((one) => roles.has(one.querySelector("th").textContent));
  const sections = [...article.querySelectorAll("section.block:not(.elsewhere)")];
  const entry = {
    id,
    url,
    title: article.querySelector("h1").textContent,
    kind: article.querySelector(".kicker").textContent,
    facts: new Map([["Di che cosa si tratta", [article.querySelector(".lead")]], ...facts(article)]),
    indicators: table ? indicators(table) : [],
    sections: new Map(sections.filter((one) => !one.contains(table)).map(section)),
  };
  for (const node of article.querySelectorAll("[id]")) node.removeAttribute("id");
  return entry;
}

/** Label and values of what the header and the boxes at the side say. */
function facts(article) {
  const rows = [...article.querySelectorAll(".record__head dl, .record__aside .facts > div")];
  return rows.map((row) => [row.querySelector("dt").textContent, [...row.querySelectorAll("dd")]]);
}

/** Heading and content of a section. */
function section(one) {
  const [heading, ...content] = one.children;
  return [heading.textContent, content];
}

/** The rows of the table of indicators: role of the column → text. */
function indicators(table) {
  const columns = [...table.querySelectorAll("thead th")].map((cell) => roles.get(cell.textContent));
  return [...table.querySelectorAll("tbody tr")].map((row) =>
    Object.fromEntries([...row.cells].map((cell, place) => [columns[place], cell.textContent.trim()])),
  );
}

/** The labels of all records, each after the one it follows in the first record that has it. */
function labels(maps) {
  const found = [];
  for (const map of maps) {
    let place = 0;
    for (const label of map.keys()) {
      if (!found.includes(label)) found.splice(place, 0, label);
      place = found.indexOf(label) + 1;
    }
  }
  return found;
}

function rows(records, name) {
  const maps = records.map((record) => record[name]);
  return labels(maps).map((label) => row(records, label, maps.map((map) => map.get(label)?.filter(Boolean) ?? [])));
}

function row(records, label, contents, note = "") {
  const head = element("th", { scope: "row" }, element("span", { textContent: label }));
  if (note) head.append(element("span", { className: "compare__note", textContent: note }));
  const made = element("tr", {}, head, ...contents.map((content, place) => cell(records[place], content)));
  made.toggleAttribute("data-partial", contents.some((content) => content.length === 0));
  return made;
}

function cell({ title }, content) {
  const made = element("td", { "data-label": title });
  if (content.length === 0) made.append(element("span", { className: "count", textContent: NONE }));
  for (const node of content) {
    if (node.tagName === "DD" || node.className === "lead") made.append(element("p", {}, ...node.childNodes));
    else made.append(node);
  }
  return made;
}

function group(records, title, made) {
  if (made.length === 0) return [];
  const head = element("th", { scope: "rowgroup", colSpan: records.length + 1, textContent: title });
  return [element("tbody", {}, element("tr", { className: "compare__group" }, head), ...made)];
}

const PARTS = [
  ["baseline", "Partenza"],
  ["target", "Atteso"],
  ["value", "Valore"],
  ["moment", "Data"],
  ["progress", ""],
  ["source", "Fonte"],
];

function measure(records, { name, note, perRecord }) {
  const contents = perRecord.map((found) => found.map((one) => figure(one)));
  return row(records, name, contents, note);
}

function figure(one) {
  const parts = PARTS.filter(([role]) => one[role]).map(([role, label]) => {
    const unit = ["baseline", "target", "value"].includes(role) ? ` ${one.unit}` : "";
    const text = `${one[role]}${unit}`;
    return element("li", { textContent: label ? `${label}: ${text}` : text });
  });
  return element("ul", { className: "compare__figure" }, ...parts);
}

function heading(record) {
  const drop = element("button", { type: "button", className: "compare-toggle" }, "Togli");
  drop.append(element("span", { className: "visually-hidden", textContent: ` ${record.title}` }));
  drop.addEventListener("click", () => {
    remove(record.id);
    go(asked().filter((id) => id !== record.id));
  });
  return element(
    "th",
    { scope: "col" },
    element("span", { className: "kicker", textContent: record.kind }),
    element("a", { href: record.url.href, textContent: record.title }),
    drop,
  );
}

function table(records) {
  const head = element("tr", {}, element("th", { scope: "col", textContent: "Voce" }), ...records.map(heading));
  return element(
    "table",
    {},
    element("thead", {}, head),
    ...group(records, "In breve", rows(records, "facts")),
    ...group(records, "Indicatori", measures(records).map((one) => measure(records, one))),
    ...group(records, "Nelle parole delle schede", rows(records, "sections")),
  );
}

function go(ids) {
  history.pushState(null, "", ids.length ? address(ids) : location.pathname);
  refresh().then(() => part("status").focus());
}

async function refresh() {
  const wanted = asked();
  const within = wanted.slice(0, MOST);
  part("status").textContent = within.length ? "Sto aprendo le schede…" : "";
  const opened = await Promise.all(within.map((id) => read(id).catch(() => null)));
  const records = opened.filter(Boolean);
  const lost = [...within.filter((_, place) => !opened[place]), ...wanted.slice(MOST)];
  part("table").replaceChildren(...(records.length ? [table(records)] : []));
  part("table").hidden = records.length === 0;
  part("tools").hidden = records.length < 2;
  part("dossier").href = address(records.map(({ id }) => id), "dossier/");
  common();
  part("status").textContent = [say(records.length), ...lost.map(complain(wanted))].join(" ");
}

function say(number) {
  if (number === 0) return "Non hai ancora scelto nessuna scheda: cercane una qui sopra, o premi «Aggiungi al confronto» nelle pagine del catalogo.";
  if (number === 1) return "C'è una scheda sola: aggiungine almeno un'altra.";
  return `Stai confrontando ${number} schede.`;
}

function complain(wanted) {
  return (id) =>
    wanted.indexOf(id) < MOST
      ? `«${id.slice(0, 80)}» non si può confrontare: non è l'indirizzo di un'esperienza o di una pratica.`
      : `«${id.slice(0, 80)}» non entra: le schede sono al massimo ${MOST}.`;
}

function common() {
  part("table").toggleAttribute("data-common-only", part("common").checked);
}

/** The lines of the table that are in sight, as texts. */
function inSight() {
  const lines = [...part("table").querySelectorAll("tr:not(.compare__group)")].filter((line) => line.offsetParent);
  return lines.map((line) => [...line.cells].map(words));
}

function words(one) {
  return (one.querySelector("a")?.closest("thead") ? one.querySelector("a") : one).innerText.trim().replaceAll("\n\n", "\n");
}

part("link").addEventListener("click", async () => {
  part("status").textContent = await copied(location.href);
});
part("print").addEventListener("click", () => print());
part("csv").addEventListener("click", () => save("confronto.csv", inSight()));
part("common").addEventListener("change", common);
combobox(part("add").elements.q, {
  accepts: ([, , to]) => folders.includes(to.split("/")[0]),
  pick([title, , to]) {
    const [folder, name] = to.split("/");
    const ids = asked();
    const id = folder === folders[0] ? name : `${folder}/${name}`;
    part("add").elements.q.value = "";
    if (ids.length < MOST) add(id, title);
    go(ids.includes(id) ? ids : [...ids, id]);
  },
});
part("add").hidden = false;
part("plain").hidden = true;
addEventListener("popstate", refresh);
if (asked().length === 0 && chosen().length > 0) history.replaceState(null, "", address(chosen().map(({ id }) => id)));
refresh();
