// Answers questions to a SQLite file, off the page's own thread: the page can stop it at any time.
import start from "./sqlite/sqlite3.js";

const database = await open(new URL(location.href).searchParams.get("database"));
postMessage({ ready: true });
addEventListener("message", ({ data: { sql, most } }) => {
  try {
    postMessage(answer(sql, most));
  } catch (error) {
    postMessage({ error: error.message });
  }
});

async function open(address) {
  const [{ capi, oo1, wasm }, file] = await Promise.all([start(), fetch(new URL(address, location.href))]);
  if (!file.ok) throw new Error(`${file.status} ${address}`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const made = new oo1.DB();
  const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_READONLY;
  const copied = wasm.allocFromTypedArray(bytes);
  made.checkRc(capi.sqlite3_deserialize(made.pointer, "main", copied, bytes.length, bytes.length, flags));
  return made;
}

/** The names of the columns and the first rows, as texts; whether there are more. */
function answer(sql, most) {
  const statement = database.prepare(sql);
  try {
    const columns = statement.columnCount ? statement.getColumnNames() : [];
    const rows = [];
    while (rows.length < most && statement.step()) rows.push(columns.map((_, at) => text(statement.get(at))));
    return { columns, rows, more: rows.length === most && statement.step() };
  } finally {
    statement.finalize();
  }
}

function text(value) {
  if (value === null) return "";
  return value instanceof Uint8Array ? `(${value.length} byte)` : String(value);
}
