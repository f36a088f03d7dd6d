// A record as YAML, in the layout of `python -m generator fmt`, and back. Writing follows
// generator/layout.py and scalars.py byte by byte, which no library does; reading is the work of the
// package «yaml», fetched when a file is opened.
import { isEmpty } from "./form-verdict.js";
import { format, Invalid } from "./form-problems.js";
import { pattern, rules, starting, whole } from "./form-rules.js";

const SITE = new URL("..", import.meta.url);

/** The file of a record; fields without a value are left out. */
export function written(type, value) {
  const lines = pairs(rules.types[type], value, 0);
  return lines.length ? `${lines.join("\n")}\n` : "";
}

function pairs(fields, value, indent) {
  const filled = fields.filter(({ key }) => !isEmpty(value[key]));
  return filled.flatMap((field) => pair(field, value[field.key], indent));
}

function pair(field, value, indent) {
  const items = field.many ? value.flatMap((item) => listed(field, item, indent + 2)) : null;
  const [head, ...below] = items ? ["", ...items] : content(field, value, indent + 2);
  return [`${" ".repeat(indent)}${field.key}: ${head}`.trimEnd(), ...below];
}

function listed(field, value, indent) {
  let [head, ...below] = content(field, value, indent + 2);
  if (!head && below.length) [head, ...below] = below;
  return [`${" ".repeat(indent)}- ${head.trimStart()}`.trimEnd(), ...below];
}

/** What stands beside the key or the dash, then the lines below it. */
function content(field, value, indent) {
  if (typeof value !== "object") return text(field, value.trim(), indent);
  const fields = field.fields ?? rules.deferral;
  const below = pairs(field.kind === "group" ? fields : rules.deferral, value, indent);
  return below.length ? ["", ...below] : ["{}"];
}

function text({ kind }, value, indent) {
  if (value.includes("\n")) return ["|-", ...value.split("\n").map((line) => (line ? " ".repeat(indent) + line : ""))];
  const isNumber = (kind === "integer" || kind === "number") && whole("yaml_decimal", value);
  return [isNumber ? value : scalar(value)];
}

function scalar(value) {
  const typed = whole("yaml_decimal", value) || whole("yaml_typed", value);
  const marked = rules.indicators.includes(value[0]) || starting("yaml_mark", value);
  const hidden = pattern("forbidden").test(value);
  return typed || marked || hidden || pattern("yaml_inner").test(value) ? quoted(value) : value;
}

function quoted(value) {
  if (value.includes("'") && !value.includes('"')) return `"${value.replaceAll("\\", "\\\\")}"`;
  return `'${value.replaceAll("'", "''")}'`;
}

/** What a file holds, its scalars as texts; throws `Invalid`, with the line where it is known. */
export async function opened(source) {
  const size = new Blob([source]).size;
  if (size > rules.limits.bytes) throw new Invalid("file-too-large", { size, maximum: rules.limits.bytes });
  const yaml = await import(new URL("assets/yaml/index.js", SITE));
  const [document, second] = documents(yaml, source.replace(/^\ufeff/, ""));
  if (second) throw new Invalid("second-document");
  if (!document?.contents) throw new Invalid("empty-file");
  if (document.errors.length) throw unreadable(document.errors[0]);
  if (!yaml.isMap(document.contents)) throw new Invalid("not-a-mapping");
  return plain(document.contents, yaml);
}

function documents(yaml, source) {
  try {
    return yaml.parseAllDocuments(source, { schema: "failsafe", logLevel: "silent" });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Invalid("yaml-syntax", { detail: "troppi livelli uno dentro l'altro" });
  }
}

function unreadable({ code, linePos }) {
  const line = linePos?.[0].line ?? 1;
  if (code === "DUPLICATE_KEY") return new Invalid("duplicate-key", { line });
  return new Invalid("yaml-syntax", { detail: format("controlla la riga {line}", { line }) });
}

const CORE = "tag:yaml.org,2002:";
const PLAIN_TAGS = ["str", "map", "seq"].map((name) => CORE + name);

function plain(node, yaml) {
  if (yaml.isAlias(node)) throw new Invalid("yaml-anchor", { name: `*${node.source}` });
  if (node?.anchor) throw new Invalid("yaml-anchor", { name: `&${node.anchor}` });
  if (node?.tag && !PLAIN_TAGS.includes(node.tag)) throw new Invalid("yaml-tag", { tag: node.tag.replace(CORE, "!!") });
  if (yaml.isSeq(node)) return node.items.map((item) => plain(item, yaml));
  if (!yaml.isMap(node)) return node && !isNull(node) ? String(node.value) : null;
  return Object.fromEntries(node.items.map(({ key, value }) => [plain(key, yaml) ?? "", plain(value, yaml)]));
}

function isNull({ type, value, source }) {
  return value === null || (type === "PLAIN" && rules.nulls.includes(source ?? value));
}
