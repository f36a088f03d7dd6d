// Errors: what is wrong, beside each field and in a list whose links lead to the fields.
import { element } from "./element.js";
import { locate } from "./form-controls.js";
import { pattern } from "./form-rules.js";

const WORDS = { error: "Da correggere", warning: "Da guardare" };
const HIDDEN = ["tab", "forbidden-character"];
const FIELDS = "input:not([type=file]):not([hidden]), textarea, select";

const PARTS = "[data-ask], [data-item], [data-name]";
const partOf = (place) => place.parentElement.closest(PARTS);

/** Show problems beside their fields; `shows` tells which parts of the form already speak. What says
 * the same as before is left alone: a button in it may have the focus. */
export function mark(form, fields, problems, shows) {
  const told = new Map();
  for (const problem of problems) {
    const part = locate(form, fields, problem.path);
    if (part !== form && shows(part, problem)) told.set(part, [...(told.get(part) ?? []), problem]);
  }
  for (const place of form.querySelectorAll("[data-error]")) {
    const part = partOf(place);
    if (!part.matches("[data-name]")) speak(place, part, told.get(part) ?? []);
  }
}

function speak(place, part, problems) {
  const said = JSON.stringify(problems);
  if (said === (place.dataset.said ?? "[]")) return;
  place.dataset.said = said;
  place.replaceChildren(...problems.map((problem) => line(part, problem)));
  place.hidden = problems.length === 0;
  const isWrong = problems.some(({ severity }) => severity === "error");
  part.classList.toggle("ask--error", isWrong);
  part.classList.toggle("ask--warning", !isWrong && problems.length > 0);
  const control = controlOf(part);
  if (!control?.matches("input:not([type=checkbox]), textarea, select")) return;
  if (isWrong) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
}

function line(part, { severity, message, code }) {
  const made = element("span", {}, element("strong", { textContent: `${WORDS[severity]}: ` }), message);
  if (HIDDEN.includes(code)) made.append(" ", cleaner(part));
  return made;
}

/** A button that replaces the signs that nobody sees with spaces. */
function cleaner(part) {
  const button = element("button", { type: "button", className: "ask__add", textContent: "Toglili" });
  button.addEventListener("click", () => {
    const control = controlOf(part);
    control.value = control.value.replace(pattern("forbidden", "g"), " ");
    control.focus();
    control.dispatchEvent(new Event("input", { bubbles: true }));
  });
  return button;
}

/** What the keyboard goes to in a part of the form. */
export function controlOf(part) {
  const item = part.querySelector("[data-item]");
  const inside = item && partOf(item) === part ? item.querySelector(FIELDS) : null;
  const all = [...part.querySelectorAll("[data-value], [data-pick], [data-name-box], .ask__group, [data-add]")];
  const direct = all.find((node) => !node.closest("[hidden]") && partOf(node) === part);
  return inside ?? direct ?? (part.matches("fieldset") ? part : part.querySelector(FIELDS));
}

/** The list of problems, errors first: each a link to its field. */
export function summary(form, fields, problems) {
  const order = [...problems].sort((one, other) => (one.severity > other.severity ? 1 : one.severity < other.severity ? -1 : 0));
  return order.map((problem) => {
    const control = controlOf(locate(form, fields, problem.path)) ?? form;
    const link = element("a", { href: `#${control.id}`, textContent: labels(fields, problem.path) });
    link.addEventListener("click", (event) => {
      event.preventDefault();
      reveal(control);
    });
    const code = element("code", { textContent: problem.code });
    const mild = problem.severity === "warning" ? [element("strong", { textContent: `${WORDS.warning} ` })] : [];
    return element("li", {}, ...mild, link, `: ${problem.message} `, code);
  });
}

export function reveal(control) {
  for (let part = control.closest("[data-blank]"); part; part = part.parentElement.closest("[data-blank]")) delete part.dataset.blank;
  control.focus();
  control.scrollIntoView({ block: "center" });
}

/** The names of the fields on a path: «Fonti, 2, Data». */
function labels(fields, path) {
  if (path[0] === "") return "Nome del file";
  let inside = fields;
  const words = [];
  for (const step of path) {
    const field = inside.find(({ key }) => key === step);
    if (field) [inside, words[words.length]] = [field.fields ?? [], field.label];
    else if (typeof step === "number") words.push(step + 1);
    else if (step !== "rinviato") words.push(step === "motivo" ? "Motivo" : step);
  }
  return words.join(", ") || "Tutta la scheda";
}
