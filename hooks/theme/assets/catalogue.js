// The catalogue: words and facets together. All state is in the query string, so that a link,
// Back and reload show the same results.
import { element } from "./element.js";
import { find, stems } from "./query.js";
import { offer } from "./tray.js";

const PAGE = 20;
const SITE = new URL("..", import.meta.url);
const ORDERS = { recenti: "desc", titolo: "asc", avvio: "desc" };

const root = document.querySelector("[data-catalogue]");
const part = (name) => root.querySelector(`[data-${name}]`);
const search = part("search");
const facets = part("facets");
const order = part("sort").querySelector("select");
const boxes = [...facets.querySelectorAll("input[type=checkbox]")];
const names = new Set(boxes.map((box) => box.name));

let pagefind;
let results = [];
let turn = 0;

async function engine() {
  pagefind ??= import(new URL("pagefind/pagefind.js", SITE)).then(async (module) => {
    await module.options({ baseUrl: SITE.pathname, excerptLength: 24, ranking: { pageLength: 0.3 } });
    await module.filters(); // loads the values, without which no search can count them
    return module;
  });
  return pagefind;
}

async function knownWords() {
  return (await fetch(new URL("catalogo/parole.json", SITE))).json();
}

/** What the address asks for: words, the values chosen for each facet, order, how many pages. */
function asked() {
  const query = new URLSearchParams(location.search);
  const filters = {};
  for (const [name, value] of query) {
    if (names.has(name)) (filters[name] ??= []).push(value);
  }
  return {
    words: (query.get("q") ?? "").trim(),
    filters,
    sort: query.get("ordina") in ORDERS ? query.get("ordina") : "",
    pages: Math.max(1, Number.parseInt(query.get("pagina"), 10) || 1),
  };
}

function options(filters, sort = "") {
  const any = Object.fromEntries(Object.entries(filters).map(([name, values]) => [name, { any: values }]));
  return { filters: any, ...(sort && { sort: { [sort]: ORDERS[sort] } }) };
}

async function refresh() {
  try {
    await update();
  } catch {
    pagefind = undefined;
    part("all").hidden = false;
    part("status").textContent = "La ricerca adesso non è disponibile: qui sotto ci sono tutte le schede.";
  }
}

async function update() {
  const mine = ++turn;
  const { words, filters, sort, pages } = asked();
  const chosen = words !== "" || Object.keys(filters).length > 0;
  search.elements.q.value = words;
  order.value = sort;
  for (const box of boxes) box.checked = filters[box.name]?.includes(box.value) ?? false;
  part("status").textContent = "";
  const engineReady = await engine();
  const found = await find(engineReady, words, options(filters, sort || (words ? "" : "recenti")), knownWords);
  if (mine !== turn) return;
  const counts = await countsOf(engineReady, words, filters, found.filters);
  if (mine !== turn) return;
  results = found.results;
  count(counts);
  chips(words, filters);
  facets.hidden = false;
  part("results").replaceChildren();
  if (chosen) await show(pages * PAGE);
  if (mine !== turn) return;
  part("all").hidden = chosen;
  part("results").hidden = !chosen;
  part("sort").hidden = !chosen || results.length < 2;
  part("more").hidden = !chosen || part("results").children.length >= results.length;
  part("help").hidden = results.length > 0;
  if (results.length === 0) await help(words, filters, mine);
  part("status").textContent = chosen ? say(results.length, found) : "";
}

/** Counts for every value; those of a facet with a choice, as if nothing were chosen in it: values of one facet add up. */
async function countsOf(engineReady, words, filters, counts) {
  if (!counts) return null;
  const own = await Promise.all(
    Object.keys(filters).map(async (name) => {
      const { [name]: _, ...others } = filters;
      const found = await find(engineReady, words, options(others));
      return [name, found.filters?.[name] ?? counts[name]];
    }),
  );
  return { ...counts, ...Object.fromEntries(own) };
}

function say(number, { exact, spelled }) {
  if (number === 0) return "Nessuna scheda trovata.";
  const found = number === 1 ? "1 scheda trovata" : `${number} schede trovate`;
  if (spelled) return `${found} per «${spelled}»`;
  return exact ? found : `${found}: nessuna contiene tutte le parole, queste ne contengono la maggior parte`;
}

/** How many records each value would give; nothing where the results hold only some of the words. */
function count(filters) {
  for (const box of boxes) {
    const number = filters ? (filters[box.name]?.[box.value] ?? 0) : null;
    const item = box.closest("li");
    item.querySelector("[data-count]").textContent = number ?? "";
    item.toggleAttribute("data-empty", number === 0 && !box.checked);
  }
}

function chips(words, filters) {
  const items = boxes
    .filter((box) => filters[box.name]?.includes(box.value))
    .map((box) => chip(label(box), (query) => query.delete(box.name, box.value)));
  if (words) items.unshift(chip(`«${words}»`, (query) => query.delete("q")));
  if (items.length > 1) items.push(chip("Azzera tutto", (query) => [...query.keys()].forEach((key) => query.delete(key)), ""));
  part("active").replaceChildren(...items);
  part("active").hidden = items.length === 0;
}

function label(box) {
  return box.nextElementSibling.textContent;
}

function chip(text, drop, sign = " ✕") {
  const button = element("button", { type: "button", textContent: text + sign });
  if (sign) button.setAttribute("aria-label", `Togli il filtro ${text}`);
  button.addEventListener("click", () => change(drop));
  return element("li", {}, button);
}

/** What to do when nothing is found: the filters whose removal would help most, other ways in. */
async function help(words, filters, mine) {
  const engineReady = await engine();
  const chosen = boxes.filter((box) => filters[box.name]?.includes(box.value));
  const without = await Promise.all(
    chosen.map(async (box) => {
      const values = filters[box.name].filter((value) => value !== box.value);
      const rest = { ...filters, [box.name]: values };
      if (values.length === 0) delete rest[box.name];
      return { box, number: (await find(engineReady, words, options(rest))).results.length };
    }),
  );
  if (mine !== turn) return;
  const drops = without
    .filter(({ number }) => number > 0)
    .sort((one, other) => other.number - one.number)
    .map(({ box, number }) => {
      const text = `Togli «${label(box)}»: ${number === 1 ? "1 scheda" : `${number} schede`}`;
      const button = element("button", { type: "button", className: "button", textContent: text });
      button.addEventListener("click", () => change((query) => query.delete(box.name, box.value)));
      return element("li", {}, button);
    });
  const ways = [
    ["temi/", "parti da un tema"],
    ["fabbisogni/", "guarda che cosa cercano gli altri enti"],
    ["contribuisci/", "racconta che cosa stai cercando"],
  ].map(([address, text]) => element("li", {}, element("a", { href: new URL(address, SITE).pathname, textContent: text })));
  part("help").replaceChildren(
    ...(drops.length ? [element("ul", { className: "help__drops" }, ...drops)] : []),
    element("p", { textContent: "Prova con parole più semplici, oppure:" }),
    element("ul", {}, ...ways),
  );
}

async function show(upTo) {
  const mine = turn;
  const list = part("results");
  const next = results.slice(list.children.length, upTo);
  const data = await Promise.all(next.map((result) => result.data()));
  if (mine === turn) list.append(...data.map(card));
}

function card({ url, meta, excerpt }) {
  const text = element("p");
  if (stems(asked().words).length > 0) text.innerHTML = excerpt; // Pagefind escapes it, but for its own <mark>
  else text.textContent = meta.sintesi ?? "";
  const item = element(
    "li",
    { className: "card" },
    element("p", { className: "kicker", textContent: meta.genere }),
    element("h2", { className: "card__title" }, element("a", { href: url, textContent: meta.title })),
    text,
    element("p", { className: "card__facts", textContent: meta.fatti ?? "" }),
  );
  if (meta.confronto) {
    item.dataset.compare = meta.confronto;
    offer(item);
  }
  return item;
}

/** Change the query string, as a new step of the history; the first page again, unless said. */
function change(edit, { keepPage = false } = {}) {
  const query = new URLSearchParams(location.search);
  if (!keepPage) query.delete("pagina");
  edit(query);
  const text = query.toString();
  history.pushState(null, "", text ? `?${text}` : location.pathname);
  return refresh().then(() => {
    // The button that was pressed may be gone: the reader goes on from what it changed.
    if (document.activeElement === document.body) part("status").focus();
  });
}

search.addEventListener("submit", (event) => {
  event.preventDefault();
  const words = search.elements.q.value.trim();
  change((query) => (words ? query.set("q", words) : query.delete("q")));
});
facets.addEventListener("submit", (event) => event.preventDefault());
facets.addEventListener("change", ({ target }) => {
  if (!names.has(target.name)) return;
  change((query) => (target.checked ? query.append(target.name, target.value) : query.delete(target.name, target.value)));
});
facets.addEventListener("input", ({ target }) => {
  if (!target.hasAttribute("data-narrow")) return;
  const [wanted] = stems(target.value);
  for (const item of target.closest("fieldset").querySelectorAll("li")) {
    item.hidden = Boolean(wanted) && !stems(item.textContent).some((word) => word.startsWith(wanted));
  }
});
order.addEventListener("change", () => {
  change((query) => (order.value ? query.set("ordina", order.value) : query.delete("ordina")));
});
part("more").addEventListener("click", async () => {
  const first = part("results").children.length;
  await change((query) => query.set("pagina", String(asked().pages + 1)), { keepPage: true });
  part("results").children[first]?.querySelector("a").focus();
});
const narrow = window.matchMedia("(max-width: 59.9em)");
const fold = () => (part("filters").open = !narrow.matches);
narrow.addEventListener("change", fold);
fold();
window.addEventListener("popstate", refresh);
refresh();
