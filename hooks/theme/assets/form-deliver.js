// Delivery: the ways out of the form. The file and the clipboard, the page for a new file of the
// repository's forge, a letter to the editorial office. Nothing is sent from here.
import { element } from "./element.js";

const MOST = 7_800; // GitHub refuses addresses of 8,192 bytes and loses what was in them
const MOST_IN_A_LETTER = 1_800; // what all mail programs take from an address

const NEW_FILE = {
  github: ({ repository, branch }, path, text) => `${repository}/new/${branch}?${query({ filename: path, value: text })}`,
  // GitLab takes no text from the address: https://gitlab.com/gitlab-org/gitlab/-/work_items/594214
  gitlab: ({ repository, branch }, path) => `${repository}/-/new/${branch}?${query({ file_name: path })}`,
  gitea: ({ repository, branch }, path, text) => `${repository}/_new/${branch}/?${query({ filename: path, value: text })}`,
};
const OLD_FILE = {
  github: ({ repository, branch }, path) => `${repository}/edit/${branch}/${path}`,
  gitlab: ({ repository, branch }, path) => `${repository}/-/edit/${branch}/${path}`,
  gitea: ({ repository, branch }, path) => `${repository}/_edit/${branch}/${path}`,
};
const FORGES = { github: "GitHub", gitlab: "GitLab", gitea: "Gitea o Forgejo" };

function query(values) {
  return new URLSearchParams(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** The channels that the site has, as its configuration says. */
export function channels() {
  return JSON.parse(document.querySelector("meta[name=channels]")?.content ?? "{}");
}

export function download(name, text) {
  const url = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  element("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** The page of the forge on which a file is proposed, and whether it already holds the text. */
export function forgePage(site, path, text, isOld) {
  if (isOld) return { url: OLD_FILE[site.forge](site, path), holdsText: false };
  const whole = NEW_FILE[site.forge](site, path, text);
  if (site.forge !== "gitlab" && whole.length <= MOST) return { url: whole, holdsText: true };
  return { url: NEW_FILE[site.forge](site, path), holdsText: false };
}

/** A letter with the text; without it where it is too long. */
export function letter(site, subject, text) {
  const whole = mail(site, subject, `${text}\n`);
  if (whole.length <= MOST_IN_A_LETTER) return { url: whole, holdsText: true };
  return { url: mail(site, subject, "Allego il file della scheda.\n"), holdsText: false };
}

function mail({ email }, subject, body) {
  return `mailto:${email}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;
}

/** The lines that tell how to deliver a record. `copy` puts its text on the clipboard. */
export function ways({ path, title, text, isOld, isRight, copy }) {
  const site = channels();
  const ways = [];
  if (site.email) ways.push(byLetter(letter(site, `Scheda: ${title}`, text), site.email));
  if (site.forge && isRight) ways.push(byForge(forgePage(site, path, text, isOld), FORGES[site.forge], copy));
  if (!ways.length) ways.push(element("li", {}, "Scarica il file e mandalo alla redazione, come dice la pagina «Contribuisci»."));
  return ways;
}

function byLetter({ url, holdsText }, email) {
  const link = element("a", { href: url, textContent: "Scrivi alla redazione" });
  const what = holdsText ? "il messaggio contiene già la scheda." : "scarica il file e allegalo al messaggio.";
  return element("li", {}, link, ` (${email}): ${what}`);
}

function byForge({ url, holdsText }, forge, copy) {
  const link = element("a", { href: url, target: "_blank", rel: "noopener", textContent: `Apri la pagina di ${forge}` });
  if (!holdsText) link.addEventListener("click", copy);
  const what = holdsText ? "trovi il file già scritto, da confermare." : "intanto copiamo il testo, che là incolli e confermi.";
  return element("li", {}, link, `, se hai un'utenza: ${what}`);
}
