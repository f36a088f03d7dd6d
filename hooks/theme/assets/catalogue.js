// The catalogue: words and facets together. All state is in the query string, so that a link,
// Back and reload show the same results.
import { element } from "./element.js";
import { engine } from "./engine.js";
import { Facets, label } from "./facets.js";
import { Peers } from "./peers.js";
import { find, SHOWN, stems } from "./query.js";
import { card, help, ORDERS, ordered, say } from "./results.js";
import { address } from "./tray.js";

const SITE = new URL("..", import.meta.url);
const NEAREST = "vicinanza";
const OTHERS = new Set(["q", "ordina", "pagina", "come"]);

const root = document.querySelector("[data-catalogue]");
const part = (name) => root.querySelector(`[data-${name}]`);
const search = part("search");
const order = part("sort").querySelector("select");
const facets = new Facets(part("facets"), part("filters"));
const peers = new Peers(part("profile"), async (facet, values) => {
  const found = await (await engine()).search(null, options({ [facet]: values }));
  return new Set(found.results.map(({ id }) => id));
});

let results;
let turn = 0;

async function knownWords() {
  return (await fetch(new URL("catalogo/parole.json", SITE))).json();
}

/** What the address asks for: words, the values chosen for each facet, order, how many pages. */
function asked() {
  const query = new URLSearchParams(location.search);
  const filters = {};
  const { traits, unknown } = peers.asked(query);
  for (const [name, value] of query) {
    if (facets.has(name, value)) (filters[name] ??= []).push(value);
    else if (!OTHERS.has(name)) unknown.push(`${name}=${value}`);
  }
  const words = (query.get("q") ?? "").trim();
  const sort = query.get("ordina") ?? "";
  const near = sort === NEAREST && Object.keys(traits).length > 0;
  return {
    words,
    filters,
    near,
    traits: near ? traits : {},
    unknown,
    sort: near || ORDERS.includes(sort) ? sort : "",
    chosen: words !== "" || Object.keys(filters).length > 0 || near,
    pages: Math.max(1, Number.parseInt(query.get("pagina"), 10) || 1),
  };
}

function options(filters) {
  return { filters: Object.fromEntries(Object.entries(filters).map(([name, values]) => [name, { any: values }])) };
}

async function refresh() {
  try {
    await update();
  } catch {
    reveal(["all"], []);
    part("status").textContent = "La ricerca adesso non è disponibile: qui sotto ci sono tutte le schede.";
  }
}

async function update() {
  const mine = ++turn;
  const now = asked();
  fill(now);
  if (!now.chosen) return rest();
  const { found, ranked, counts } = await answer(now);
  if (mine !== turn) return;
  results = ranked;
  facets.count(counts);
  part("results").replaceChildren();
  await show(now.pages * SHOWN);
  if (mine !== turn) return;
  reveal(["results"], ["all"]);
  part("sort").hidden = results.length < 2;
  part("more").hidden = part("results").children.length >= results.length;
  part("dossier").hidden = results.length === 0;
  part("dossier").href = address(shown(), "dossier/");
  part("help").hidden = results.length > 0;
  if (results.length === 0) part("help").replaceChildren(...(await ways(now)));
  part("status").textContent = say(results.length, found) + (now.near ? ", prima quelle degli enti più simili al tuo" : "");
}

/** Show in the page what the address asks for. */
function fill({ words, filters, traits, unknown, near, sort }) {
  search.elements.q.value = words;
  order.value = sort;
  facets.check(filters);
  if (near) peers.fill(traits);
  warn(unknown);
  chips(words, filters, traits);
  part("status").textContent = "";
}

/** The records asked for, in the order asked for, and how many each value of a facet would give. */
async function answer({ words, filters, near, traits, sort }) {
  const ready = await engine();
  await ready.count(facets.inSight(), words);
  const found = await find(ready, words, options(filters), knownWords);
  const by = ORDERS.includes(sort) ? sort : words ? "" : "recenti";
  const sorted = by ? await ordered(found.results, by) : found.results;
  const ranked = near ? await peers.rank(sorted, traits) : sorted;
  return { found, ranked, counts: await countsOf(ready, words, filters, found.filters) };
}

/** Counts for every value; those of a facet with a choice, as if nothing were chosen in it: values of one facet add up. */
async function countsOf(ready, words, filters, counts) {
  if (!counts) return null;
  const own = await Promise.all(
    Object.keys(filters).map(async (name) => {
      const { [name]: _, ...others } = filters;
      const found = await find(ready, words, options(others));
      return [name, found.filters?.[name] ?? counts[name]];
    }),
  );
  return { ...counts, ...Object.fromEntries(own) };
}

/** Count the values of a facet that has come in sight. */
async function recount() {
  const now = asked();
  if (!now.chosen) return;
  const mine = turn;
  const { counts } = await answer(now);
  if (mine === turn) facets.count(counts);
}

/** Nothing asked for: the whole list, and the counts that the page came with. */
function rest() {
  results = [];
  facets.count(facets.totals);
  reveal(["all"], ["results", "sort", "more", "dossier", "help"]);
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

function chips(words, filters, traits) {
  const items = [
    ...(words ? [chip(`«${words}»`, (query) => query.delete("q"))] : []),
    ...facets.chosen(filters).map((box) => chip(label(box), (query) => query.delete(box.name, box.value))),
    ...Object.entries(traits).map(([facet, value]) =>
      chip(`Come: ${peers.label(facet, value)}`, (query) => query.delete("come", `${facet}.${value}`)),
    ),
  ];
  if (items.length > 1) items.push(chip("Azzera tutto", (query) => [...query.keys()].forEach((key) => query.delete(key)), ""));
  part("active").replaceChildren(...items);
  part("active").hidden = items.length === 0;
}

function chip(text, drop, sign = " ✕") {
  const button = element("button", { type: "button", textContent: text + sign });
  if (sign) button.setAttribute("aria-label", `Togli il filtro ${text}`);
  button.addEventListener("click", () => change(drop));
  return element("li", {}, button);
}

/** The ways out when nothing is found. */
async function ways({ words, filters }) {
  const ready = await engine();
  const drops = facets.chosen(filters).map(async (box) => {
    const others = Object.entries(filters).map(([name, values]) => [
      name,
      name === box.name ? values.filter((value) => value !== box.value) : values,
    ]);
    const rest = Object.fromEntries(others.filter(([, values]) => values.length > 0));
    return { box, number: (await find(ready, words, options(rest))).results.length };
  });
  return help(await Promise.all(drops), (box) => change((query) => query.delete(box.name, box.value)));
}

async function show(upTo) {
  const mine = turn;
  const list = part("results");
  const byWords = stems(asked().words).length > 0;
  const next = results.slice(list.children.length, upTo);
  const data = await Promise.all(next.map((result) => result.data()));
  if (mine === turn) list.append(...data.map((known, place) => card(known, next[place].reasons ?? [], byWords)));
}

/** The records whose results are in the page. */
function shown() {
  return [...part("results").querySelectorAll(".card__title a")].map(({ href }) => href.slice(SITE.href.length, -1));
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

/** Order by closeness to the reader's body; ask what it is like, if that is not known yet. */
function nearest() {
  if (peers.keep() === 0) {
    order.value = asked().sort;
    part("peers").open = true;
    return part("profile").querySelector("select").focus();
  }
  return change((query) => {
    peers.write(query);
    query.set("ordina", NEAREST);
    if (query.has("q") || [...facets.names].some((name) => query.has(name))) return;
    for (const folder of ["esperienze", "pratiche"]) query.append("tipo", folder);
  });
}

search.addEventListener("submit", (event) => {
  event.preventDefault();
  const words = search.elements.q.value.trim();
  change((query) => (words ? query.set("q", words) : query.delete("q")));
});
part("facets").addEventListener("change", ({ target }) => {
  if (!facets.names.has(target.name)) return;
  change((query) => (target.checked ? query.append(target.name, target.value) : query.delete(target.name, target.value)));
});
part("filters").addEventListener("toggle", ({ target }) => target.open && recount(), true);
order.addEventListener("change", () => {
  if (order.value === NEAREST) return nearest();
  return change((query) => (order.value ? query.set("ordina", order.value) : query.delete("ordina")));
});
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
for (const form of [search, part("facets")]) {
  form.addEventListener("focusin", () => engine().catch(() => null), { once: true }); // ready before it is asked
}
const narrow = window.matchMedia("(max-width: 59.9em)");
const fold = () => (part("filters").open = !narrow.matches);
narrow.addEventListener("change", fold);
fold();
part("peers").hidden = false;
window.addEventListener("popstate", refresh);
refresh();
