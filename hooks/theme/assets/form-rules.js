// What the form knows: the rules of the fields and the names to choose from, as the generator wrote
// them (generator/exports/form_rules.py, form_names.py).
const SITE = new URL("..", import.meta.url);

async function fetched(address) {
  const answer = await fetch(new URL(address, SITE));
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

export const [rules, names] = await Promise.all(
  ["contribuisci/proponi/regole.json", "contribuisci/proponi/voci.json"].map(fetched),
);

const compiled = new Map();

/** A pattern of the rules, by name, or given as source and flags. */
export function pattern(name, more = "") {
  const [source, flags] = Array.isArray(name) ? name : rules.patterns[name];
  const key = `${flags}${more}/${source}`;
  if (!compiled.has(key)) compiled.set(key, new RegExp(source, flags + more));
  return compiled.get(key);
}

/** Whether a pattern takes in the whole text, as Python's `fullmatch`. */
export function whole(name, text) {
  const [source, flags] = Array.isArray(name) ? name : rules.patterns[name];
  return pattern([`^(?:${source})$`, flags]).test(text);
}

/** What a pattern finds at the beginning of a text, as Python's `match`. */
export function starting(name, text) {
  const [source, flags] = rules.patterns[name];
  return pattern([`^(?:${source})`, flags]).exec(text);
}

/** The ids that a field can point to, in the order in which they are listed. */
export function known({ kind, of }) {
  return Object.keys((kind === "choice" ? names.terms : names.records)[of] ?? {});
}

/** How many signs a text has, as the reader counts them. */
export function length(text) {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
