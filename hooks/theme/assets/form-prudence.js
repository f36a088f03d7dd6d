// Prudence: what no field may hold, as generator/prudence.py refuses it.
import { Invalid } from "./form-problems.js";
import { length, pattern, rules, starting, whole } from "./form-rules.js";

/** Refuse what is not one line of plain text, or would not be one in a spreadsheet. */
export function checkLine(text) {
  if (rules.unknown.includes(text.toLowerCase())) throw new Invalid("not-known", { text });
  if (text.includes("\n")) throw new Invalid("one-line");
  if (/[<>]/.test(text)) throw new Invalid("markup");
  const [first] = text;
  if (rules.formula.includes(first)) throw new Invalid("formula", { text: first });
}

/** Refuse HTML, images, and links that are not absolute and https (or a mailbox). */
export function checkProse(text) {
  if (rules.unknown.includes(text.toLowerCase())) throw new Invalid("not-known", { text });
  const html = pattern("html").exec(text);
  if (html) throw new Invalid("html", { text: html[0] });
  if (pattern("image").test(text)) throw new Invalid("image");
  for (const [, ...targets] of text.matchAll(pattern("links", "g"))) {
    const target = targets.find((group) => group !== undefined);
    if (!target.startsWith("mailto:")) checkUrl(target);
  }
}

/** Refuse personal mailboxes, fiscal codes, mobile numbers. */
export function checkPersonal(text) {
  for (const found of text.matchAll(pattern("provider", "g"))) {
    const before = [...text.slice(Math.max(0, found.index - 128), found.index)].slice(-64).join("");
    const local = pattern("local_part").exec(before);
    if (local) throw new Invalid("personal-email", { text: local[0] + found[0] });
  }
  if (!/\p{Nd}/u.test(text)) return;
  const code = pattern("fiscal_code").exec(text);
  if (code) throw new Invalid("fiscal-code", { text: code[0] });
  const mobile = pattern("mobile").exec(text);
  if (mobile) throw new Invalid("mobile-number", { text: mobile[0] });
}

/** Refuse what is not an absolute https address of a named host; plain http only if `http`. */
export function checkUrl(text, http = false) {
  const [, scheme, netloc] = starting("address", text) ?? ["", "", ""];
  const stray = pattern("not_in_addresses").test(text);
  if (!host(netloc) || stray) throw new Invalid("not-a-url", { text });
  const reason = unsafe(text, netloc);
  if (reason) throw new Invalid("unsafe-url", { text, reason: rules.unsafe[reason] });
  if (scheme.toLowerCase() === "http" && !http) throw new Invalid("not-https", { text });
}

function host(netloc) {
  if (netloc.includes("[") !== netloc.includes("]")) return "";
  return netloc.slice(netloc.lastIndexOf("@") + 1).split(":")[0];
}

function unsafe(text, netloc) {
  if (length(text) > rules.limits.url) return "too-long";
  if (netloc.includes("@")) return "user";
  if (netloc.includes(":")) return "port";
  if (/[^\0-\x7f]/.test(netloc)) return "letters";
  return whole("host", netloc.toLowerCase()) ? "" : "machine";
}
