// Drafts: records that were begun, kept on this device only, each under a name of its own.
import { forget, names, read, write } from "./device.js";

const START = "bozza:";

/** The drafts, the last changed first. What is kept may have been changed by anyone. */
export function drafts() {
  const found = names(START).map((name) => draft(name.slice(START.length)));
  return found.filter(Boolean).sort((one, other) => other.changed.localeCompare(one.changed));
}

/** A draft: `{ id, type, name, value, left, origin, changed }`; null where there is none. */
export function draft(id) {
  const kept = read(START + id, null);
  if (typeof kept?.value !== "object" || kept.value === null || Array.isArray(kept.value)) return null;
  const texts = ["type", "name", "origin", "changed"].map((key) => [key, String(kept[key] ?? "")]);
  return { id, ...Object.fromEntries(texts), value: kept.value, left: Array.isArray(kept.left) ? kept.left : [] };
}

/** Keep a draft; whether the browser did. */
export function keep({ id, ...content }) {
  return write(START + id, content);
}

export function drop(id) {
  forget(START + id);
}

export function newId() {
  return `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
}

export function titleOf({ value }) {
  const title = [value.titolo, value.nome].find((text) => typeof text === "string" && text.trim());
  return title?.trim() ?? "Senza titolo";
}

/** «oggi alle 10:42», «il 3 marzo alle 9:05». */
export function when(changed) {
  const date = new Date(changed);
  if (Number.isNaN(date.getTime())) return "";
  const hour = date.toLocaleTimeString("it-IT", { hour: "numeric", minute: "2-digit" });
  const today = new Date().toDateString() === date.toDateString();
  return `${today ? "oggi" : `il ${date.toLocaleDateString("it-IT", { day: "numeric", month: "long" })}`} alle ${hour}`;
}
