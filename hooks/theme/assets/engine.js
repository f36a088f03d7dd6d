// The engine: Pagefind, fetched when first needed, with what it found remembered: choosing a filter
// asks again for most of what was asked before.
import { EVERY, stems } from "./query.js";

const SITE = new URL("..", import.meta.url);
const MANY = 300;
let loading;

/** The engine, ready; the promise fails where it cannot be fetched, and the next call tries again. */
export function engine() {
  loading ??= start().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function start() {
  const pagefind = await import(new URL("pagefind/pagefind.js", SITE));
  await pagefind.options({ baseUrl: SITE.pathname, excerptLength: 24, ranking: { pageLength: 0.3 } });
  await pagefind.init();
  return new Engine(pagefind);
}

class Engine {
  constructor(pagefind) {
    this.pagefind = pagefind;
    this.counted = new Set();
    this.known = new Map();
  }

  /** Load what it takes to count the values of some facets: with many records, those of all weigh. */
  async count(facets, words) {
    const missing = Object.fromEntries(Object.entries(facets).filter(([name]) => !this.counted.has(name)));
    if (Object.keys(missing).length === 0) return;
    await this.pagefind.preload(stems(words)[0] ?? EVERY, { filters: missing });
    for (const name of Object.keys(missing)) this.counted.add(name);
  }

  /** Pagefind's search; results found earlier, with the same facets counted, are given again. */
  search(words, options) {
    const key = JSON.stringify([words, options.filters, [...this.counted]]);
    if (this.known.size > MANY) this.known.clear();
    if (!this.known.has(key)) this.known.set(key, this.pagefind.search(words, options));
    return this.known.get(key);
  }
}
