// What the reader keeps on this device: nothing leaves it. Where the browser keeps nothing, it lasts
// as long as the page.
const PREFIX = "portale:";
const unkept = new Map();

/** A value kept before, or `missing`; whatever is not JSON counts as missing. */
export function read(name, missing) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name)) ?? unkept.get(name) ?? missing;
  } catch {
    return unkept.get(name) ?? missing;
  }
}

/** Keep a value; whether the browser did. Full or forbidden, the page goes on with what it remembers. */
export function write(name, value) {
  unkept.set(name, value);
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** The names of the values kept that begin in one way. */
export function names(start) {
  try {
    const kept = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX + start));
    return kept.map((key) => key.slice(PREFIX.length));
  } catch {
    return [...unkept.keys()].filter((name) => name.startsWith(start));
  }
}

export function forget(name) {
  unkept.delete(name);
  try {
    localStorage.removeItem(PREFIX + name);
  } catch {
    // Forbidden: nothing was kept.
  }
}

/** Call when another window of this site changes the value. */
export function watch(name, call) {
  addEventListener("storage", ({ key }) => {
    if (key === PREFIX + name) call();
  });
}
