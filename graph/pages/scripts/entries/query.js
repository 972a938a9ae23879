// The query page queries the server it came from and shows the answer; text of an answer never becomes markup.
import { byId, every } from "../dom.js";
import { language } from "../language.js";

const MOST = 1000; // rows shown
const SHORT = 24; // code units up to which a value is not wrapped
const asking = byId("ask", HTMLFormElement);
const told = document.getElementById("told");
const answer = document.getElementById("answer");
const headings = JSON.parse(document.getElementById("columns").textContent); // language → column → words
let answers = 0; // so that a late answer to an earlier query is not shown

const tell = (key, values) => {
  told.textContent = language.say(key, values);
};

// The official document that a value denotes: a UN address, or a document symbol.
function address(value) {
  if (/^https:\/\/[^\s"'<>\\]+$/.test(value)) return value;
  const symbol = /^[A-Z][A-Za-z]*(\/[\w.()+–-]+)+$/.test(value);
  return symbol ? "https://undocs.org/" + value.split("/").map(encodeURIComponent).join("/") : "";
}

function cell(term) {
  const made = document.createElement("td");
  if (!term) return made;
  if (term.value.length <= SHORT) made.className = "short";
  const link = address(term.value);
  const text = document.createElement(link ? "a" : "span");
  text.textContent = term.value;
  text.dir = "auto";
  if (term["xml:lang"]) text.lang = term["xml:lang"];
  if (link) Object.assign(text, { href: link, rel: "noopener noreferrer", target: "_blank" });
  made.append(text);
  return made;
}

function row(cells) {
  const made = document.createElement("tr");
  made.append(...cells);
  return made;
}

function table(names, rows) {
  const made = document.createElement("table");
  const heads = names.map((name) => {
    const head = Object.assign(document.createElement("th"), { scope: "col", title: "?" + name });
    head.dataset.column = name;
    return head;
  });
  made.createTHead().append(row(heads));
  made.createTBody().append(...rows.slice(0, MOST).map((each) => row(names.map((name) => cell(each[name])))));
  return made;
}

// Name the columns in the reader's language; those of a query of one's own have the names given there.
function entitle() {
  const words = headings[language.code()] ?? {};
  for (const head of every("#answer th")) head.textContent = Object.hasOwn(words, head.dataset.column) ? words[head.dataset.column] : head.dataset.column;
}

// Show the questions with all the words that were typed.
function narrow(typed) {
  const words = typed.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  for (const each of every("#shipped li")) {
    const said = every(".titled:not([hidden])", each).map((part) => part.textContent);
    const known = [each.dataset.name, ...said].join(" ").normalize("NFKC").toLowerCase();
    each.hidden = !words.every((word) => known.includes(word));
  }
}

function show(kind, text) {
  if (!kind.includes("json")) {
    answer.append(Object.assign(document.createElement("pre"), { textContent: text }));
    told.textContent = "";
    return;
  }
  const said = JSON.parse(text);
  if ("boolean" in said) return tell(said.boolean ? "query.yes" : "query.no");
  const rows = said.results.bindings;
  if (!rows.length) return tell("query.none");
  answer.append(table(said.head.vars, rows));
  entitle();
  const values = { count: language.number(rows.length), shown: language.number(MOST) };
  tell(rows.length > MOST ? "query.shown" : "query.rows", values);
}

async function ask(accept) {
  const body = new URLSearchParams([...new FormData(asking)].map(([name, value]) => [name, String(value)]));
  const response = await fetch("sparql", { method: "POST", body, headers: { Accept: accept } });
  const text = await response.text();
  if (!response.ok) throw new Error(text.trim());
  return [response.headers.get("Content-Type") || "", text];
}

asking.addEventListener("submit", async (event) => {
  event.preventDefault();
  const mine = ++answers;
  answer.replaceChildren();
  tell("query.asking");
  try {
    const found = await ask("application/sparql-results+json, text/turtle");
    if (mine === answers) show(...found);
  } catch (error) {
    const reason = error instanceof TypeError ? language.say("query.network") : error.message;
    if (mine === answers) tell("query.failed", { reason });
  }
});

document.getElementById("csv").addEventListener("click", async () => {
  try {
    const [kind, text] = await ask("text/csv, text/turtle");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: kind }));
    link.download = kind.includes("csv") ? "answer.csv" : "answer.ttl";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  } catch (error) {
    tell("query.failed", { reason: error.message });
  }
});

const typed = byId("narrow", HTMLInputElement);
typed.addEventListener("input", () => narrow(typed.value));
language.listen(entitle);
language.listen(() => narrow(typed.value));
language.start();
// A ready-made question is answered at once.
if (asking.dataset.run !== undefined) asking.requestSubmit();
