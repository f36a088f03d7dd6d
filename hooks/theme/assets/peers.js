// Bodies like the reader's own: what they are like is kept on this device, and in the address where
// results are in that order, so that a link gives the same list to others.
import { forget, read, write } from "./device.js";

const KEY = "ente";
const PARAMETER = "come";
const NEAR = { weight: 1, reason: "stessa parte del Paese" };

export class Peers {
  /** `form` asks for the traits; `search` finds the records with some of the values of a facet. */
  constructor(form, search) {
    this.form = form;
    this.selects = [...form.querySelectorAll("select")];
    this.search = search;
    this.found = new Map();
    this.fill(this.kept());
  }

  /** The traits that an address holds, as facet → value, and the parts of it that mean nothing. */
  asked(query) {
    const traits = {};
    const unknown = [];
    for (const text of query.getAll(PARAMETER)) {
      const [facet, value] = text.split(".");
      if (value && this.option(facet, value)) traits[facet] = value;
      else unknown.push(`${PARAMETER}=${text}`);
    }
    return { traits, unknown };
  }

  kept() {
    const kept = read(KEY, {});
    const valid = Object.entries(Object(kept)).filter(([facet, value]) => this.option(facet, String(value)));
    return Object.fromEntries(valid);
  }

  /** Keep on the device what the form says; how many traits that is. */
  keep() {
    write(KEY, Object.fromEntries(this.said()));
    return this.said().length;
  }

  /** Put in an address what the form says. */
  write(query) {
    query.delete(PARAMETER);
    for (const [facet, value] of this.said()) query.append(PARAMETER, `${facet}.${value}`);
  }

  said() {
    return this.selects.filter((select) => select.value).map((select) => [select.name, select.value]);
  }

  fill(traits) {
    for (const select of this.selects) select.value = traits[select.name] ?? "";
  }

  forget() {
    forget(KEY);
    this.fill({});
  }

  option(facet, value) {
    const select = this.selects.find(({ name }) => name === facet);
    return select && [...select.options].find((one) => one.value === value && value !== "");
  }

  /** The name of a trait's value, as the form says it. */
  label(facet, value) {
    return this.option(facet, value).textContent;
  }

  /** Results with the nearest first, the order of equals unchanged; each with its reasons. */
  async rank(results, traits) {
    const marks = (await Promise.all(Object.entries(traits).map(([facet, value]) => this.marks(facet, value)))).flat();
    const ranked = results.map((result) => {
      const reasons = marks.filter(({ ids }) => ids.has(result.id));
      return { result, reasons, weight: reasons.reduce((sum, { weight }) => sum + weight, 0) };
    });
    ranked.sort((one, other) => other.weight - one.weight);
    return ranked.map(({ result, reasons }) => ({ ...result, reasons: reasons.map(({ reason }) => reason) }));
  }

  /** Which records share a value, or nearly: what it weighs and how to say it. */
  async marks(facet, value) {
    const option = this.option(facet, value);
    const { weight, reason } = option.closest("select").dataset;
    const same = { weight: Number(weight), reason, ids: await this.ids(facet, [value]) };
    const group = option.closest("optgroup");
    if (!group) return [same];
    const around = await this.ids(facet, [...group.children].map((one) => one.value));
    return [same, { ...NEAR, ids: new Set([...around].filter((id) => !same.ids.has(id))) }];
  }

  async ids(facet, values) {
    const key = [facet, ...values].join();
    if (!this.found.has(key)) this.found.set(key, this.search(facet, values));
    return this.found.get(key);
  }
}
