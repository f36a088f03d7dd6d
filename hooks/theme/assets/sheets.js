// Sheets: the pages of records that others are put together from, and which ones an address asks for:
// `?id=a&id=b`.
import { ID } from "./tray.js";

const SITE = new URL("..", import.meta.url);

/** The records asked for, each once. */
export function asked() {
  return [...new Set(new URLSearchParams(location.search).getAll("id"))];
}

/** The page of a record: `{ url, article }`, its addresses whole. Null where there is no such record; a bare
 * id is looked for in each of the folders. */
export async function open(id, folders) {
  const paths = id.includes("/") ? [id] : folders.map((folder) => `${folder}/${id}`);
  for (const path of paths) {
    if (!ID.test(id) || !folders.includes(path.split("/")[0])) continue;
    const url = new URL(`${path}/`, SITE);
    const answer = await fetch(url);
    if (answer.ok) return { url, article: taken(await answer.text(), url) };
  }
  return null;
}

function taken(text, url) {
  const article = new DOMParser().parseFromString(text, "text/html").querySelector("article[data-record-id]");
  for (const name of ["href", "src"]) {
    for (const node of article.querySelectorAll(`[${name}]`)) node.setAttribute(name, new URL(node.getAttribute(name), url));
  }
  for (const node of article.querySelectorAll(".term__tip")) node.remove();
  return article;
}
