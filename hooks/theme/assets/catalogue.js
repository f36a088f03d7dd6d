// The catalogue: words and facets together. All state is in the query string, so that a link,
// Back and reload show the same results.
const PAGE = 20;
const root = document.querySelector("[data-catalogue]");
const search = root.querySelector("[data-search]");
const facets = root.querySelector("[data-facets]");
const status = root.querySelector("[data-status]");
const active = root.querySelector("[data-active]");
const list = root.querySelector("[data-results]");
const more = root.querySelector("[data-more]");
const all = root.querySelector("[data-all]");
const boxes = [...facets.querySelectorAll("input[type=checkbox]")];
const names = new Set(boxes.map((box) => box.name));

let pagefind;
let results = [];
let turn = 0;

async function engine() {
  const site = new URL("..", import.meta.url);
  pagefind ??= await import(new URL("pagefind/pagefind.js", site)).then(async (module) => {
    await module.options({ baseUrl: site.pathname, excerptLength: 24 });
    await module.filters(); // loads the values, without which no search can count them
    return module;
  });
  return pagefind;
}

/** What the address asks for: words, and the values chosen for each facet. */
function asked() {
  const query = new URLSearchParams(location.search);
  const filters = {};
  for (const [name, value] of query) {
    if (names.has(name)) (filters[name] ??= []).push(value);
  }
  return { words: (query.get("q") ?? "").trim(), filters };
}

/** Straight apostrophes, as in what is indexed: after them a word begins. */
function plain(words) {
  return words.replace(/[’‘`´]/g, "'").replace(/'/g, " ").trim();
}

async function refresh() {
  const mine = ++turn;
  status.textContent = "";
  const { words, filters } = asked();
  search.elements.q.value = words;
  for (const box of boxes) box.checked = filters[box.name]?.includes(box.value) ?? false;
  const engineReady = await engine();
  const any = Object.fromEntries(Object.entries(filters).map(([name, values]) => [name, { any: values }]));
  const found = await engineReady.search(plain(words) || null, {
    filters: any,
    ...(words ? {} : { sort: { data: "desc" } }),
  });
  if (mine !== turn) return;
  results = found.results;
  count(found.filters);
  chips(words, filters);
  facets.hidden = false;
  list.replaceChildren();
  const chosen = words !== "" || Object.keys(filters).length > 0;
  if (chosen) await show();
  if (mine !== turn) return;
  all.hidden = chosen;
  list.hidden = !chosen;
  more.hidden = !chosen || list.children.length >= results.length;
  status.textContent = chosen ? say(results.length) : "";
}

function say(number) {
  if (number === 0) return "Nessuna scheda trovata. Prova con una parola diversa o togli un filtro.";
  return number === 1 ? "1 scheda trovata" : `${number} schede trovate`;
}

function count(filters) {
  for (const box of boxes) {
    const number = filters[box.name]?.[box.value] ?? 0;
    const item = box.closest("li");
    item.querySelector("[data-count]").textContent = number;
    item.toggleAttribute("data-empty", number === 0 && !box.checked);
  }
}

function chips(words, filters) {
  const items = boxes
    .filter((box) => filters[box.name]?.includes(box.value))
    .map((box) => chip(box.nextElementSibling.textContent, (query) => query.delete(box.name, box.value)));
  if (words) items.unshift(chip(`«${words}»`, (query) => query.delete("q")));
  if (items.length > 1) items.push(chip("Azzera tutto", (query) => [...query.keys()].forEach((key) => query.delete(key)), ""));
  active.replaceChildren(...items);
  active.hidden = items.length === 0;
}

function chip(label, drop, sign = " ✕") {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label + sign;
  if (sign) button.setAttribute("aria-label", `Togli il filtro ${label}`);
  button.addEventListener("click", () => {
    const query = new URLSearchParams(location.search);
    drop(query);
    go(query);
  });
  item.append(button);
  return item;
}

async function show() {
  const mine = turn;
  const from = list.children.length;
  const data = await Promise.all(results.slice(from, from + PAGE).map((result) => result.data()));
  if (mine !== turn) return;
  list.append(...data.map(card));
  more.hidden = list.children.length >= results.length;
}

function card({ url, meta, excerpt }) {
  const item = document.createElement("li");
  item.className = "card";
  const kind = Object.assign(document.createElement("p"), { className: "kicker", textContent: meta.genere });
  const title = document.createElement("h3");
  title.append(Object.assign(document.createElement("a"), { href: url, textContent: meta.title }));
  const text = document.createElement("p");
  if (asked().words) text.innerHTML = excerpt; // Pagefind escapes it, but for its own <mark>
  else text.textContent = meta.sintesi ?? "";
  const facts = Object.assign(document.createElement("p"), { className: "card__facts", textContent: meta.fatti ?? "" });
  item.append(kind, title, text, facts);
  return item;
}

function go(query) {
  const text = query.toString();
  history.pushState(null, "", text ? `?${text}` : location.pathname);
  refresh();
}

search.addEventListener("submit", (event) => {
  event.preventDefault();
  const query = new URLSearchParams(location.search);
  query.set("q", search.elements.q.value.trim());
  if (!query.get("q")) query.delete("q");
  go(query);
});
facets.addEventListener("change", ({ target }) => {
  const query = new URLSearchParams(location.search);
  if (target.checked) query.append(target.name, target.value);
  else query.delete(target.name, target.value);
  go(query);
});
more.addEventListener("click", async () => {
  const first = list.children.length;
  await show();
  list.children[first]?.querySelector("a").focus();
});
window.addEventListener("popstate", refresh);
refresh();
