// The legend: the signs of the kinds, each a switch that shows or hides its texts, and how to read size, filling and lines.
const legend = (() => {
  const kinds = document.getElementById("kinds");
  const signs = document.getElementById("signs");
  const off = new Set();

  function render(toggle) {
    const counts = new Map();
    for (const { kind } of model.documents) counts.set(kind, (counts.get(kind) || 0) + 1);
    kinds.replaceChildren(
      ...model.about.kinds.map((kind) => {
        const box = make("input", { type: "checkbox", "data-kind": kind });
        box.checked = !off.has(kind);
        box.addEventListener("change", () => {
          if (box.checked) off.delete(kind);
          else off.add(kind);
          toggle(kind, box.checked);
        });
        const label = make("label", { title: language.say("legend.toggle", { kind: language.say("kind." + kind) }) }, box);
        label.append(
          makeSign(model.about.shapes[kind], { color: `var(--${kind})` }),
          make("span", { text: language.say("kind." + kind) }),
          make("span", { class: "count", text: language.number(counts.get(kind)) }),
        );
        return label;
      }),
    );
    const line = (color) => make("span", { class: "stroke " + color, "aria-hidden": "true", text: "⟶" });
    const size = make("span", { class: "sizes", "aria-hidden": "true", text: "•●" });
    const item = (sign, key) => make("li", {}, sign, make("span", { text: language.say(key) }));
    signs.replaceChildren(
      item(makeSign("dot"), "legend.read"),
      item(makeSign("dot", { filled: false }), "legend.cited-only"),
      item(size, "legend.size"),
      item(make("span", { class: "stroke", "aria-hidden": "true", text: model.about.arrows ? "⟶" : "▶" }), model.about.arrows ? "legend.arrow" : "legend.taper"),
      item(line("out"), "legend.chosen"),
      item(line("in"), "legend.citing"),
    );
  }

  return { render };
})();
