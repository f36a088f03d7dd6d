// A query as people type it, in Italian: what its words are, and which records hold most of them.
// Pagefind finds the beginnings of words; this drops the words that say nothing and the endings
// that change (nido, nidi), and, when no record holds them all, ranks records by how many they hold.

const EMPTY = new Set(
  ("a ad ai al alla alle allo agli anche che chi ci come con cosa cui da dai dal dalla dalle dallo dagli dei del " +
    "della delle dello degli di e ed essere fa fare fatto fra gli ha hanno i il in io l la le lo ma mi ne nei nel nella " +
    "nelle nello negli non o per perche piu quale quali quando quanto quanti qui se si sono su sui sul sulla sulle " +
    "sullo sugli tra un una uno vi d all dell nell sull dall c un quest").split(" "),
);

/** As many results are shown at first. */
export const SHOWN = 10;

const FEW = 3; // long queries must be held whole by as many records, or else most of their words do

/** Lower case, without accents. */
export function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The words that count, each without the ending that number and gender change. */
export function stems(query) {
  const words = fold(query).split(/[^\p{L}\p{N}]+/u).filter((word) => word && !EMPTY.has(word));
  return [...new Set(words.map(stem))];
}

function stem(word) {
  if (word.length < 4 || /\d/.test(word)) return word;
  const bare = word.replace(/(ch|gh)[eiao]$/, (ending) => ending[0]).replace(/[aeiou]{1,2}$/, "");
  return bare.length >= 3 ? bare : word;
}

/**
 * The results of a query, best first: `{ results, filters, exact, spelled }`. `exact` says whether
 * they hold all its words; otherwise they hold most of them, and `filters` counts nothing. `spelled`
 * is the query with unknown words mended, where that was needed to find anything.
 */
export async function find(pagefind, query, options, known) {
  const words = stems(query);
  const apart = await Promise.all(words.map((word) => pagefind.search(word, options)));
  if (words.length === 1) apart[0].results.slice(0, SHOWN).forEach((result) => result.data()); // under way early
  const lost = words.filter((_, index) => apart[index].results.length === 0);
  if (lost.length > 0 && known) {
    const spelled = respell(query, lost, await known());
    if (spelled) return { ...(await find(pagefind, spelled, options, null)), spelled };
  }
  if (words.length < 2) {
    return { ...(apart[0] ?? (await pagefind.search(null, options))), exact: true };
  }
  const together = await pagefind.together(words, options, apart);
  const ranks = weights(apart);
  const holding = new Set(together.results.map(({ id }) => id));
  const exact = holding.size >= (words.length > 2 ? FEW : 1);
  const least = (ranks[0]?.weight ?? 0) / 2;
  const chosen = ranks.filter(({ result, weight }) => (exact ? holding.has(result.id) : weight >= least));
  return { results: chosen.map(({ result }) => result), filters: exact ? together.filters : null, exact };
}

/** The query with each lost word replaced by the nearest known one; null where none is near. */
function respell(query, lost, known) {
  const words = query.split(/[\s'’]+/).filter(Boolean);
  const mended = words.map((word) => (lost.includes(stem(fold(word))) ? nearest(fold(word), known) : word));
  return mended.includes(null) || mended.join() === words.join() ? null : mended.join(" ");
}

function nearest(word, known) {
  const most = word.length < 6 ? 1 : 2;
  let best = null;
  let least = most + 1;
  for (const other of known) {
    if (Math.abs(other.length - word.length) > most) continue;
    const steps = distance(word, fold(other), least);
    if (steps < least) [best, least] = [other, steps];
  }
  return best;
}

/** Levenshtein's distance, or `limit` as soon as it is at least that. */
function distance(one, other, limit) {
  let row = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
    }
    if (Math.min(...next) >= limit) return limit;
    row = next;
  }
  return row[other.length];
}

/** Records with their weight, best first: a rare word weighs more, and more where it matters more. */
function weights(searches) {
  const found = new Map();
  for (const { results } of searches) {
    const rarity = 1 / Math.log(2 + results.length);
    const top = results[0]?.score || 1;
    for (const result of results) {
      const known = found.get(result.id) ?? { result, weight: 0 };
      known.weight += rarity * (0.5 + result.score / top);
      found.set(result.id, known);
    }
  }
  return [...found.values()].sort((one, other) => other.weight - one.weight);
}
