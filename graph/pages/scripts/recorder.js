// Records what is drawn on a canvas as SVG elements.

const SVG = "http://www.w3.org/2000/svg";
const ANCHORS = { center: "middle", start: "start", left: "start", end: "end", right: "end" };

export class Recorder {
  /** @param {{width: number, height: number}} size
   * @param {string} [unit] of the file's width and height; the drawing stays in CSS pixels
   * @param {number} [pixels] CSS pixels in a unit */
  constructor({ width, height }, unit = "", pixels = 1) {
    this.globalAlpha = 1;
    this.lineWidth = 1;
    this.fillStyle = this.strokeStyle = this.font = this.textAlign = this.textBaseline = this.lineJoin = "";
    this.root = document.createElementNS(SVG, "svg");
    this.group = /** @type {SVGElement} */ (this.root);
    this.pen = document.createElement("canvas").getContext("2d");
    const measure = (value) => `${Math.round((value / pixels) * 100) / 100}${unit}`;
    this.set(this.root, { xmlns: SVG, width: measure(width), height: measure(height), viewBox: `0 0 ${width} ${height}` });
    /** @type {string[]} */
    this.path = [];
  }
  set(element, values) {
    for (const [name, value] of Object.entries(values)) element.setAttribute(name, value);
  }
  add(name, values, words) {
    const element = document.createElementNS(SVG, name);
    this.set(element, this.globalAlpha < 1 ? { ...values, opacity: this.globalAlpha.toFixed(2) } : values);
    if (words !== undefined) element.textContent = words;
    this.group.append(element);
  }
  note(letter, ...numbers) {
    this.path.push(letter + numbers.map((each) => Number(each.toFixed(1))).join(" "));
  }
  beginPath() {
    this.path = [];
  }
  closePath() {
    this.path.push("Z");
  }
  moveTo(x, y) {
    this.note("M", x, y);
  }
  lineTo(x, y) {
    this.note("L", x, y);
  }
  quadraticCurveTo(a, b, x, y) {
    this.note("Q", a, b, x, y);
  }
  bezierCurveTo(...numbers) {
    this.note("C", ...numbers);
  }
  arc(x, y, r) {
    this.note("M", x + r, y);
    this.note("A", r, r, 0, 1, 1, x - r, y);
    this.note("A", r, r, 0, 1, 1, x + r, y);
  }
  fill() {
    if (this.path.length) this.add("path", { d: this.path.join(""), fill: this.fillStyle });
  }
  stroke() {
    if (this.path.length) this.add("path", { d: this.path.join(""), fill: "none", stroke: this.strokeStyle, "stroke-width": this.lineWidth });
  }
  fillRect(x, y, width, height) {
    this.add("rect", { x, y, width, height, fill: this.fillStyle });
  }
  save() {
    this.open({});
  }
  restore() {
    while (this.group !== this.root && !this.group.hasAttribute("data-saved")) this.group = /** @type {SVGElement} */ (this.group.parentNode);
    this.group.removeAttribute("data-saved");
    this.group = /** @type {SVGElement} */ (this.group.parentNode ?? this.root);
  }
  // A group inside the one of the moment; `save` begins one as well.
  open(values, saved = true) {
    const element = document.createElementNS(SVG, "g");
    this.set(element, saved ? { ...values, "data-saved": "" } : values);
    this.group.append(element);
    this.group = element;
  }
  translate(x, y) {
    this.open({ transform: `translate(${x.toFixed(2)} ${y.toFixed(2)})` }, false);
  }
  scale(x, y) {
    this.open({ transform: `scale(${x.toFixed(4)} ${y.toFixed(4)})` }, false);
  }
  clip() {
    const inner = document.createElementNS(SVG, "svg"); // what is outside an inner drawing is not shown
    const [x, y, width, height] = this.box;
    this.set(inner, { x, y, width, height, viewBox: `${x} ${y} ${width} ${height}` });
    this.group.append(inner);
    this.group = inner;
  }
  rect(x, y, width, height) {
    this.box = [x, y, width, height];
  }
  measureText(words) {
    this.pen.font = this.font;
    return this.pen.measureText(words);
  }
  anchor() {
    const [, weight = "", size = "12"] = /^(?:(bold|\d{3}) )?(\d+(?:\.\d+)?)px/.exec(this.font) ?? [];
    const family = this.font.replace(/^.*?px /, "");
    const values = { "font-family": family, "font-size": size, "text-anchor": ANCHORS[this.textAlign] || "start", "dominant-baseline": this.textBaseline === "middle" ? "central" : "auto" };
    return weight ? { ...values, "font-weight": weight } : values;
  }
  fillText(words, x, y) {
    this.add("text", { x: x.toFixed(1), y: y.toFixed(1), fill: this.fillStyle, ...this.anchor() }, words);
  }
  strokeText(words, x, y) {
    this.add("text", { x: x.toFixed(1), y: y.toFixed(1), fill: "none", stroke: this.strokeStyle, "stroke-width": this.lineWidth, "stroke-linejoin": "round", ...this.anchor() }, words);
  }
}
