// The state of the form: the record that is in it, and which draft it is.
import { collect } from "./form-controls.js";
import { checkFile, checkId, idOf } from "./form-file.js";
import { rules } from "./form-rules.js";
import { verdict } from "./form-verdict.js";
import { written } from "./form-yaml.js";

const root = document.querySelector("[data-propose]");

export const type = root.dataset.propose;
export const fields = rules.types[type];
export const part = (name) => root.querySelector(`[data-${name}]`);
export const form = part("form");
export const nameBox = part("name-box");
export const state = { id: "", origin: "", left: [], seen: "", asked: false, unsaved: false };

/** The record that is in the form. */
export const value = () => collect(form, fields);

/** The name of its file, without the extension. */
export const name = () => nameBox.value.trim() || idOf(value());

const day = () => new Date().toLocaleDateString("sv-SE"); // AAAA-MM-GG, as the calendar here says

/** The file of what is in the form. */
export const file = () => written(type, value());

/** All that is wrong with what is in the form. */
export const problems = () => [...verdict(type, value(), day()), ...checkId(name(), type, state.origin), ...checkFile(file())];
