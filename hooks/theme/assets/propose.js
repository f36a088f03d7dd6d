// The page that leads to the forms: the drafts kept on this device, to take up again or throw away.
import { element } from "./element.js";
import { draft, drafts, drop, keep, titleOf, when } from "./form-drafts.js";

const part = (name) => document.querySelector(`[data-${name}]`);
const forms = new Map([...document.querySelectorAll("[data-form-of]")].map((link) => [link.dataset.formOf, link]));

function card(entry) {
  const form = forms.get(entry.type);
  const href = `${form.getAttribute("href")}?${new URLSearchParams({ bozza: entry.id })}`;
  const title = titleOf(entry);
  const heading = element("h3", {}, element("a", { href, textContent: title }));
  const about = element("p", { className: "card__facts", textContent: `Cambiata ${when(entry.changed)}` });
  const button = element("button", { type: "button", className: "ask__remove", textContent: "Butta via", "aria-label": `Butta via la bozza ${title}` });
  button.addEventListener("click", () => throwAway(entry));
  return element("li", { className: "card" }, element("p", { className: "kicker", textContent: form.textContent }), heading, about, button);
}

function throwAway({ id }) {
  const kept = draft(id);
  drop(id);
  show();
  const back = element("button", { type: "button", className: "ask__add", textContent: "Rimettila" });
  back.addEventListener("click", () => {
    keep(kept);
    part("status").replaceChildren();
    show();
    part("drafts-list").querySelector("a").focus();
  });
  part("status").replaceChildren("Bozza buttata via. ", back);
  part("drafts").hidden = false;
  back.focus();
}

function show() {
  const known = drafts().filter(({ type }) => forms.has(type));
  part("drafts").hidden = known.length === 0;
  part("drafts-list").replaceChildren(...known.map(card));
}

show();
