// The file: its name, which becomes an address, and what it may weigh.
import { Invalid, slug, suggestion } from "./form-problems.js";
import { names, rules, whole } from "./form-rules.js";

/** The name that a record's title gives its file. */
export function idOf({ titolo, nome }) {
  const words = slug(String(titolo ?? nome ?? "").slice(0, 400)).split("-").slice(0, rules.limits.words);
  while (words.join("-").length > rules.limits.id) words.pop();
  return words.join("-");
}

/** What is wrong with the name of a file; `origin` is the record that is being corrected. */
export function checkId(id, type, origin) {
  if (!id) return [];
  if (!isId(id)) return [wrong(new Invalid("bad-id", { text: id, suggestion: near(id) }))];
  if (rules.reserved.includes(id)) return [wrong(new Invalid("reserved-id", { text: id }))];
  if (names.withdrawn[type]?.includes(id)) return [wrong(new Invalid("reused-id", { text: type }))];
  const taken = id !== origin && Object.hasOwn(names.records[type] ?? {}, id);
  return taken ? [{ path: [""], code: "taken", message: `c'è già una scheda con il nome «${id}»: scegline un altro, oppure correggi quella`, severity: "error" }] : [];
}

const isId = (id) => whole("id", id) && id.length <= rules.limits.id;
const near = (id) => suggestion(id, isId(slug(id)) ? [slug(id)] : []);

function wrong({ code, message }) {
  return { path: [""], code, message, severity: "error" };
}

/** What is wrong with the size of a file. */
export function checkFile(text) {
  const [size, lines] = [new Blob([text]).size, text.split("\n").length - 1];
  const { bytes, lines: most } = rules.limits;
  const found = [];
  if (size > bytes) found.push(new Invalid("file-too-large", { size, maximum: bytes }));
  else if (lines > most) found.push(new Invalid("too-many-lines", { length: lines, maximum: most }));
  return found.map(({ code, message }) => ({ path: [], code, message, severity: "error" }));
}
