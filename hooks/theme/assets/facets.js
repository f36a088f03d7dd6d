// The facets of the catalogue: check boxes grouped by facet, each with how many records it would give.
import { stems } from "./query.js";

export class Facets {
  /** `form` holds the boxes; `panel`, which small screens close, holds the form. */
  constructor(form, panel) {
    this.form = form;
    this.panel = panel;
    this.boxes = [...form.querySelectorAll("input[type=checkbox]")];
    this.names = new Set(this.boxes.map((box) => box.name));
    this.totals = {};
    for (const box of this.boxes) (this.totals[box.name] ??= {})[box.value] = Number(counter(box).textContent);
    form.addEventListener("input", ({ target }) => target.hasAttribute("data-narrow") && narrow(target));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
  }

  has(name, value) {
    return this.boxes.some((box) => box.name === name && box.value === value);
  }

  check(filters) {
    for (const box of this.boxes) box.checked = filters[box.name]?.includes(box.value) ?? false;
  }

  /** The boxes of the values chosen. */
  chosen(filters) {
    return this.boxes.filter((box) => filters[box.name]?.includes(box.value));
  }

  /** The facets whose values are in sight, each with one of its values. */
  inSight() {
    const open = this.panel.open ? [...this.form.querySelectorAll("details[open]")] : [];
    return Object.fromEntries(open.map((facet) => [facet.dataset.facet, facet.querySelector("input[type=checkbox]").value]));
  }

  /** Show how many records each value would give; null where that is not known. */
  count(counts) {
    for (const box of this.boxes) {
      if (counts && !counts[box.name]) continue; // not loaded: not in sight
      const number = counts ? (counts[box.name][box.value] ?? 0) : null;
      counter(box).textContent = number ?? "";
      box.closest("li").toggleAttribute("data-empty", number === 0 && !box.checked);
    }
  }
}

/** The name of a value, as its box says it. */
export function label(box) {
  return box.nextElementSibling.textContent;
}

function counter(box) {
  return box.closest("label").querySelector("[data-count]");
}

/** Show only the values of a facet that hold a word. */
function narrow(input) {
  const [wanted] = stems(input.value);
  for (const item of input.closest("fieldset").querySelectorAll("li")) {
    item.hidden = Boolean(wanted) && !stems(item.textContent).some((word) => word.startsWith(wanted));
  }
}
