"use strict";
// The query page: asks the endpoint and shows the answer as a table, triples as a drawing and as Turtle. Everything
// from the graph is set as text; the drawing is the server's own SVG, in which names are escaped.
const form = document.getElementById("ask"), field = document.getElementById("query"), csv = document.getElementById("csv");
const answer = document.getElementById("answer"), saved = document.getElementById("saved");
const HERE = "https://w3id.org/delibgraph/id/", ROWS = 2000;

function element(name, text, parent) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (parent) parent.append(made);
  return made;
}

function show(result) {
  answer.replaceChildren();
  if ("boolean" in result) { element("p", String(result.boolean), answer); return; }
  const rows = result.results.bindings, scroll = element("div", undefined, answer);
  element("p", rows.length > ROWS ? `${ROWS} / ${rows.length}` : String(rows.length), answer).className = "muted";
  scroll.className = "scroll";
  const table = element("table", undefined, scroll), head = element("tr", undefined, element("thead", undefined, table));
  for (const name of result.head.vars) element("th", name, head).scope = "col";
  const body = element("tbody", undefined, table);
  for (const row of rows.slice(0, ROWS)) {
    const line = element("tr", undefined, body);
    for (const name of result.head.vars) {
      const cell = element("td", undefined, line), term = row[name];
      if (!term) continue;
      if (term.type === "uri" && term.value.startsWith(HERE)) {
        element("a", term.value.slice(HERE.length), cell).href = "/id/" + term.value.slice(HERE.length);
      } else cell.textContent = term.value;
    }
  }
}

async function asked(accept, signal) {
  const response = await fetch("/sparql", {
    method: "POST", body: field.value, signal,
    headers: { "Content-Type": "application/sparql-query", "Accept": accept, "Accept-Language": document.documentElement.lang },
  });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return [response.headers.get("Content-Type"), text];
}

async function draw(turtle, signal) {
  answer.replaceChildren(element("pre", turtle));
  try {
    const drawing = (await asked("image/svg+xml", signal))[1];
    const svg = new DOMParser().parseFromString(drawing, "image/svg+xml").documentElement;
    const scroll = element("div");
    scroll.className = "scroll drawing";
    scroll.tabIndex = 0;
    scroll.append(document.importNode(svg, true));
    answer.prepend(scroll);
  } catch (error) {
    if (signal.aborted) return;
    const told = element("p", error.message);
    told.className = "muted";
    answer.prepend(told);
  }
}

let latest; // the question under way, which a newer one ends

async function ask() {
  latest?.abort();
  const own = latest = new AbortController();
  answer.setAttribute("aria-busy", "true");
  try {
    const [type, text] = await asked("application/sparql-results+json, text/turtle;q=0.5", own.signal);
    if (type.startsWith("application/")) show(JSON.parse(text));
    else await draw(text, own.signal);
    if (own.signal.aborted) return;
    csv.href = "/sparql?query=" + encodeURIComponent(field.value);
    csv.hidden = !type.startsWith("application/");
  } catch (error) {
    if (own.signal.aborted) return;
    const told = element("p", error.message);
    told.className = "error";
    answer.replaceChildren(told);
  } finally { if (own === latest) answer.removeAttribute("aria-busy"); }
}

form.addEventListener("submit", (event) => { event.preventDefault(); ask(); });
field.addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) ask(); });
saved.addEventListener("change", () => { if (saved.value) { field.value = saved.value; ask(); } });
csv.addEventListener("click", async (event) => {
  event.preventDefault();
  const response = await fetch(csv.href, { headers: { Accept: "text/csv" } });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = "answer.csv";
  link.click();
  URL.revokeObjectURL(link.href);
});
if (location.hash.length > 1) { field.value = decodeURIComponent(location.hash.slice(1)); ask(); }
