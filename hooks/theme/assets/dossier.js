// The dossier: the pages of some records one after the other, with a cover and an index, to be printed.
// All of it is in the address: `?titolo=…&id=a&id=b`.
import { copied } from "./copied.js";
import { element } from "./element.js";
import { asked, open } from "./sheets.js";
import { combobox } from "./suggest.js";
import { address, chosen } from "./tray.js";

const MOST = 30;
const SAME = "Dossier";
const root = document.querySelector("[data-dossier-page]");
const part = (name) => root.querySelector(`[data-${name}]`);
const folders = root.dataset.folders.split(" ");
const plain = document.title;

function title() {
  return (new URLSearchParams(location.search).get("titolo") ?? "").slice(0, part("title").maxLength).trim();
}

function link(ids, called = title()) {
  const to = address(ids, "dossier/");
  if (called) to.searchParams.append("titolo", called);
  return to;
}

/** The title goes wherever a reader or a printer looks for one: a PDF is named after the page. */
function entitle() {
  part("heading").textContent = title() || SAME;
  document.title = title() ? `${title()} – ${plain}` : plain;
  document.documentElement.dataset.sheet = document.title;
}

/** A record's page as part of this one: headings a level lower, ids that nobody else has. */
function sheet({ url, article }, place) {
  const prefix = `s${place + 1}`;
  const heading = article.querySelector("h1").textContent;
  for (const node of article.querySelectorAll(".block--schede-vicine")) node.remove();
  for (const node of article.querySelectorAll("[aria-labelledby]")) node.removeAttribute("aria-labelledby");
  for (const node of article.querySelectorAll("[role=region]")) node.setAttribute("aria-label", `${node.getAttribute("aria-label")} – ${heading}`);
  for (const node of article.querySelectorAll("[id]")) node.id = `${prefix}-${node.id}`;
  for (const node of article.querySelectorAll(`a[href^="${url}#"]`)) node.hash = `#${prefix}-${node.hash.slice(1)}`;
  for (const node of article.querySelectorAll("img")) node.loading = "eager"; // ready before it is printed
  for (const node of article.querySelectorAll("h1, h2, h3")) lower(node);
  article.id = prefix;
  article.setAttribute("aria-label", heading);
  return article;
}

function lower(node) {
  const made = element(`h${Number(node.tagName[1]) + 1}`, {}, ...node.childNodes);
  for (const { name, value } of node.attributes) made.setAttribute(name, value);
  node.replaceWith(made);
}

function entry({ id, article }, place) {
  const heading = article.querySelector("h2").textContent;
  const kind = article.querySelector(".kicker").textContent;
  const row = element(
    "li",
    {},
    element("a", { href: `#${article.id}`, textContent: heading }),
    element("span", { className: "count", textContent: kind }),
  );
  const ids = asked();
  if (place > 0) row.append(button("Sposta su", heading, swapped(ids, ids.indexOf(id))));
  row.append(button("Togli", heading, ids.filter((other) => other !== id)));
  return row;
}

function button(text, heading, ids) {
  const made = element("button", { type: "button", className: "compare-toggle" }, text);
  made.append(element("span", { className: "visually-hidden", textContent: ` ${heading}` }));
  made.addEventListener("click", () => go(ids));
  return made;
}

function swapped(ids, place) {
  return ids.with(place, ids[place - 1]).with(place - 1, ids[place]);
}

function go(ids) {
  history.pushState(null, "", link(ids));
  refresh().then(() => part("status").focus());
}

async function refresh() {
  const wanted = asked();
  const within = wanted.slice(0, MOST);
  part("title").value = title();
  entitle();
  part("status").textContent = within.length ? "Sto aprendo le schede…" : "";
  const opened = await Promise.all(within.map((id) => open(id, folders).catch(() => null)));
  const found = opened.map((one, place) => one && { ...one, id: within[place] }).filter(Boolean);
  const lost = within.filter((_, place) => !opened[place]);
  part("sheets").replaceChildren(...found.map(sheet));
  part("list").replaceChildren(...found.map(entry));
  part("index").hidden = part("tools").hidden = found.length === 0;
  part("status").textContent = [say(found.length), ...lost.map(missing), ...wanted.slice(MOST, MOST + 1).map(full)].join(" ");
}

function say(number) {
  if (number === 0) return "Non hai ancora scelto nessuna scheda: cercane una qui sopra, o aggiungile dal catalogo.";
  return number === 1 ? "C'è una scheda." : `Ci sono ${number} schede.`;
}

function missing(id) {
  return `«${id.slice(0, 80)}» non c'è: non è l'indirizzo di una scheda.`;
}

function full() {
  return `Le schede sono al massimo ${MOST}: le altre non entrano.`;
}

part("title").addEventListener("input", () => {
  history.replaceState(null, "", link(asked(), part("title").value.trim()));
  entitle();
});
part("print").addEventListener("click", () => print());
part("link").addEventListener("click", async () => {
  part("status").textContent = await copied(location.href);
});
combobox(part("add").elements.q, {
  accepts: ([, , to]) => folders.includes(to.split("/")[0]),
  pick([, , to]) {
    const id = to.replace(/\/$/, "");
    part("add").elements.q.value = "";
    go([...asked().filter((other) => other !== id), id]);
  },
});
part("date").textContent = `, ${new Date().toLocaleDateString("it-IT", { day: "numeric", month: "long", year: "numeric" })}`;
part("make").hidden = false;
part("plain").hidden = true;
addEventListener("popstate", refresh);
if (asked().length === 0 && chosen().length > 0) history.replaceState(null, "", link(chosen().map(({ id }) => id)));
refresh();
