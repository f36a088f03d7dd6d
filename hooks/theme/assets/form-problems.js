// Problems: the reader's codes and messages, and the nearest of the words that would have been right.
import { length, rules } from "./form-rules.js";

/** What a field refuses. */
export class Invalid {
  constructor(code, values = {}) {
    this.code = code;
    this.message = format(rules.messages[code], values);
  }
}

export function format(template, values) {
  return template.replace(/\{(\w+)\}/g, (_, name) => shown(name, values[name] ?? ""));
}

function shown(name, value) {
  return ["text", "name", "tag"].includes(name) ? oneLine(String(value)) : String(value);
}

/** A text as a message quotes it: on one line, and no longer than a line. */
export function oneLine(text) {
  const folded = text.split(/\s+/).filter(Boolean).join(" ");
  const most = rules.limits.quoted;
  return length(folded) > most ? `${[...folded.slice(0, 2 * most)].slice(0, most - 1).join("")}…` : folded;
}

/** A path such as `fonti[2].data`. */
export function pathText(path) {
  return path.map((step, place) => (typeof step === "number" ? `[${step}]` : place ? `.${step}` : step)).join("") || "-";
}

/** The text as an id: «Comune di Forlì» gives `comune-di-forli`. */
export function slug(text) {
  const plain = text.normalize("NFKD").replace(/[^\0-\x7f]/g, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

const fold = (text) => slug(text).replaceAll("-", "");

/** `; forse «…»` with the nearest of the known words, or nothing when none is near. */
export function suggestion(text, words) {
  const forms = new Map();
  for (const word of words) forms.set(fold(word.split(/[-_.]/)[0]), word);
  for (const word of words) forms.set(fold(word), word);
  const typed = fold(text.slice(0, 1000));
  let best = null;
  for (const form of forms.keys()) {
    const score = ratio(form, typed);
    if (score < rules.limits.near) continue;
    if (!best || score > best.score || (score === best.score && form > best.form)) best = { score, form };
  }
  return best ? format(rules.suggestion, { nearest: forms.get(best.form) }) : "";
}

/** How alike two words are, as Python's difflib measures it (Ratcliff and Obershelp). */
function ratio(one, other) {
  const all = one.length + other.length;
  if ((2 * Math.min(one.length, other.length)) / all < rules.limits.near) return 0;
  return (2 * shared(one, other)) / all;
}

function shared(one, other) {
  const [from, to, size] = longest(one, other);
  if (size === 0) return 0;
  const before = shared(one.slice(0, from), other.slice(0, to));
  return size + before + shared(one.slice(from + size), other.slice(to + size));
}

/** Where the longest part that two words share begins in each, the first of equals, and its length. */
function longest(one, other) {
  let best = [0, 0, 0];
  let above = [];
  for (let i = 0; i < one.length; i++) {
    const row = [];
    for (let j = 0; j < other.length; j++) {
      if (one[i] !== other[j]) continue;
      row[j] = (above[j - 1] ?? 0) + 1;
      if (row[j] > best[2]) best = [i - row[j] + 1, j - row[j] + 1, row[j]];
    }
    above = row;
  }
  return best;
}
