// How clear the page is: a score, what was good or bad, some words. Of these it writes a message that
// the reader sends: nothing is kept and nothing leaves by itself.
import { element } from "./element.js";

const SCORES = ["per niente", "poco", "così così", "abbastanza", "molto"];
const GOOD = 4; // the lowest score after which one is asked what was good
const MOST = 600; // characters: the message must fit an address, and mail programs take short ones
const LIKED = {
  name: "positive",
  question: "Quali sono stati gli aspetti che hai preferito?",
  answers: [
    "Le indicazioni erano chiare",
    "Le indicazioni erano complete",
    "Capivo sempre che stavo procedendo correttamente",
    "Non ho avuto problemi tecnici",
    "Altro",
  ],
};
const DISLIKED = {
  name: "negative",
  question: "Dove hai incontrato le maggiori difficoltà?",
  answers: [
    "A volte le indicazioni non erano chiare",
    "A volte le indicazioni non erano complete",
    "A volte non capivo se stavo procedendo correttamente",
    "Ho avuto problemi tecnici",
    "Altro",
  ],
};

const place = document.querySelector("[data-feedback]");
const ways = [...place.querySelectorAll("a")].map((link) => ({ text: link.textContent, address: link.href }));
const liked = followUp(LIKED);
const disliked = followUp(DISLIKED);
const words = element("textarea", { id: "altro-chiarezza", rows: 3, maxLength: MOST, "data-element": "feedback-input-text", "aria-describedby": "limite-chiarezza" });
const more = element(
  "div",
  { hidden: true },
  element("label", { htmlFor: words.id, textContent: "Vuoi aggiungere qualcosa?" }),
  element("p", { id: "limite-chiarezza", className: "feedback__hint", textContent: `Se vuoi, fino a ${MOST} caratteri. Non scrivere dati personali.` }),
  words,
  element("button", { className: "button", textContent: "Vedi il messaggio" }),
);
const heading = element("h3", { tabIndex: -1, textContent: "Il tuo messaggio" });
const text = element("pre");
const links = ways.map(wayOut);
const message = element("div", { className: "feedback__message", hidden: true }, heading, element("p", { textContent: explanation() }), text, element("ul", {}, ...links.map(({ line }) => line)));
const form = element("form", {}, scores(), liked, disliked, more);

function scores() {
  const choices = SCORES.map((name, index) => choice("voto", `${index + 1} – ${name}`, index + 1, `feedback-rate-${index + 1}`));
  return element("fieldset", { className: "feedback__scores" }, element("legend", { textContent: "Il tuo voto, da 1 a 5" }), ...choices);
}

function followUp({ name, question, answers }) {
  const choices = answers.map((answer) => choice(name, answer, answer, "feedback-rating-answer"));
  const legend = element("legend", { textContent: question, "data-element": "feedback-rating-question" });
  return element("fieldset", { hidden: true, "data-element": `feedback-rating-${name}` }, legend, ...choices);
}

function choice(name, label, value, part) {
  return element("label", { "data-element": part }, element("input", { type: "radio", name, value, required: name === "voto" }), label);
}

function explanation() {
  return "Non è ancora partito: lo mandi tu da una delle vie qui sotto, e puoi cambiarlo prima. Contiene l'indirizzo e il titolo della pagina, quello che hai scelto e quello che hai scritto.";
}

/** A way for the message to leave, with the link whose address is to be kept up to date. */
function wayOut({ text, address }) {
  const link = element("a", { href: address, textContent: `Mandalo ${text}` });
  if (!address.startsWith("mailto:")) {
    Object.assign(link, { target: "_blank", rel: "noopener" });
    return { link, address, line: element("li", {}, link, ": si apre in un'altra scheda, serve un'utenza e tutti potranno leggerlo.") };
  }
  const to = new URL(address).pathname;
  return { link, address, line: element("li", {}, link, `: si apre il tuo programma di posta. Se non si apre, copia il testo e mandalo a ${to}.`) };
}

/** What the reader chose and wrote. */
function opinion() {
  const given = new FormData(form);
  const score = Number(given.get("voto"));
  const { name, question } = score < GOOD ? DISLIKED : LIKED;
  const lines = [`Voto: ${score} su ${SCORES.length} (${SCORES[score - 1]})`];
  if (given.get(name)) lines.push(`${question} ${given.get(name)}`);
  if (words.value.trim()) lines.push("", words.value.trim());
  return lines.join("\n");
}

/** The text that an address already holds, at its end: channels.py put it there. */
function textOf(address) {
  return decodeURIComponent(address.slice(address.lastIndexOf("=") + 1)).replaceAll("\r\n", "\n");
}

function update() {
  const given = opinion();
  text.textContent = textOf(ways[0].address) + given;
  for (const { link, address } of links) {
    const newLine = address.startsWith("mailto:") ? "\r\n" : "\n";
    link.href = address + encodeURIComponent(given.replaceAll("\n", newLine));
  }
}

form.addEventListener("input", () => {
  const score = Number(new FormData(form).get("voto"));
  liked.hidden = score < GOOD;
  disliked.hidden = score >= GOOD;
  more.hidden = false;
  update();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  message.hidden = false;
  heading.focus();
});
place.querySelector("p").replaceWith(form, message);
