// CSV made in the page, and given to save.
import { element } from "./element.js";

/** Save rows of texts as CSV that spreadsheets open as it is: semicolons, and no text that they would compute. */
export function save(name, rows) {
  const lines = rows.map((row) => `${row.map(field).join(";")}\r\n`);
  const url = URL.createObjectURL(new Blob(["\uFEFF", ...lines], { type: "text/csv" }));
  element("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

function field(text) {
  const safe = /^'*[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^[+-]?[\d.,]+$/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
