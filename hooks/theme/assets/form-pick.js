// Picks: boxes in which one searches a term or a record by its name and picks it; several become chips.
import { element } from "./element.js";
import { slug } from "./form-problems.js";
import { names } from "./form-rules.js";
import { combobox } from "./suggest.js";

/** The names to choose from: rows of name, id, id. */
function rows(box) {
  const [list, name] = box.dataset.pick.split("/");
  return Object.entries(names[list][name] ?? {}).map(([id, label]) => [label, id, id]);
}

function labelOf(box, id) {
  const [list, name] = box.dataset.pick.split("/");
  return Object.hasOwn(names[list][name] ?? {}, id) ? names[list][name][id] : null;
}

const listOf = (box) => box.closest("[data-ask]").querySelector("[data-chips]");

/** Make the boxes of a part of the form search. */
export function preparePicks(part) {
  for (const box of part.querySelectorAll("[data-pick]")) {
    const pick = ([, , id]) => {
      setPick(box, id);
      box.dispatchEvent(new Event("change", { bubbles: true }));
    };
    combobox(box, { from: async () => rows(box), pick, least: 0 });
    box.addEventListener("input", () => delete box.dataset.id);
    box.addEventListener("change", () => settle(box));
  }
}

/** Take what was typed for the record of that name or id; otherwise it stays as it is. */
function settle(box) {
  const typed = box.value.trim();
  if (!typed || box.dataset.id) return;
  const row = rows(box).find(([label, id]) => id === typed || slug(label) === slug(typed));
  setPick(box, row?.[2] ?? typed);
}

/** Choose a value: an id, or what was typed in its stead. */
export function setPick(box, id) {
  if (listOf(box)) {
    addChip(box, id);
    box.value = "";
    return;
  }
  const label = labelOf(box, id);
  box.value = label ?? id;
  if (label === null) delete box.dataset.id;
  else box.dataset.id = id;
}

/** The id that was picked, or what was typed. */
export function pickValue(box) {
  return box.dataset.id ?? box.value;
}

/** The values that were picked, in their order. */
export function chips(ask) {
  const box = ask.querySelector("[data-pick]");
  const picked = [...ask.querySelector("[data-chips]").children].map((chip) => chip.dataset.id);
  return box.value.trim() ? [...picked, box.value] : picked;
}

function addChip(box, id) {
  const label = labelOf(box, id) ?? id;
  const button = element("button", { type: "button", textContent: "✕", "aria-label": `Togli ${label}` });
  const chip = element("li", {}, element("span", { textContent: label }), button);
  chip.dataset.id = id;
  chip.classList.toggle("ask__chip--unknown", labelOf(box, id) === null);
  button.addEventListener("click", () => {
    chip.remove();
    box.focus();
    box.dispatchEvent(new Event("change", { bubbles: true }));
  });
  listOf(box).append(chip);
}

export function clearChips(box) {
  delete box.dataset.id;
  listOf(box)?.replaceChildren();
}
