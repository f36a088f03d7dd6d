// The tray: the records that the reader means to compare, in a bar at the foot of every page. It is
// kept on this device only.
import { read, watch, write } from "./device.js";
import { element } from "./element.js";

export const MOST = 4;
export const ID = /^([a-z]+\/)?[a-z0-9]+(-[a-z0-9]+)*$/;

const SITE = new URL("..", import.meta.url);
const KEY = "confronto";
const bar = element("aside", { className: "tray", hidden: true, tabIndex: -1, "aria-label": "Schede da confrontare" });
const status = element("p", { role: "status" });
const list = element("ul");
const go = element("a", { className: "button", textContent: "Confronta" });
const dossier = element("a", { className: "button button--plain", textContent: "Dossier" });
const empty = element("button", { type: "button", className: "button button--plain", textContent: "Svuota" });

/** The records in the tray: `{ id, title }`. What is kept may have been changed by anyone. */
export function chosen() {
  const kept = read(KEY, []);
  if (!Array.isArray(kept)) return [];
  const valid = kept.filter((entry) => typeof entry?.id === "string" && ID.test(entry.id));
  return valid.slice(0, MOST).map(({ id, title }) => ({ id, title: String(title ?? id) }));
}

/** Put a record in the tray; whether there was room. */
export function add(id, title) {
  const others = chosen().filter((entry) => entry.id !== id);
  if (others.length >= MOST) {
    show(`Puoi confrontare fino a ${MOST} schede: prima togline una.`);
    return false;
  }
  write(KEY, [...others, { id, title }]);
  show();
  return true;
}

export function remove(id) {
  write(KEY, chosen().filter((entry) => entry.id !== id));
  show();
}

/** The address that compares some records, or another that puts them together. */
export function address(ids, page = "confronta/") {
  const query = new URLSearchParams(ids.map((id) => ["id", id]));
  return new URL(`${page}?${query}`.replaceAll("%2F", "/"), SITE);
}

/** Give a card or a page, marked `data-compare`, the button that puts it in the tray. */
export function offer(part) {
  const id = part.dataset.compare;
  const heading = part.querySelector("h1, h2, h3");
  const title = heading.textContent.trim();
  const button = element("button", { type: "button", className: "compare-toggle" });
  button.dataset.id = id;
  button.append(element("span"), element("span", { className: "visually-hidden", textContent: ` ${title}` }));
  button.addEventListener("click", () => (isIn(id) ? remove(id) : add(id, title)));
  (part.querySelector(".record__tools") ?? part).append(button);
  mark(button, isIn(id));
}

function isIn(id) {
  return chosen().some((entry) => entry.id === id);
}

function mark(button, pressed) {
  button.setAttribute("aria-pressed", String(pressed));
  button.firstChild.textContent = pressed ? "✓ Nel confronto" : "Aggiungi al confronto";
}

function show(message) {
  const entries = chosen();
  const held = bar.contains(document.activeElement);
  list.replaceChildren(...entries.map(chip));
  go.href = address(entries.map(({ id }) => id)).href;
  dossier.href = address(entries.map(({ id }) => id), "dossier/").href;
  go.hidden = entries.length < 2;
  bar.hidden = entries.length === 0;
  status.textContent = message ?? say(entries.length);
  for (const button of document.querySelectorAll(".compare-toggle")) {
    mark(button, entries.some(({ id }) => id === button.dataset.id));
  }
  if (held && bar.hidden) document.querySelector("main").focus();
  else if (held && !document.activeElement.closest(".tray")) bar.focus();
}

function say(number) {
  return number === 1 ? "Una scheda da confrontare: aggiungine almeno un'altra." : `${number} schede da confrontare`;
}

function chip({ id, title }) {
  const button = element("button", { type: "button", "aria-label": `Togli dal confronto: ${title}`, textContent: "✕" });
  button.addEventListener("click", () => remove(id));
  return element("li", {}, element("span", { textContent: title }), button);
}

empty.addEventListener("click", () => {
  write(KEY, []);
  show();
});
bar.append(element("div", { className: "wrap" }, status, list, go, dossier, empty));
new ResizeObserver(() => {
  document.documentElement.style.setProperty("--tray", `${bar.offsetHeight}px`);
}).observe(bar);
if (!document.querySelector("[data-compare-page], [data-dossier-page]")) document.body.append(bar);
document.querySelectorAll("[data-compare]").forEach(offer);
watch(KEY, () => show());
show();
