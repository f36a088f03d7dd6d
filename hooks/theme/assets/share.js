// What a reader does with a record: passes it on, by what the device offers and nobody else, or prints it.
import { copied } from "./copied.js";
import { element } from "./element.js";

const tools = document.querySelector(".record__tools");
const url = document.querySelector("link[rel=canonical]")?.href ?? location.href;
const status = element("p", { role: "status" });

function button(text, act) {
  const made = element("button", { type: "button", className: "compare-toggle", textContent: text });
  made.addEventListener("click", act);
  return made;
}

async function pass() {
  status.textContent = await copied(url);
}

function offer() {
  const { title } = document;
  navigator.share({ title, url }).catch(() => null); // the reader may think better of it
}

tools.append(
  navigator.share ? button("Condividi", offer) : button("Copia il collegamento", pass),
  button("Stampa", () => print()),
  status,
);
