// Relations: what the fields of one record must agree on, as generator/rules/ asks. Left to `check`
// are the rules on several records: near duplicates, lineages that go round, adoptions that come
// before what they take up.
import { Invalid } from "./form-problems.js";
import { names } from "./form-rules.js";

const said = (value) => (typeof value === "string" ? value.trim() : "");
const list = (value) => (Array.isArray(value) ? value : []);
const facts = (vocabulary, id) => names.facts[vocabulary]?.[said(id)];

/** What is wrong between the fields of a record of a type, on a day. */
export function relations(type, value, today) {
  const rules = [subthemes, planned, span, participants, deferrals, mailbox, directions, outdated, ...(OF_TYPE[type] ?? [])];
  return rules.flatMap((rule) => [...rule(value, today, type)]);
}

const OF_TYPE = {
  esperienze: [objective, actions, finished],
  pratiche: [leading],
  trasferimenti: [adopts, lapsed],
  fabbisogni: [lapsed],
};

function error(path, code, values) {
  return { path, severity: "error", ...new Invalid(code, values) };
}

function warning(path, code, values) {
  return { ...error(path, code, values), severity: "warning" };
}

function* subthemes({ temi, sottotemi }) {
  for (const [index, text] of list(sottotemi).entries()) {
    const theme = facts("sottotemi", text)?.theme;
    if (theme && !list(temi).includes(theme)) yield error(["sottotemi", index], "subtheme-elsewhere", { text, theme });
  }
}

function* planned({ temi, temi_in_progettazione: themes }) {
  for (const [index, text] of list(themes).entries()) {
    if (!list(temi).includes(text)) yield error(["temi_in_progettazione", index], "planned-theme-elsewhere", { text });
  }
}

function* objective({ obiettivo_tematico: stated, risultato_atteso: result }) {
  const { name, objective: right } = facts("risultati-attesi", result) ?? {};
  if (!said(stated) || !right || right[0] === said(stated)) return;
  const label = names.terms["obiettivi-tematici"][said(stated)]?.split(" – ")[0];
  yield warning(["risultato_atteso"], "result-elsewhere", { text: name, objective: right[1], stated: label });
}

function* actions({ azioni, programmi, risultato_atteso: result }) {
  const stated = facts("risultati-attesi", result)?.name;
  for (const [index, { codice }] of stated ? list(azioni).entries() : []) {
    for (const known of Object.values(names.facts["azioni-programma"] ?? {})) {
      const same = list(programmi).includes(known.programme) && said(codice).startsWith(`${known.code}.`);
      if (!same || known.result[0] === said(result)) continue;
      const values = { text: said(codice), right: known.result[1], stated };
      yield warning(["azioni", index, "codice"], "action-elsewhere", values);
    }
  }
}

function* span({ data_avvio: from, data_conclusione: to }) {
  const [start, end] = [said(from), said(to)];
  if (isMoment(start) && isMoment(end) && lastDay(end) < first(start)) {
    yield error(["data_conclusione"], "ends-before-start", { start, end });
  }
}

const isMoment = (text) => /^\d{4}(-\d\d(-\d\d)?)?$/.test(text);

function* participants({ soggetti_coinvolti: all }) {
  for (const [index, { ente, nome }] of list(all).entries()) {
    if (!said(ente) === !said(nome)) yield error(["soggetti_coinvolti", index], "participant-unnamed");
  }
}

function* deferrals(value, today, type) {
  for (const [key, { rinviato }] of Object.entries(value).filter(([, part]) => part?.rinviato)) {
    const [since, until] = [said(rinviato.data), said(rinviato.entro)];
    if (isMoment(since) && isMoment(until) && until < since) {
      yield error([key, "rinviato", "entro"], "due-before-deferral", { since, due: until });
    }
    const due = until || (type === "esperienze" ? plannedEnd(value) : "");
    if (isMoment(due) && due < today) yield warning([key], "deferred-due", { due });
  }
}

/** The day on which an experience was to end: its end, or its start plus its duration. */
function plannedEnd({ data_avvio: from, data_conclusione: to, durata_mesi: months }) {
  if (isMoment(said(to))) return lastDay(said(to));
  if (!isMoment(said(from)) || !Number(said(months))) return "";
  const [year, month, day] = first(said(from)).split("-").map(Number);
  const total = year * 12 + month - 1 + Number(said(months));
  const end = `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, "0")}`;
  const last = Number(lastDay(end).slice(8));
  return `${end}-${String(Math.min(day, last)).padStart(2, "0")}`;
}

const first = (moment) => `${moment}${"-01-01".slice(moment.length - 4)}`;

function lastDay(moment) {
  const [year, month = "12", day] = moment.split("-");
  return `${year}-${month}-${day ?? String(new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()).padStart(2, "0")}`;
}

function* mailbox({ contatto }) {
  const text = said(contatto?.email);
  if (text.includes("@") && text.split("@")[0].split(".").length === 2) {
    yield warning(["contatto", "email"], "person-mailbox", { text });
  }
}

function* directions(value) {
  for (const [key, items] of Object.entries(value)) {
    for (const [index, { verso, base, atteso } = {}] of list(items).entries()) {
      const change = said(base) && said(atteso) ? Number(said(atteso)) - Number(said(base)) : 0;
      if ((said(verso) === "su" && change < 0) || (said(verso) === "giu" && change > 0)) {
        yield warning([key, index, "verso"], "direction-contradicted", { base: said(base), target: said(atteso) });
      }
    }
  }
}

function* leading({ livello, risultati, review, valutazioni }) {
  if (said(livello) !== "leading-practice") return;
  if (list(risultati).every(({ prova }) => said(prova) === "dichiarato")) yield error(["livello"], "leading-without-proof");
  if (!list(review).length && !list(valutazioni).length) yield error(["livello"], "leading-without-review");
}

function* finished({ stato, risultati_raggiunti: achieved, indicatori }) {
  const told = achieved?.rinviato || said(achieved) || list(indicatori).some(({ valore }) => said(valore));
  if (facts("stati", stato)?.finished && !told) yield warning(["stato"], "finished-without-results");
}

function* adopts({ esperienza_ripresa: experience, pratica_ripresa: practice }) {
  if (!said(experience) === !said(practice)) yield error([], "adopts-what");
}

function* lapsed({ vale_fino_al: until }, today) {
  if (isMoment(said(until)) && said(until) < today) yield warning(["vale_fino_al"], "lapsed", { until: said(until) });
}

function* outdated({ aggiornata_il: day }, today) {
  const updated = said(day);
  const limit = `${Number(updated.slice(0, 4)) + 2}${updated.slice(4)}`;
  if (isMoment(updated) && limit < today) yield warning(["aggiornata_il"], "perhaps-outdated", { updated });
}
