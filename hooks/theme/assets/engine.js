// The engine: Pagefind, fetched when first needed, with what it found remembered: choosing a filter
// asks again for most of what was asked before. The index of many records is in parts
// (hooks/search.py), which Pagefind searches each by itself: here their results become those of one.
import { fold, stems } from "./query.js";

const SITE = new URL("..", import.meta.url);
const MANY = 300;
const PART = "parte"; // the filter by which parts are chosen
const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];
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
  const [pagefind, sizes] = await Promise.all([
    import(new URL("pagefind/pagefind.js", SITE)),
    fetch(new URL("pagefind/parti.json", SITE)).then((answer) => answer.json()),
  ]);
  const names = Object.keys(sizes);
  const options = (name) => ({
    baseUrl: SITE.pathname,
    excerptLength: 24,
    ranking: { pageLength: 0.3 },
    mergeFilter: { [PART]: name },
  });
  await pagefind.options(options(names[0]));
  await pagefind.init();
  const address = (number) => new URL(`pagefind/${number}/`, SITE).pathname;
  await Promise.all(names.slice(1).map((name, index) => pagefind.mergeIndex(address(index + 1), options(name))));
  return new Engine(pagefind, sizes);
}

class Engine {
  /** `sizes`: how many records there are in each part. */
  constructor(pagefind, sizes) {
    this.pagefind = pagefind;
    this.sizes = sizes;
    this.counted = new Set();
    this.known = new Map();
  }

  /** Load what it takes to count the values of some facets: with many records, those of all weigh. */
  async count(facets, words) {
    const missing = Object.fromEntries(Object.entries(facets).filter(([name]) => !this.counted.has(name)));
    if (Object.keys(missing).length === 0) return;
    await this.pagefind.preload(stems(words)[0] ?? null, { filters: missing });
    for (const name of Object.keys(missing)) this.counted.add(name);
  }

  /** The records with a word, or with one that begins so; all records, if it is null. */
  search(word, options) {
    return this.once([word, options], () => (word === null ? this.pagefind.search(null, options) : this.withWord(word, options)));
  }

  /** The records with all of some words, each of which was searched by itself before. */
  together(words, options, apart) {
    const parts = apart.map(({ results }) => new Set(results.map(part)));
    const common = [...parts[0]].filter((name) => parts.every((one) => one.has(name)));
    return this.once([words, options], () => this.pagefind.search(words.join(" "), within(common, options)));
  }

  /** What was found earlier, with the same facets counted, is given again. */
  once(asked, search) {
    const key = JSON.stringify([...asked, ...this.counted]);
    if (this.known.size > MANY) this.known.clear();
    if (!this.known.has(key)) this.known.set(key, search());
    return this.known.get(key);
  }

  async withWord(word, options) {
    // By itself Pagefind fetches only one of the pieces over which words that begin so may be spread.
    await this.pagefind.preload(LETTERS.map((letter) => word + letter).join(" "));
    const found = await this.pagefind.search(word, options);
    const best = new Map([...found.results].reverse().map((result) => [part(result), result]));
    // Where no word begins so, Pagefind gives the records of a word that is the beginning of this one.
    const held = await Promise.all([...best].map(async ([name, result]) => ((await holds(result, word)) ? [name] : [])));
    const names = held.flat();
    return this.weighed(names.length === best.size ? found : await this.pagefind.search(word, within(names, options)));
  }

  /** Scores as if there were one part: in each, Pagefind reckons how rare the word is there. */
  weighed(found) {
    const numbers = Object.entries(found.totalFilters[PART] ?? {}).filter(([, number]) => number > 0);
    const sum = (values) => values.reduce((total, value) => total + value, 0);
    const whole = rarity(sum(Object.values(this.sizes)), sum(numbers.map(([, number]) => number)));
    const factors = new Map(numbers.map(([name, number]) => [name, whole / rarity(this.sizes[name], number)]));
    for (const result of found.results) result.score *= factors.get(part(result));
    found.results.sort((one, other) => other.score - one.score);
    return found;
  }
}

/** What BM25 makes of how many records hold a word: Pagefind's scores are in proportion to it. */
function rarity(all, holding) {
  return Math.log((all - holding + 0.5) / (holding + 0.5) + 1);
}

function within(names, options) {
  return { ...options, filters: { ...options.filters, [PART]: { any: [...names, "-"] } } };
}

/** The part where a result is: its id says it. */
function part({ id }) {
  return id.split("_")[0];
}

/** Whether a record has a word that begins so, as Pagefind splits words: e-mail is also email, EmPULIA also pulia. */
async function holds(result, word) {
  const { content, meta } = await result.data();
  const text = [content, ...Object.values(meta)].join(" ");
  const joined = text.replace(/(?<=\S)[^\p{L}\p{N}\s](?=\S)/gu, "");
  const split = text.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " ");
  return new RegExp(`(?<![\\p{L}\\p{N}])${word}`, "u").test(fold(`${text} ${joined} ${split}`));
}
