// The catalogue: words and facets together. All state is in the query string, so that a link,
// Back and reload show the same results.
import { element } from "./element.js";
import { Peers } from "./peers.js";
import { EVERY, find, stems } from "./query.js";
import { offer } from "./tray.js";

const PAGE = 10;
const SITE = new URL("..", import.meta.url);
const NEAREST = "vicinanza";
const OTHERS = new Set(["q", "ordina", "pagina", "come"]);
const ORDERS = ["recenti", "titolo", "avvio"];

const root = document.querySelector("[data-catalogue]");
const part = (name) => root.querySelector(`[data-${name}]`);
const search = part("search");
const facets = part("facets");
const order = part("sort").querySelector("select");
const boxes = [...facets.querySelectorAll("input[type=checkbox]")];
const names = new Set(boxes.map((box) => box.name));
const totals = {};
for (const box of boxes) (totals[box.name] ??= {})[box.value] = Number(counter(box).textContent);
const peers = new Peers(part("profile"), async (facet, values) => {
  const found = await (await engine()).search(EVERY, { filters: { [facet]: { any: values } } });
  return new Set(found.results.map(({ id }) => id));
});

const orders = {};
let pagefind;
let results;
let turn = 0;

async function engine() {
  pagefind ??= import(new URL("pagefind/pagefind.js", SITE)).then(async (module) => {
    await module.options({ baseUrl: SITE.pathname, excerptLength: 24, ranking: { pageLength: 0.3 } });
    await module.init();
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
  const { traits, unknown } = peers.asked(query);
  for (const [name, value] of query) {
    if (boxes.some((box) => box.name === name && box.value === value)) (filters[name] ??= []).push(value);
    else if (!OTHERS.has(name)) unknown.push(`${name}=${value}`);
  }
  const sort = query.get("ordina") ?? "";
  const near = sort === NEAREST && Object.keys(traits).length > 0;
  return {
    words: (query.get("q") ?? "").trim(),
    filters,
    traits: near ? traits : {},
    unknown,
    sort: near || ORDERS.includes(sort) ? sort : "",
    pages: Math.max(1, Number.parseInt(query.get("pagina"), 10) || 1),
  };
}

function options(filters) {
  return { filters: Object.fromEntries(Object.entries(filters).map(([name, values]) => [name, { any: values }])) };
}

/** Load what it takes to count the values in sight: with many records, those of all facets weigh. */
async function loadFacets(engineReady, words) {
  const open = part("filters").open ? [...facets.querySelectorAll("details[open]")] : [];
  const some = open.map((facet) => [facet.dataset.facet, facet.querySelector("input[type=checkbox]").value]);
  if (some.length) await engineReady.preload(stems(words)[0] ?? EVERY, { filters: Object.fromEntries(some) });
}

/** Results in one of the orders that are kept ready, with the place of every record. */
async function ordered(results, name) {
  orders[name] ??= fetch(new URL(`catalogo/ordini/${name}.txt`, SITE)).then(async (answer) => {
    const ids = (await answer.text()).split("\n");
    return new Map(ids.map((id, place) => [id, place]));
  });
  const places = await orders[name];
  return [...results].sort((one, other) => places.get(one.id) - places.get(other.id));
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
  const { words, filters, traits, unknown, sort, pages } = asked();
  const near = sort === NEAREST;
  const chosen = words !== "" || Object.keys(filters).length > 0 || near;
  search.elements.q.value = words;
  order.value = sort;
  for (const box of boxes) box.checked = filters[box.name]?.includes(box.value) ?? false;
  warn(unknown);
  if (near) peers.fill(traits);
  part("status").textContent = "";
  if (!chosen) return rest();
  const engineReady = await engine();
  await loadFacets(engineReady, words);
  const found = await find(engineReady, words, options(filters), knownWords);
  const by = ORDERS.includes(sort) ? sort : words ? "" : "recenti";
  const sorted = by ? await ordered(found.results, by) : found.results;
  const ranked = near ? await peers.rank(sorted, traits) : sorted;
  if (mine !== turn) return;
  const counts = await countsOf(engineReady, words, filters, found.filters);
  if (mine !== turn) return;
  results = ranked;
  count(counts);
  chips(words, filters, traits);
  part("results").replaceChildren();
  await show(pages * PAGE);
  if (mine !== turn) return;
  reveal(["results"], ["all"]);
  part("sort").hidden = results.length < 2;
  part("more").hidden = part("results").children.length >= results.length;
  part("help").hidden = results.length > 0;
  if (results.length === 0) await help(words, filters, mine);
  part("status").textContent = say(results.length, found) + (near ? ", prima quelle degli enti più simili al tuo" : "");
}

/** Nothing asked for: the whole list, and the counts that the page came with. */
function rest() {
  results = null;
  count(totals);
  chips("", {}, {});
  reveal(["all"], ["results", "sort", "more", "help"]);
}

function reveal(shown, hidden) {
  for (const name of shown) part(name).hidden = false;
  for (const name of hidden) part(name).hidden = true;
}

/** Say what in the address means nothing here: it may come from an old link, or have been mistyped. */
function warn(unknown) {
  const texts = unknown.slice(0, 5).map((text) => `«${text.slice(0, 60)}»`);
  part("notice").textContent = `Nell'indirizzo c'è qualcosa che non conosciamo e che non conta: ${texts.join(", ")}.`;
  part("notice").hidden = unknown.length === 0;
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
    if (filters && !filters[box.name]) continue; // not loaded: not in sight
    const number = filters ? (filters[box.name]?.[box.value] ?? 0) : null;
    counter(box).textContent = number ?? "";
    box.closest("li").toggleAttribute("data-empty", number === 0 && !box.checked);
  }
}

function chips(words, filters, traits) {
  const items = boxes
    .filter((box) => filters[box.name]?.includes(box.value))
    .map((box) => chip(label(box), (query) => query.delete(box.name, box.value)));
  for (const [facet, value] of Object.entries(traits)) {
    items.push(chip(`Come: ${peers.label(facet, value)}`, (query) => query.delete("come", `${facet}.${value}`)));
  }
  if (words) items.unshift(chip(`«${words}»`, (query) => query.delete("q")));
  if (items.length > 1) items.push(chip("Azzera tutto", (query) => [...query.keys()].forEach((key) => query.delete(key)), ""));
  part("active").replaceChildren(...items);
  part("active").hidden = items.length === 0;
}

function counter(box) {
  return box.closest("label").querySelector("[data-count]");
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
  if (mine === turn) list.append(...data.map((known, place) => card(known, next[place].reasons ?? [])));
}

function card({ url, meta, excerpt }, reasons) {
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
  if (reasons.length) item.append(element("p", { className: "card__reason", textContent: `Come il tuo ente: ${reasons.join(", ")}` }));
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
part("filters").addEventListener("toggle", ({ target }) => target.open && results && refresh(), true);
facets.addEventListener("input", ({ target }) => {
  if (!target.hasAttribute("data-narrow")) return;
  const [wanted] = stems(target.value);
  for (const item of target.closest("fieldset").querySelectorAll("li")) {
    item.hidden = Boolean(wanted) && !stems(item.textContent).some((word) => word.startsWith(wanted));
  }
});
order.addEventListener("change", () => {
  if (order.value === NEAREST) return nearest();
  change((query) => (order.value ? query.set("ordina", order.value) : query.delete("ordina")));
});
/** Order by closeness to the reader's body; ask what it is like, if that is not known yet. */
function nearest() {
  const query = new URLSearchParams();
  if (peers.write(query) === 0) {
    order.value = asked().sort;
    part("peers").open = true;
    return part("profile").querySelector("select").focus();
  }
  return change((whole) => {
    whole.delete("come");
    for (const text of query.getAll("come")) whole.append("come", text);
    whole.set("ordina", NEAREST);
    if (whole.has("q") || [...names].some((name) => whole.has(name))) return;
    for (const folder of ["esperienze", "pratiche"]) whole.append("tipo", folder);
  });
}

part("profile").addEventListener("submit", (event) => {
  event.preventDefault();
  nearest();
});
part("forget").addEventListener("click", () => {
  peers.forget();
  change((query) => {
    query.delete("come");
    if (query.get("ordina") === NEAREST) query.delete("ordina");
  });
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
for (const form of [search, facets]) form.addEventListener("focusin", () => engine().catch(() => null), { once: true });
facets.hidden = false;
part("peers").hidden = false;
refresh();
