// The file of a record: read without guessing the type of any value, written as `fmt` writes it.
import { parse, stringify } from "./yaml/index.js";

const DECIMAL = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
const STYLE = { lineWidth: 0, singleQuote: true, aliasDuplicateObjects: false };

/** A number by its text: 5.0 is not 5 to who measured it. */
class Figure {
  constructor(text) {
    this.text = text;
  }
}

const FIGURES = {
  tag: "tag:yaml.org,2002:float",
  default: true,
  identify: (value) => value instanceof Figure,
  stringify: ({ value }) => value.text,
};

export function read(text) {
  return trimmed(parse(text, { schema: "failsafe" }) ?? {});
}

function trimmed(value) {
  if (typeof value === "string") return value.trim();
  if (Array.isArray(value)) return value.map(trimmed);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, trimmed(inner)]));
}

/** `layout` has the keys of a block in their order: see generator/exports/cms.py. */
export function write(record, layout) {
  return stringify(laidOut(trimmed(record), layout), { ...STYLE, customTags: [FIGURES] });
}

function laidOut(value, layout) {
  if (Array.isArray(value)) return value.map((item) => laidOut(item, layout));
  if (typeof value === "string") {
    return layout === "number" && DECIMAL.test(value) ? new Figure(value) : value;
  }
  const known = Object.keys(layout ?? {}).filter((key) => key in value);
  const unknown = Object.keys(value).filter((key) => !known.includes(key));
  const pairs = [...known, ...unknown].map((key) => [key, laidOut(value[key], layout?.[key])]);
  return Object.fromEntries(pairs);
}
