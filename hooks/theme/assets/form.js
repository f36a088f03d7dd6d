// The form: writes a record with whoever fills it in, keeps it as a draft on this device, tells what
// is wrong as `check` would, and hands over the file. The other parts are in form-*.js.
import { element } from "./element.js";
import { changed, clear, fill } from "./form-controls.js";
import { draft as keptDraft, drafts, when } from "./form-drafts.js";
import { controlOf } from "./form-errors.js";
import { addItem, removeItem } from "./form-items.js";
import { check, count, judge, soon, touch } from "./form-judge.js";
import { preparePicks } from "./form-pick.js";
import { Invalid } from "./form-problems.js";
import { copy, later, save, saveFile, say, status } from "./form-save.js";
import { fields, file, form, nameBox, part, problems, state, type, value } from "./form-state.js";
import { opened } from "./form-yaml.js";

const SITE = new URL("..", import.meta.url);

export { file, problems };

/** Put a record in the form in place of what is there. */
export function show(record, { id = "", origin = "", file = "", left = [] } = {}) {
  clear(form);
  Object.assign(state, { id, origin, asked: false, seen: "", unsaved: false });
  const misfits = fill(form, fields, record);
  nameBox.value = origin || file;
  nameBox.readOnly = Boolean(origin);
  showLeft([...left, ...misfits.map(({ path, value: lost, message }) => ({ path: path.join("."), text: textOf(lost), message }))]);
  for (const control of form.querySelectorAll("[data-value]")) count(control);
  for (const touched of form.querySelectorAll("[data-touched]")) delete touched.dataset.touched;
  part("summary").hidden = part("ready").hidden = true;
  judge();
  only();
}

function textOf(lost) {
  return typeof lost === "string" ? lost : JSON.stringify(lost, null, 1);
}

function showLeft(left) {
  state.left = left;
  part("left").hidden = left.length === 0;
  part("left-list").replaceChildren(
    ...left.map(({ path, text, message }) => element("li", {}, element("strong", { textContent: path }), `: ${message}`, element("pre", {}, element("code", { textContent: text })))),
  );
}

async function openFile([chosen]) {
  part("file").value = "";
  if (!chosen) return;
  try {
    save();
    show(await opened(await chosen.text()), { file: chosen.name.replace(/\.ya?ml$/i, "") });
    history.replaceState(null, "", location.pathname);
    later();
    say(`Ho aperto «${chosen.name}». I commenti del file (le righe che cominciano con #) qui non ci sono.`);
  } catch (refusal) {
    if (!(refusal instanceof Invalid)) throw refusal;
    say(`«${chosen.name}» non si apre: ${refusal.message}. Quello che c'era nel modulo è ancora qui.`);
  }
  part("message").focus();
}

function begin() {
  save();
  history.replaceState(null, "", location.pathname);
  show({});
  say();
  status("Scheda nuova. Quella di prima è fra le tue bozze.");
  controlOf(form).focus();
}

/** Hide, if asked to, what may be left out and is blank. */
function only() {
  const on = part("only").checked;
  form.classList.toggle("propose--only", on);
  const present = on ? value() : {};
  for (const ask of form.querySelectorAll(".propose__part > [data-ask]")) {
    ask.toggleAttribute("data-blank", on && !("required" in ask.dataset) && !(ask.dataset.ask in present));
  }
}

function clicked({ target }) {
  const button = target.closest("button");
  if (!button) return;
  const ask = button.closest("[data-ask]");
  if (button.matches("[data-add]")) addItem(ask).querySelector("input, textarea, select").focus();
  if (button.matches("[data-remove]")) removeItem(button.closest("[data-item]"), edited);
}

function edited() {
  later();
  soon();
}

form.addEventListener("input", ({ target }) => {
  count(target);
  if (target.closest("[data-ask], [data-name]")) later();
  if (target.closest(".ask--error, .ask--warning")) soon();
});
form.addEventListener("change", ({ target }) => {
  if (target.type === "checkbox") changed(target);
  if (target.closest("[data-ask], [data-name]")) edited();
});
form.addEventListener("focusout", touch);
form.addEventListener("click", clicked);
form.addEventListener("submit", check);
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches("input")) {
    event.preventDefault(); // it would send the form: whoever picks a name doesn't mean that
    event.target.dispatchEvent(new Event("change", { bubbles: true }));
  }
});
part("only").addEventListener("change", only);
part("open").addEventListener("click", () => part("file").click());
part("file").addEventListener("change", ({ target }) => openFile(target.files));
part("new").addEventListener("click", begin);
part("download").addEventListener("click", saveFile);
part("copy").addEventListener("click", copy);
part("left-done").addEventListener("click", () => {
  showLeft([]);
  later();
});
addEventListener("pagehide", save);
document.addEventListener("visibilitychange", () => document.hidden && save());
addEventListener("beforeunload", (event) => {
  save();
  if (state.unsaved) event.preventDefault();
});

async function start() {
  const asked = new URLSearchParams(location.search);
  const kept = asked.has("bozza") && keptDraft(asked.get("bozza"));
  if (kept && kept.type === type) {
    show(kept.value, { ...kept, file: kept.name });
    state.seen = kept.changed;
    status(`Riprendi la bozza di ${when(kept.changed)}.`);
  } else if (asked.has("scheda")) await correct(asked.get("scheda"));
  else show({});
}

/** Correct a record that the site has. */
async function correct(id) {
  const isId = /^[a-z0-9-]+$/.test(id);
  const answer = isId ? await fetch(new URL(`${type}/${id}/scheda.yml`, SITE)) : { ok: false };
  if (!answer.ok) {
    show({});
    say("La scheda da correggere non c'è: puoi scriverne una nuova.");
    return;
  }
  show(await opened(await answer.text()), { origin: id });
  const own = drafts().find((one) => one.type === type && one.origin === id);
  const link = own && element("a", { href: `?${new URLSearchParams({ bozza: own.id })}`, textContent: "riprendi quella" });
  say("Stai correggendo una scheda pubblicata. ", ...(link ? ["Ne hai già una bozza: ", link, "."] : []));
}

preparePicks(form);
part("must").textContent = `${fields.filter(({ required }) => required).length} campi`;
await start();
part("plain").hidden = true;
form.hidden = false;
form.parentElement.dataset.state = "ready";
