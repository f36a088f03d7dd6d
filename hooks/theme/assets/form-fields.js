// Fields: how each kind of field reads a text, as generator/fields/ does. Each gives a plain form of
// the value, equal for equal values, or throws `Invalid`.
import { Invalid, suggestion } from "./form-problems.js";
import { checkLine, checkPersonal, checkProse, checkUrl } from "./form-prudence.js";
import { known, length, names, rules, starting, whole } from "./form-rules.js";

export function parsed(field, text) {
  return KINDS[field.kind](text, field);
}

const KINDS = {
  text(text, { most }) {
    noLonger(text, most);
    checkLine(text);
    checkPersonal(text);
    return text;
  },
  section(text, { most }) {
    noLonger(text, most);
    checkProse(text);
    checkPersonal(text);
    return text;
  },
  code(text, { pattern: form, example }) {
    checkLine(text);
    checkPersonal(text);
    if (!whole(form, text)) throw new Invalid("not-a-code", { text, example });
    return text;
  },
  url(text, { http }) {
    checkUrl(text, http);
    return text;
  },
  email(text) {
    checkPersonal(text);
    if (!whole("mailbox", text)) throw new Invalid("not-an-email", { text });
    return text;
  },
  date(text) {
    if (whole("day", text) && isDay(text.split("-"))) return text;
    throw new Invalid("not-a-date", { text, example: dateMeant(text) ?? rules.examples.date });
  },
  moment(text) {
    if (whole("moment", text) && isDay(text.split("-"))) return text;
    throw new Invalid("not-a-moment", { text, example: dateMeant(text) ?? rules.examples.date });
  },
  integer(text, { minimum, maximum }) {
    if (!whole("whole", text)) {
      const digits = /^[0-9]{1,9}/.exec(text.replaceAll(".", ""));
      throw new Invalid("not-an-integer", { text, example: digits?.[0] ?? "12" });
    }
    if (Number(text) < minimum || Number(text) > maximum) throw new Invalid("out-of-range", { text, minimum, maximum });
    return String(Number(text) || 0);
  },
  number(text, { minimum }) {
    if (!whole("decimal", text)) {
      throw new Invalid("not-a-number", { text, example: numberMeant(text) ?? rules.examples.decimal });
    }
    if (whole("ambiguous", text)) {
      throw new Invalid("ambiguous-number", { text, whole: text.replaceAll(".", ""), decimal: `${text}0` });
    }
    if (minimum !== null && Number(text) < minimum) throw new Invalid("below-minimum", { text, minimum });
    return text.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "").replace(/^(-?)0+(?=\d)/, "$1").replace(/^-0$/, "0");
  },
  flag(text) {
    if (!["si", "sì", "no"].includes(text.toLowerCase())) throw new Invalid("not-a-flag", { text });
    return text.toLowerCase() === "no" ? "no" : "si";
  },
  choice(text, field) {
    const ids = known(field);
    if (ids.includes(text)) return text;
    throw new Invalid("unknown-term", { text, vocabulary: field.of, suggestion: suggestion(text, ids) });
  },
  option(text, { of }) {
    if (of.includes(text)) return text;
    throw new Invalid("unknown-option", { text, known: of.join(", "), suggestion: suggestion(text, of) });
  },
  reference(text, field) {
    if (names.withdrawn[field.of]?.includes(text)) throw new Invalid("withdrawn-reference", { text });
    const ids = known(field);
    if (ids.includes(text)) return text;
    throw new Invalid("unknown-reference", { text, folder: field.of, suggestion: suggestion(text, ids.sort()) });
  },
};

function noLonger(text, maximum) {
  const count = length(text);
  if (count > maximum) throw new Invalid("too-long", { length: count, maximum });
}

/** Whether the calendar has the day; a month, a year stand for their first day. */
function isDay([year, month = "1", day = "1"]) {
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return Number(year) > 0 && date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

/** The day or month meant by 31/12/2024, 2024-5-3 or 12/2024. */
function dateMeant(text) {
  const [year, month, day = ""] = yearFirst(text);
  if (!year || !isDay([year, month, Number(day) ? day : "1"])) return null;
  return [year, month, day].filter((part) => Number(part)).map((part) => part.padStart(2, "0")).join("-");
}

/** Year, month and day as the text has them, in whichever order. */
function yearFirst(text) {
  if (whole("year_first", text)) return starting("year_first", text).slice(1);
  return whole("day_first", text) ? starting("day_first", text).slice(1).reverse() : [];
}

/** What an Italian 1.234,56 means with a point. */
function numberMeant(text) {
  const plain = text.replace(/[. ](?=[0-9]{3}(\D|$))/g, "").replaceAll(",", ".");
  return whole("decimal", plain) ? plain : null;
}
