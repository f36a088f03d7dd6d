// Which indicators of several records measure the same thing, and why others can't be compared.
import { fold } from "./query.js";

const REASONS = [
  ["unit", "unità di misura diverse"],
  ["direction", "non dicono lo stesso su quando l'indicatore migliora"],
];

/** A row for each definition, those of most records first: name, note, the indicators of each record. */
export function measures(records) {
  const names = new Map();
  for (const { definition } of records.flatMap(({ indicators }) => indicators)) {
    if (!names.has(fold(definition))) names.set(fold(definition), definition);
  }
  const rows = [...names].map(([key, name]) => {
    const perRecord = records.map(({ indicators }) => indicators.filter(({ definition }) => fold(definition) === key));
    return { name, note: note(records, key, perRecord), perRecord };
  });
  return rows.sort((one, other) => shared(other) - shared(one));
}

function shared({ perRecord }) {
  return perRecord.filter((some) => some.length > 0).length;
}

function note(records, key, perRecord) {
  const found = perRecord.flat();
  if (shared({ perRecord }) < 2) return unlike(records, key, found);
  const differing = REASONS.filter(([role]) => values(found, role).length > 1);
  if (differing.length) return `Non confrontabile: ${differing.map(([role, why]) => `${why} (${values(found, role).join(", ")})`).join("; ")}.`;
  return values(found, "moment").length > 1 ? "Confrontabile, ma le date sono diverse." : "Confrontabile.";
}

/** An indicator that only one record has: whether others serve the same objective in another way. */
function unlike(records, key, found) {
  const objectives = new Set(found.map(({ objective }) => objective).filter(Boolean));
  const others = records
    .flatMap(({ indicators }) => indicators)
    .filter(({ definition, objective }) => fold(definition) !== key && objectives.has(objective));
  const names = [...new Set(others.map(({ definition }) => `«${definition}»`))];
  return names.length ? `Non confrontabile con ${names.join(", ")}: stesso obiettivo di servizio, definizione diversa.` : "";
}

function values(found, role) {
  return [...new Set(found.map((one) => one[role] || "non indicato"))];
}
