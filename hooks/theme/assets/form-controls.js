// Controls: the fields of the form and the record they hold. A record goes in with `fill` and comes
// out with `collect` as it was; what has no place in the form comes back from `fill`.
import { element } from "./element.js";
import { chips, clearChips, pickValue, setPick } from "./form-pick.js";
import { addItem, items } from "./form-items.js";
import { Invalid, suggestion } from "./form-problems.js";
import { rules } from "./form-rules.js";
import { isEmpty } from "./form-verdict.js";

const HOLDERS = "[data-ask], [data-item], [data-deferral], [data-form]";

/** The part of the form that asks for a field, within the form, an item, a group. */
export function askOf(box, key) {
  const found = [...box.querySelectorAll(`[data-ask="${key}"]`)];
  return found.find((ask) => ask.parentElement.closest(HOLDERS) === box);
}

const own = (ask, selector) => [...ask.querySelectorAll(selector)].find((node) => node.closest("[data-ask]") === ask);
const isGroup = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const deferral = (ask) => own(ask, "[data-deferral]") ?? ask.querySelector(":scope > [data-deferral]");

/** What is written in a box of fields, without what is blank. */
export function collect(box, fields) {
  const pairs = fields.map((field) => [field.key, valueOf(askOf(box, field.key), field)]);
  return Object.fromEntries(pairs.filter(([, value]) => !isBlank(value)));
}

function isBlank(value) {
  return isGroup(value) ? Object.keys(value).length === 0 : isEmpty(value);
}

function valueOf(ask, field) {
  if (field.many) return valuesOf(ask, field);
  if (field.kind === "group") return collect(ask, field.fields);
  if (isDeferred(ask)) return { rinviato: {}, ...collect(deferral(ask), rules.deferral) };
  return ask.dataset.control === "pick" ? pickValue(own(ask, "[data-pick]")) : own(ask, "[data-value]").value;
}

function valuesOf(ask, field) {
  if (ask.dataset.control === "checks") return checked(ask).map(({ value }) => value);
  if (ask.dataset.control === "pick") return chips(ask);
  return filled(ask, field).map(([, value]) => value);
}

/** The items of a list in which something is written, each with what it holds. */
function filled(ask, field) {
  const all = items(ask).map((item) => [item, itemValue(item, field)]);
  return all.filter(([, value]) => !isBlank(value));
}

function itemValue(item, field) {
  return field.kind === "group" ? collect(item, field.fields) : item.querySelector("[data-value]").value;
}

function isDeferred(ask) {
  return own(ask, "[data-defer]")?.checked ?? false;
}

/** The chosen boxes, in the order in which they were chosen. */
function checked(ask) {
  const boxes = [...ask.querySelectorAll("[data-value]:checked")];
  return boxes.sort((one, other) => Number(one.dataset.at ?? 0) - Number(other.dataset.at ?? 0));
}

let choices = 0;

/** Note when a box was chosen, and show a deferral's fields. */
export function changed(input) {
  if (input.type === "checkbox") input.dataset.at = String((choices += 1));
  if (input.matches("[data-defer]")) showDeferral(input.closest("[data-ask]"));
}

function showDeferral(ask) {
  const on = isDeferred(ask);
  deferral(ask).hidden = !on;
  own(ask, "[data-undeferred]").hidden = on;
}

/** Write a record in a box of fields. What does not fit is returned, each with its problem. */
export function fill(box, fields, record, path = []) {
  const left = [];
  for (const [key, value] of Object.entries(record)) {
    const field = fields.find((one) => one.key === key);
    const place = [...path, key];
    if (!field) left.push({ path: place, value, ...unknownKey(key, fields) });
    else if (!isEmpty(value)) left.push(...set(askOf(box, key), field, value, place));
  }
  return left;
}

function unknownKey(key, fields) {
  const keys = fields.map((field) => field.key);
  const all = keys.length <= rules.limits.few ? rules.known_keys.replace("{known}", keys.join(", ")) : rules.all_keys;
  return new Invalid("unknown-key", { suggestion: suggestion(key, keys) || all });
}

function set(ask, field, value, path) {
  if (field.many) return setMany(ask, field, value, path);
  if (field.kind === "group") return isGroup(value) ? fill(ask, field.fields, value, path) : misfit(path, value, "not-a-mapping");
  if (isGroup(value) && deferral(ask)) return setDeferral(ask, value, path);
  if (typeof value !== "string") return misfit(path, value, "not-a-scalar");
  write(ask, value);
  return [];
}

function setMany(ask, field, values, path) {
  if (!Array.isArray(values)) return misfit(path, values, "not-a-list");
  clearItems(ask);
  return values.flatMap((value, index) => (isEmpty(value) ? [] : setItem(ask, field, value, [...path, index])));
}

function setItem(ask, field, value, path) {
  if (field.kind === "group") return isGroup(value) ? fill(addItem(ask), field.fields, value, path) : misfit(path, value, "not-a-mapping");
  if (typeof value !== "string") return misfit(path, value, "not-a-scalar");
  if (ask.dataset.control === "pick") setPick(own(ask, "[data-pick]"), value);
  else if (ask.dataset.control === "checks") check(ask, value);
  else put(addItem(ask).querySelector("[data-value]"), value);
  return [];
}

function check(ask, value) {
  const boxes = [...ask.querySelectorAll("[data-value]")];
  let box = boxes.find((one) => one.value === value);
  if (!box) {
    box = element("input", { type: "checkbox", value, "data-value": "" });
    const label = element("label", { "data-added": "" }, box, " ", element("span", { textContent: value }));
    ask.querySelector(".ask__checks").append(label);
  }
  box.checked = true;
  changed(box);
}

function setDeferral(ask, value, path) {
  if (Object.keys(value).join() !== "rinviato") return misfit(path, value, "not-a-scalar");
  own(ask, "[data-defer]").checked = true;
  showDeferral(ask);
  return fill(deferral(ask), rules.deferral, value, path);
}

function write(ask, value) {
  if (ask.dataset.control === "pick") {
    setPick(own(ask, "[data-pick]"), value);
    return;
  }
  const control = own(ask, "[data-value]");
  if (control.tagName === "SELECT" && ![...control.options].some((option) => option.value === value)) {
    control.append(element("option", { value, textContent: value, "data-added": "" }));
  }
  put(control, value);
}

/** Write a text in a box; one of a single line would join words across lines. */
function put(control, value) {
  control.value = control.tagName === "INPUT" ? value.replace(/\s*\n\s*/g, " ") : value;
}

function misfit(path, value, code) {
  return [{ path, value, ...new Invalid(code) }];
}

function clearItems(ask) {
  for (const item of items(ask)) item.remove();
}

/** Empty the form, with one item open in each list that must have one. */
export function clear(form) {
  form.reset();
  for (const added of form.querySelectorAll("[data-item], [data-added]")) added.remove();
  for (const box of form.querySelectorAll("[data-pick]")) clearChips(box);
  for (const box of form.querySelectorAll("[data-defer]")) showDeferral(box.closest("[data-ask]"));
  for (const ask of form.querySelectorAll("[data-many][data-required]")) {
    if (ask.querySelector("[data-items]")) addItem(ask);
  }
}

/** Where the form shows the field at a path: the part that asks for it, the box to go to. */
export function locate(form, fields, path) {
  let [box, inside, ask] = [form, fields, form];
  for (const [place, step] of path.entries()) {
    const field = typeof step === "number" ? null : inside.find(({ key }) => key === step);
    if (!field) continue;
    ask = askOf(box, step);
    [box, inside] = within(ask, field, path[place + 1]);
    if (box.matches("[data-item]")) ask = box;
  }
  return ask;
}

function within(ask, field, next) {
  if (typeof next === "number" && ask.querySelector("[data-items]")) {
    return [filled(ask, field)[next]?.[0] ?? ask, field.fields ?? []];
  }
  if (typeof next === "string" && !field.fields) return [deferral(ask) ?? ask, rules.deferral];
  return [ask, field.fields ?? []];
}
