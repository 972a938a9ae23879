// What a drawing around texts is asked: around which texts, how many steps, which way; or what lies between two.
import { make } from "../dom.js";
import { language } from "../language.js";
import { shortName, titles } from "../naming.js";
import { search } from "../search.js";

const OFFERED = 12; // texts that the box for a second one offers

/** @param {import("../ground.js").Ground} ground
 * @param {import("../views/protocol.js").Hooks} hooks */
export function toolbar(ground, hooks) {
  const centres = make("ul", { class: "centres" });
  const steps = make("input", { type: "range", min: 1, max: 3, step: 1, id: "ego-depth" });
  const count = make("output", { for: "ego-depth" });
  const way = make("select", { id: "ego-way" });
  const mode = make("select", { id: "ego-mode" });
  const second = make("input", { type: "text", id: "ego-second", list: "ego-offers", autocomplete: "off", dir: "auto" });
  const offers = make("datalist", { id: "ego-offers" });
  const note = make("p", { class: "quiet note", role: "status" });
  const labels = Object.fromEntries(["depth", "way", "mode", "second"].map((name) => [name, make("span", {})]));
  const field = (name, ...parts) => make("label", {}, labels[name], ...parts);
  const fields = { depth: field("depth", steps, count), way: field("way", way), mode: field("mode", mode), second: field("second", second, offers) };
  const element = make("div", { class: "asked" }, centres, fields.second, fields.mode, fields.depth, fields.way, note);

  // The keys that move and zoom a drawing act on the controls here.
  element.addEventListener("keydown", (event) => {
    if (/^(Arrow\w+|[-+=0])$/.test(event.key)) event.stopPropagation();
  });

  const set = (options) => hooks.set({ options: { ...hooks.state().options, ...options } });
  const nameOf = (row) => ground.documents[row].label;
  let least = 1; // the slider's lowest place; 0 is the whole of a small collection

  steps.addEventListener("input", () => set({ depth: Number(steps.value) ? steps.value : undefined }));
  way.addEventListener("change", () => set({ way: way.value === "both" ? undefined : way.value }));
  mode.addEventListener("change", () => set({ mode: mode.value === "between" ? undefined : mode.value }));

  function take() {
    if (!second.value.trim()) return;
    const row = search.resolve(second.value) ?? search.found(second.value)[0];
    const [one] = hooks.state().chosen;
    if (row === undefined || row === one) return;
    second.value = "";
    hooks.choose(one === undefined ? [row] : [one, row]);
  }
  second.addEventListener("input", () => {
    offers.replaceChildren(...(second.value.trim() ? search.found(second.value).slice(0, OFFERED) : []).map((row) => make("option", { value: nameOf(row), text: titles(row)[0]?.[1] ?? "" })));
  });
  second.addEventListener("change", take);

  const choices = (select, names, prefix, value) => {
    select.replaceChildren(...names.map((name) => make("option", { value: name, text: language.say(prefix + name) })));
    select.value = value;
  };

  function chip(row, chosen) {
    const words = make("span", { text: shortName(row), dir: "auto" });
    if (!chosen.includes(row)) return make("li", {}, words);
    const remove = make("button", { type: "button", "aria-label": language.say("ego.remove", { name: nameOf(row) }), text: "×" });
    remove.addEventListener("click", () => hooks.choose(chosen.filter((each) => each !== row)));
    return make("li", {}, words, remove);
  }

  function told(wish, selection) {
    const words = [];
    const numbers = { shown: language.number(selection.rows.length), texts: language.number(selection.rows.length + selection.left) };
    words.push(language.say(selection.left ? "ego.left" : "ego.shown", numbers));
    if (wish.path) words.push(selection.shortest === null ? language.say("ego.none") : language.say("ego.chain", { count: language.number(selection.shortest) }));
    return words.join(" · ");
  }

  /** @param {{centres: number[], steps: number, way: string, path: boolean, whole: boolean, depth: number}} wish
   * @param {import("./selection.js").Selection} selection
   * @param {import("../store.js").State} state */
  function show(wish, selection, state) {
    for (const name of ["depth", "way", "mode", "second"]) labels[name].textContent = language.say("ego." + name);
    element.setAttribute("role", "group");
    element.setAttribute("aria-label", language.say("view.ego"));
    centres.replaceChildren(...(wish.centres.length <= 4 ? wish.centres : wish.centres.slice(0, 3)).map((row) => chip(row, state.chosen)), ...(wish.centres.length > 4 ? [make("li", { text: `+ ${language.number(wish.centres.length - 3)}` })] : []));
    least = ground.documents.length <= 300 && state.chosen.length < 2 ? 0 : 1;
    if (wish.path) least = selection.shortest ?? 1; // the shortest chains are always shown
    const far = wish.whole ? 0 : Math.max(least, wish.steps);
    steps.min = String(least);
    steps.max = String(wish.path ? least + 2 : 3);
    steps.value = String(far);
    count.textContent = wish.whole ? language.say("ego.whole") : language.number(far);
    choices(way, ["both", "cites", "cited"], "ego.way.", wish.way);
    choices(mode, ["between", "around"], "ego.mode.", wish.path ? "between" : "around");
    fields.mode.hidden = state.chosen.length !== 2;
    fields.second.hidden = !state.chosen.length;
    note.textContent = told(wish, selection);
  }

  return { element, show };
}
