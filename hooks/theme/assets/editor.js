// The editor in the browser: Sveltia CMS, told how the files of this portal are read and written.
import { deferrable } from "./deferral.js";
import { read, write } from "./record-file.js";

async function json(name) {
  return (await fetch(name)).json();
}

function load(script) {
  return new Promise((resolve, reject) => {
    const element = document.createElement("script");
    Object.assign(element, { src: script, onload: resolve, onerror: reject });
    document.head.append(element);
  });
}

window.CMS_MANUAL_INIT = true; // or it would start before it knows the formats
const [config, layouts] = await Promise.all([json("config.json"), json("layouts.json")]);
await load("sveltia-cms.js");
const { CMS } = window;

for (const [folder, layout] of Object.entries(layouts)) {
  const toFile = (record) => write(record, layout);
  CMS.registerCustomFormat(`scheda-${folder}`, "yml", { fromFile: read, toFile });
}
CMS.registerFieldType("rinviabile", deferrable(window.createClass, window.h));
CMS.init({ config: { ...config, load_config_file: false } });
