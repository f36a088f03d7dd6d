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

export function write(name, value) {
  unkept.set(name, value);
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // Full or forbidden: the page goes on with what it remembers.
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
