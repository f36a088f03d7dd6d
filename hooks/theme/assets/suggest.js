// Suggestions under a search box: titles, themes, administrations, words of the glossary. Keys as in
// the ARIA combobox pattern: arrows choose, Enter opens (or searches, if nothing is chosen), Esc closes.
import { element } from "./element.js";
import { fold } from "./query.js";

const SITE = new URL("..", import.meta.url);
const MOST = 7;
let loading;

function rows() {
  loading ??= fetch(new URL("catalogo/suggerimenti.json", SITE)).then((answer) => answer.json());
  return loading;
}

/** Rows whose words begin with all that is typed; those that begin with it come first. */
function matching(all, typed, least) {
  const wanted = fold(typed).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  if (wanted.join("").length < least) return [];
  const found = all.filter(([text]) => {
    const words = fold(text).split(/[^\p{L}\p{N}]+/u);
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  });
  const first = ([text]) => (fold(text).startsWith(wanted[0] ?? "") ? 0 : 1);
  return found.sort((one, other) => first(one) - first(other)).slice(0, MOST);
}

function follow([, , address]) {
  location.href = new URL(address, SITE).href;
}

/** Make a search box suggest. `from` gives the rows and `accepts` tells which of them; `pick` is what to
 * do with the chosen one, `least` how many letters are asked for before. */
export function combobox(input, { from = rows, accepts = () => true, pick = follow, least = 2 } = {}) {
  const list = element("ul", {
    id: `suggerimenti-${input.id}`,
    className: "suggestions",
    hidden: true,
    role: "listbox",
    "aria-label": "Suggerimenti",
  });
  let shown = [];
  let chosen = -1;

  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
    "aria-expanded": "false",
  })) {
    input.setAttribute(name, value);
  }
  input.closest(".field").append(list);

  function close() {
    list.hidden = true;
    choose(-1);
    input.setAttribute("aria-expanded", "false");
  }

  function choose(place) {
    chosen = place;
    [...list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === place)));
    if (place < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", list.children[place].id);
  }

  function option([text, kind], place) {
    const label = element("span", { className: "count", textContent: ` ${kind}` });
    return element("li", { id: `${list.id}-${place}`, role: "option" }, text, label);
  }

  function take(place) {
    const row = shown[place];
    close();
    pick(row);
  }

  async function suggest() {
    const typed = input.value;
    const found = matching((await from()).filter(accepts), typed, least);
    if (typed !== input.value || document.activeElement !== input) return;
    shown = found;
    list.replaceChildren(...shown.map(option));
    choose(-1);
    list.hidden = shown.length === 0;
    input.setAttribute("aria-expanded", String(shown.length > 0));
  }

  input.addEventListener("input", suggest);
  input.addEventListener("keydown", (event) => {
    const count = list.hidden ? 0 : list.children.length;
    if (event.key === "Escape" && count > 0) {
      event.preventDefault();
      close();
    } else if (event.key === "ArrowDown" && list.hidden && least === 0) {
      event.preventDefault();
      suggest();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count > 0) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose(chosen + step < -1 ? count - 1 : chosen + step >= count ? -1 : chosen + step);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      take(chosen);
    }
  });
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
  list.addEventListener("click", ({ target }) => {
    const item = target.closest("li");
    if (item) take([...list.children].indexOf(item));
  });
  input.addEventListener("blur", close);
}

for (const form of document.querySelectorAll('form[data-suggest=""]')) combobox(form.elements.q);
