// The verdict on a record, as generator/reader.py gives it: a list of `{ path, code, message,
// severity }`. A record is an object of texts, lists and objects, by the keys of its file.
import { parsed } from "./form-fields.js";
import { Invalid } from "./form-problems.js";
import { relations } from "./form-relations.js";
import { length, pattern, rules } from "./form-rules.js";

const SEEN_BY_NOBODY = ["tab", "forbidden-character"]; // refused, and read as spaces

/** What is wrong with a record of a type, on a day (AAAA-MM-GG): the fields first, then the rules. */
export function verdict(type, value, today, withRules = true) {
  const found = [];
  record(rules.types[type], value, [], found);
  return withRules ? [...found, ...relations(type, value, today)] : found;
}

export function isEmpty(value) {
  if (typeof value === "string") return value.trim() === "";
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

function record(fields, value, path, found) {
  for (const field of fields) {
    const place = [...path, field.key];
    if (!isEmpty(value[field.key])) values(field, value[field.key], place, found);
    else if (field.required) note(found, place, new Invalid("required"));
  }
}

function values(field, value, path, found) {
  if (!field.many) {
    one(field, value, path, found);
    return;
  }
  const { items: maximum } = rules.limits;
  if (value.length > maximum) note(found, path, new Invalid("too-long-list", { maximum }));
  const seen = new Set();
  value.forEach((item, index) => {
    const plain = one(field, item, [...path, index], found);
    if (plain !== null && seen.has(plain)) note(found, [...path, index], new Invalid("repeated-value"));
    seen.add(plain);
  });
}

/** One value; its plain form, or null where something is wrong with it. */
function one(field, value, path, found) {
  const before = found.length;
  if (field.kind === "group") record(field.fields, value, path, found);
  else if (typeof value === "object") record(rules.deferral, value, path, found);
  else return scalar(field, value, path, found);
  const wrong = found.slice(before).some(({ code }) => !SEEN_BY_NOBODY.includes(code));
  return wrong ? null : plainRecord(field.fields ?? rules.deferral, value);
}

function plainRecord(fields, value) {
  const filled = fields.filter(({ key }) => !isEmpty(value[key]) && clean(value[key]));
  return JSON.stringify(filled.map((field) => [field.key, plain(field, value[field.key])]));
}

function plain(field, value) {
  if (typeof value === "object") return field.fields ? plainRecord(field.fields, value) : JSON.stringify(value);
  return parsed(field, clean(value));
}

function scalar(field, value, path, found) {
  for (const refusal of hidden(value)) note(found, path, refusal);
  const text = clean(value);
  const maximum = rules.limits.text;
  if (length(text) > maximum) {
    note(found, path, new Invalid("text-too-long", { length: length(text), maximum }));
    return null;
  }
  if (!text) {
    if (field.many) note(found, path, new Invalid("empty-item"));
    else if (field.required) note(found, path, new Invalid("required"));
    return null;
  }
  try {
    return parsed(field, text);
  } catch (refusal) {
    if (!(refusal instanceof Invalid)) throw refusal;
    note(found, path, refusal);
    return null;
  }
}

/** The refusals of the signs that nobody sees, one for each. */
function hidden(text) {
  const signs = new Set(text.match(pattern("forbidden", "g")) ?? []);
  return [...signs].map((sign) => (sign === "\t" ? new Invalid("tab") : new Invalid("forbidden-character", { name: code(sign) })));
}

function code(sign) {
  return `U+${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function clean(text) {
  return typeof text !== "string" ? text : text.replace(pattern("forbidden", "g"), " ").trim().normalize("NFC");
}

function note(found, path, { code: name, message }) {
  found.push({ path, code: name, message, severity: "error" });
}
