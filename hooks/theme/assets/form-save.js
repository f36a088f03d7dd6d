// Saving: the draft follows what is typed; the file and the text leave when asked for.
import { element } from "./element.js";
import { download } from "./form-deliver.js";
import { draft as keptDraft, keep, newId, when } from "./form-drafts.js";
import { file, name, nameBox, part, state, type, value } from "./form-state.js";

let waiting;

/** Save when whoever types pauses. */
export function later() {
  state.unsaved = true;
  clearTimeout(waiting);
  waiting = setTimeout(save, 400);
}

/** Keep the draft as it is now. */
export function save() {
  clearTimeout(waiting);
  if (!state.unsaved) return;
  const record = value();
  const kept = state.id && keptDraft(state.id);
  if (!state.id && !nameBox.value && Object.keys(record).length === 0) return;
  if (!state.id || (kept && kept.changed !== state.seen)) rename(kept);
  const { id, origin, left } = state;
  const now = new Date().toISOString();
  state.unsaved = !keep({ id, type, origin, left, name: nameBox.value, value: record, changed: now });
  if (state.unsaved) status("Il browser non ha più posto: la bozza non è al sicuro. ", action("Scarica la scheda adesso", saveFile));
  else {
    state.seen = now;
    status(`Bozza tenuta su questo dispositivo, ${when(now)}.`);
  }
}

/** Give the draft a name of its own: a new one, or one that another window has changed meanwhile. */
function rename(kept) {
  if (kept) say("Questa bozza è cambiata in un'altra finestra: quello che scrivi qui va in una bozza nuova.");
  state.id = newId();
  history.replaceState(null, "", `?${new URLSearchParams({ bozza: state.id })}`);
}

/** Say something at the foot of the form, where one is looking while one writes. */
export function status(...content) {
  part("status").replaceChildren(...content);
}

/** Say something at the top of the form. */
export function say(...content) {
  part("message").replaceChildren(...content);
  part("message").hidden = content.length === 0;
  if (content.length) part("message").scrollIntoView({ block: "nearest" });
}

function action(text, call) {
  const button = element("button", { type: "button", className: "button button--plain", textContent: text });
  button.addEventListener("click", call);
  return button;
}

/** Hand over the file. */
export function saveFile() {
  download(`${name() || "scheda"}.yml`, file());
  status("File scaricato. La bozza resta anche qui.");
}

/** Put the text on the clipboard, or where it can be copied by hand. */
export async function copy() {
  try {
    await navigator.clipboard.writeText(file());
    status("Testo copiato.");
  } catch {
    part("text").closest("details").open = true;
    getSelection().selectAllChildren(part("text"));
    status("Il browser non lascia copiare: il testo è qui, già selezionato. Copialo con Ctrl+C.");
  }
}
