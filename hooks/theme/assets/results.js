// The results: their orders, their cards, what to do where there are none.
import { element } from "./element.js";
import { label } from "./facets.js";
import { offer } from "./tray.js";

const SITE = new URL("..", import.meta.url);
export const ORDERS = ["recenti", "titolo", "avvio"];
const places = {};

/** Results in one of the orders that are kept ready, a file each with the place of every record. */
export async function ordered(results, name) {
  places[name] ??= fetch(new URL(`catalogo/ordini/${name}.txt`, SITE)).then(async (answer) => {
    const ids = (await answer.text()).split("\n");
    return new Map(ids.map((id, place) => [id, place]));
  });
  const known = await places[name];
  return [...results].sort((one, other) => known.get(one.id) - known.get(other.id));
}

/** How many records, in words. */
export function records(number) {
  return number === 1 ? "1 scheda" : `${number} schede`;
}

/** What was found: `found` is what query.js says of it. */
export function say(number, { exact, spelled }) {
  if (number === 0) return "Nessuna scheda trovata.";
  const told = `${records(number)} ${number === 1 ? "trovata" : "trovate"}`;
  if (spelled) return `${told} per «${spelled}»`;
  return exact ? told : `${told}: nessuna contiene tutte le parole, queste ne contengono la maggior parte`;
}

/** A result; its text is where the words are, if words were asked for. */
export function card({ url, meta, excerpt }, reasons, byWords) {
  const text = element("p");
  if (byWords) text.innerHTML = excerpt; // Pagefind escapes it, but for its own <mark>
  else text.textContent = meta.sintesi ?? "";
  const item = element(
    "li",
    { className: "card" },
    element("p", { className: "kicker", textContent: meta.genere }),
    element("h2", { className: "card__title" }, element("a", { href: url, textContent: meta.title })),
    text,
    ...[meta.fatti, meta.temi].filter(Boolean).map((fact) => element("p", { className: "card__facts", textContent: fact })),
  );
  if (reasons.length) item.append(element("p", { className: "card__reason", textContent: `Come il tuo ente: ${reasons.join(", ")}` }));
  if (meta.confronto) {
    item.dataset.compare = meta.confronto;
    offer(item);
  }
  return item;
}

/** What to do when nothing is found: the filters whose removal would help most, other ways in. */
export function help(drops, drop) {
  const buttons = drops
    .filter(({ number }) => number > 0)
    .sort((one, other) => other.number - one.number)
    .map(({ box, number }) => {
      const button = element("button", { type: "button", className: "button", textContent: `Togli «${label(box)}»: ${records(number)}` });
      button.addEventListener("click", () => drop(box));
      return element("li", {}, button);
    });
  const ways = [
    ["temi/", "parti da un tema"],
    ["fabbisogni/", "guarda che cosa cercano gli altri enti"],
    ["contribuisci/", "racconta che cosa stai cercando"],
  ].map(([address, text]) => element("li", {}, element("a", { href: new URL(address, SITE).pathname, textContent: text })));
  return [
    ...(buttons.length ? [element("ul", { className: "help__drops" }, ...buttons)] : []),
    element("p", { textContent: "Prova con parole più semplici, oppure:" }),
    element("ul", {}, ...ways),
  ];
}
