// Judging: what is wrong, shown while one fills in the form and listed when one asks.
import { ways } from "./form-deliver.js";
import { titleOf } from "./form-drafts.js";
import { mark, summary } from "./form-errors.js";
import { length } from "./form-rules.js";
import { copy } from "./form-save.js";
import { fields, file, form, name, nameBox, part, problems, state, type, value } from "./form-state.js";

/** Say how many characters are written, and how many may be. */
export function count(control) {
  const place = control.id && document.getElementById(`${control.id}-conto`);
  if (!place) return;
  const most = Number(place.dataset.count);
  const written = length(control.value.trim());
  place.textContent = written > most ? `${written} caratteri: ${written - most} di troppo` : written ? `${written} caratteri su ${most}` : `Al massimo ${most} caratteri`;
  place.classList.toggle("ask__count--over", written > most);
}

/** Show what is wrong beside the fields that were left, or all after a check. */
export function judge() {
  const found = problems();
  mark(form, fields, found, (ask, { code }) => state.asked || ("touched" in ask.dataset && code !== "required"));
  nameProblems(found);
  if (state.asked) listProblems(found);
  return found;
}

function nameProblems(found) {
  const wrong = found.filter(({ path }) => path[0] === "");
  const place = nameBox.closest("[data-name]").querySelector("[data-error]");
  place.hidden = !(state.asked || nameBox.value) || wrong.length === 0;
  nameBox.setAttribute("aria-invalid", String(!place.hidden));
  place.textContent = wrong.map(({ message }) => message).join(" ");
}

const RIGHT = "La scheda è completa: puoi consegnarla.";
const NOT_YET = "Non è ancora completa. Puoi scaricarla lo stesso, o mandarla alla redazione così com'è, e finirla dopo.";
let listed = "";

function listProblems(found) {
  const errors = found.filter(({ severity }) => severity === "error").length;
  part("summary").hidden = found.length === 0;
  if (JSON.stringify(found) !== listed) {
    listed = JSON.stringify(found);
    part("summary-title").textContent = heading(errors);
    part("summary-list").replaceChildren(...summary(form, fields, found));
  }
  part("verdict").textContent = errors ? NOT_YET : RIGHT;
  part("verdict").classList.toggle("propose__verdict--right", errors === 0);
  listWays(errors === 0);
}

function heading(errors) {
  if (errors === 0) return "Qualcosa da guardare";
  return errors === 1 ? "C'è una cosa da correggere" : `Ci sono ${errors} cose da correggere`;
}

let offered = "";

/** The text of the record, and how to deliver it. */
function listWays(isRight) {
  const text = file();
  const path = `practices/${type}/${name() || "scheda"}.yml`;
  if (`${path} ${isRight} ${text}` === offered) return;
  offered = `${path} ${isRight} ${text}`;
  part("text").textContent = text;
  const title = titleOf({ value: value() });
  part("channels").replaceChildren(...ways({ path, title, text, isOld: Boolean(state.origin), isRight, copy }));
}

/** List what is wrong, or offer the ways to deliver. */
export function check(event) {
  event.preventDefault();
  state.asked = true;
  const found = judge();
  part("ready").hidden = false;
  const errors = found.some(({ severity }) => severity === "error");
  const place = part(errors ? "summary" : "ready");
  place.focus();
  place.scrollIntoView({ block: "start" });
}

let judging;

/** Judge when the click that left a field is over: what is said moves the page. */
export function soon() {
  clearTimeout(judging);
  judging = setTimeout(judge, 250);
}

/** Note that a field was left. */
export function touch({ target }) {
  const holder = target.closest("[data-ask], [data-item], [data-name]");
  if (!holder || !target.matches("input, textarea, select")) return;
  holder.dataset.touched = "";
  const item = target.closest("[data-item]");
  if (item && !item.contains(document.activeElement)) item.dataset.touched = "";
  soon();
}
