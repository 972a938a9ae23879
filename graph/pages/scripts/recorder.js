// Records what is drawn on a canvas as SVG elements.
import { sketch } from "./sketch.js";

const SVG = "http://www.w3.org/2000/svg";

// Implements the part of the canvas API that the sketch uses, and records it as SVG elements.
export class Recorder {
  constructor({ width, height }) {
    this.globalAlpha = 1;
    this.lineWidth = 1;
    this.fillStyle = this.strokeStyle = this.font = this.textAlign = this.textBaseline = this.lineJoin = "";
    this.root = document.createElementNS(SVG, "svg");
    this.set(this.root, { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}` });
    this.path = [];
  }
  set(element, values) {
    for (const [name, value] of Object.entries(values)) element.setAttribute(name, value);
  }
  add(name, values, words) {
    const element = document.createElementNS(SVG, name);
    this.set(element, this.globalAlpha < 1 ? { ...values, opacity: this.globalAlpha.toFixed(2) } : values);
    if (words !== undefined) element.textContent = words;
    this.root.append(element);
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
  bezierCurveTo(a, b, c, d, x, y) {
    this.note("C", a, b, c, d, x, y);
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
  measureText(words) {
    return { width: words.length * 7 };
  }
  anchor() {
    const [, weight = "400", size = "12"] = /^(\d{3})? ?([\d.]+)px/.exec(this.font) ?? [];
    return { "font-family": sketch.FONT, "font-size": size, "font-weight": weight, "text-anchor": { center: "middle", start: "start", left: "start", end: "end" }[this.textAlign] || "start", "dominant-baseline": this.textBaseline === "middle" ? "central" : "auto" };
  }
  fillText(words, x, y) {
    this.add("text", { x: x.toFixed(1), y: y.toFixed(1), fill: this.fillStyle, ...this.anchor() }, words);
  }
  strokeText(words, x, y) {
    this.add("text", { x: x.toFixed(1), y: y.toFixed(1), fill: "none", stroke: this.strokeStyle, "stroke-width": this.lineWidth, "stroke-linejoin": "round", ...this.anchor() }, words);
  }
}
