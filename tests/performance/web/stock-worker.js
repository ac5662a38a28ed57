// @ts-check
// As Pyodide's own documentation has it: load it, unpack an archive of sources, import, call. Everything is fetched side by side.

/** @type {any} */
let python;
/** @type {any} */
let door;

/** @type {(data: {pyodide: string, sources: string, facts: string}) => Promise<string>} */
const open = async ({ pyodide, sources, facts }) => {
  const { loadPyodide } = await import(`${pyodide}pyodide.mjs`);
  const [started, archive, model] = await Promise.all([
    loadPyodide({ indexURL: pyodide }),
    fetch(sources).then((answer) => answer.arrayBuffer()),
    fetch(facts).then((answer) => answer.text()),
  ]);
  python = started;
  python.unpackArchive(archive, "zip");
  door = python.pyimport("helper.engine.door");
  return door.handle(`{"do":"open","model":${model}}`);
};

onmessage = async ({ data }) => {
  postMessage("request" in data ? door.handle(data.request) : await open(data));
};

export {}; // a module: its names are its own
