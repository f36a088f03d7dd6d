// Items: the repeatable parts of the form, which can be added, taken away and put back.
import { element } from "./element.js";
import { preparePicks } from "./form-pick.js";

let made = 0;

/** The items of a list, in their order. */
export function items(ask) {
  const list = ask.querySelector("[data-items]");
  return list ? [...list.children].filter((child) => child.matches("[data-item]")) : [];
}

/** A new item at the end of a list. */
export function addItem(ask) {
  made += 1;
  const template = ask.querySelector(":scope > template");
  const item = template.content.firstElementChild.cloneNode(true);
  for (const node of [item, ...item.querySelectorAll("*")]) {
    for (const { name, value } of [...node.attributes]) {
      if (value.includes("__N__")) node.setAttribute(name, value.replaceAll("__N__", made));
    }
  }
  ask.querySelector("[data-items]").append(item);
  preparePicks(item);
  number(ask);
  return item;
}

/** Take an item away; `call` when the list changes. Until the next one, it can be put back. */
export function removeItem(item, call) {
  const ask = item.closest("[data-ask]");
  const next = item.nextElementSibling;
  item.remove();
  ask.querySelector(":scope > .ask__undo")?.remove();
  const back = element("button", { type: "button", className: "ask__add", textContent: "Rimettila" });
  const line = element("p", { className: "ask__undo" }, "Voce tolta. ", back);
  back.addEventListener("click", () => {
    ask.querySelector("[data-items]").insertBefore(item, next?.isConnected ? next : null);
    line.remove();
    number(ask);
    item.querySelector("input, textarea, select").focus();
    call();
  });
  ask.querySelector(":scope > [data-add]").before(line);
  number(ask);
  back.focus();
  call();
}

function number(ask) {
  items(ask).forEach((item, index) => {
    for (const node of item.querySelectorAll("[data-number]")) node.textContent = String(index + 1);
  });
}
