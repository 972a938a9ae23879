// Records what is drawn on a canvas as a PDF page: lines and marks as vectors, Latin words as text in Helvetica, which every
// reader has, other words as masks of their shapes, since the fonts of a browser cannot be put into a file.

const POINTS = 0.75; // points in a CSS pixel
const FINE = 4; // dots of a mask in a CSS pixel
// What the encoding WinAnsi has beyond Latin-1.
const WINDOWS = new Map([["\u2026", 0x85], ["\u2018", 0x91], ["\u2019", 0x92], ["\u201c", 0x93], ["\u201d", 0x94], ["\u2022", 0x95], ["\u2013", 0x96], ["\u2014", 0x97]]);

const round = (value) => String(Math.round(value * 1000) / 1000);

// `#1b242e` → "0.106 0.141 0.18"
function colour(words) {
  const hex = /^#([0-9a-f]{6})/i.exec(words)?.[1] ?? "000000";
  return [0, 2, 4].map((at) => round(parseInt(hex.slice(at, at + 2), 16) / 255)).join(" ");
}

/** The words in WinAnsi, in hexadecimal; null where it lacks a letter.
 * @param {string} words
 * @returns {string | null} */
export function latin(words) {
  let codes = "";
  for (const sign of words) {
    const point = sign.codePointAt(0);
    const code = WINDOWS.get(sign) ?? ((point >= 32 && point < 127) || (point >= 160 && point < 256) ? point : null);
    if (code === null) return null;
    codes += code.toString(16).padStart(2, "0");
  }
  return codes;
}

export class PdfRecorder {
  /** @param {{width: number, height: number}} size in CSS pixels */
  constructor({ width, height }) {
    this.size = { width: width * POINTS, height: height * POINTS };
    /** @type {string[]} */
    this.parts = [`${POINTS} 0 0 -${POINTS} 0 ${round(this.size.height)} cm`, "1 J 1 j"];
    /** @type {string[]} */
    this.path = [];
    this.alphas = new Set();
    this.globalAlpha = 1;
    this.lineWidth = 1;
    this.fillStyle = this.strokeStyle = "#000000";
    this.font = "12px sans-serif";
    this.textAlign = this.textBaseline = this.lineJoin = "";
    this.pen = document.createElement("canvas").getContext("2d");
  }
  note(operator, ...numbers) {
    this.path.push(`${numbers.map(round).join(" ")} ${operator}`);
  }
  beginPath() {
    this.path = [];
  }
  closePath() {
    this.path.push("h");
  }
  moveTo(x, y) {
    this.at = [x, y];
    this.note("m", x, y);
  }
  lineTo(x, y) {
    this.at = [x, y];
    this.note("l", x, y);
  }
  quadraticCurveTo(a, b, x, y) {
    const [fromX, fromY] = this.at;
    this.bezierCurveTo(fromX + (2 / 3) * (a - fromX), fromY + (2 / 3) * (b - fromY), x + (2 / 3) * (a - x), y + (2 / 3) * (b - y), x, y);
  }
  bezierCurveTo(...numbers) {
    this.at = numbers.slice(4);
    this.note("c", ...numbers);
  }
  arc(x, y, r) {
    const k = r * 0.5523;
    this.note("m", x + r, y);
    this.note("c", x + r, y + k, x + k, y + r, x, y + r);
    this.note("c", x - k, y + r, x - r, y + k, x - r, y);
    this.note("c", x - r, y - k, x - k, y - r, x, y - r);
    this.note("c", x + k, y - r, x + r, y - k, x + r, y);
    this.at = [x + r, y];
  }
  // The state that operators need, then the operators.
  paint(...operators) {
    const alpha = Math.round(this.globalAlpha * 100);
    this.alphas.add(alpha);
    this.parts.push(`/A${alpha} gs`, ...operators);
  }
  fill() {
    if (this.path.length) this.paint(`${colour(this.fillStyle)} rg`, ...this.path, "f");
  }
  stroke() {
    if (this.path.length) this.paint(`${colour(this.strokeStyle)} RG ${round(this.lineWidth)} w`, ...this.path, "S");
  }
  fillRect(x, y, width, height) {
    this.paint(`${colour(this.fillStyle)} rg ${[x, y, width, height].map(round).join(" ")} re f`);
  }
  save() {
    this.parts.push("q");
  }
  restore() {
    this.parts.push("Q");
  }
  translate(x, y) {
    this.parts.push(`1 0 0 1 ${round(x)} ${round(y)} cm`);
  }
  scale(x, y) {
    this.parts.push(`${round(x)} 0 0 ${round(y)} 0 0 cm`);
  }
  rect(x, y, width, height) {
    this.path.push(`${[x, y, width, height].map(round).join(" ")} re`);
  }
  clip() {
    this.parts.push(...this.path, "W n");
  }
  measureText(words) {
    this.pen.font = this.font;
    return this.pen.measureText(words);
  }
  fillText(words, x, y) {
    this.write(words, x, y, 0);
  }
  strokeText(words, x, y) {
    this.write(words, x, y, 1);
  }
  write(words, x, y, mode) {
    const { width } = this.measureText(words);
    const size = Number(/(\d+(?:\.\d+)?)px/.exec(this.font)?.[1] ?? 12);
    const left = x - ({ center: 0.5, end: 1, right: 1 }[this.textAlign] ?? 0) * width;
    const base = this.textBaseline === "middle" ? y + size * 0.35 : y;
    const codes = latin(words);
    if (codes === null) return this.mask(words, left, base, { width, size, mode });
    // Helvetica is as wide as the font on the screen is made to be.
    const bold = /\b(?:bold|[6-9]00)\b/.test(this.font);
    this.pen.font = `${bold ? "bold " : ""}${size}px Helvetica, Arial, "Liberation Sans", sans-serif`;
    const stretch = (100 * width) / Math.max(1, this.pen.measureText(words).width);
    const ink = mode ? `${colour(this.strokeStyle)} RG ${round(this.lineWidth)} w 1 Tr` : `${colour(this.fillStyle)} rg 0 Tr`;
    return this.paint(`BT ${ink} /${bold ? "B" : "F"} ${round(size)} Tf ${round(stretch)} Tz 1 0 0 -1 ${round(left)} ${round(base)} Tm <${codes}> Tj ET`);
  }
  // Words as one bit a dot: painted in the colour of the moment.
  mask(words, left, base, { width, size, mode }) {
    const edge = this.lineWidth + 2;
    const [w, h] = [Math.ceil((width + 2 * edge) * FINE), Math.ceil((size * 1.6 + 2 * edge) * FINE)];
    const canvas = Object.assign(document.createElement("canvas"), { width: w, height: h });
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    pen.scale(FINE, FINE);
    Object.assign(pen, { font: this.font, lineWidth: this.lineWidth, lineJoin: "round" });
    if (mode) pen.strokeText(words, edge, edge + size * 1.2);
    else pen.fillText(words, edge, edge + size * 1.2);
    const { data } = pen.getImageData(0, 0, w, h);
    const stride = Math.ceil(w / 8);
    let bits = "";
    for (let row = 0; row < h; row += 1) {
      for (let byte = 0; byte < stride; byte += 1) {
        let value = 0;
        for (let bit = 0; bit < 8; bit += 1) if (byte * 8 + bit < w && data[(row * w + byte * 8 + bit) * 4 + 3] > 110) value |= 128 >> bit;
        bits += value.toString(16).padStart(2, "0");
      }
    }
    const [x, y] = [left - edge, base - size * 1.2 - edge];
    const place = `${round(w / FINE)} 0 0 ${round(-h / FINE)} ${round(x)} ${round(y + h / FINE)} cm`;
    this.paint(`q ${colour(mode ? this.strokeStyle : this.fillStyle)} rg ${place} BI /W ${w} /H ${h} /IM true /D [1 0] /F /AHx ID ${bits}> EI Q`);
  }

  /** The file.
   * @param {string} title
   * @returns {Promise<Blob>} */
  async blob(title) {
    const content = await deflate(new TextEncoder().encode(this.parts.join("\n")));
    const states = [...this.alphas].map((alpha) => `/A${alpha} << /ca ${alpha / 100} /CA ${alpha / 100} >>`).join(" ");
    const font = (name) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
    const words = "feff" + [...title.slice(0, 300)].flatMap((sign) => [...Array(sign.length).keys()].map((at) => sign.charCodeAt(at).toString(16).padStart(4, "0"))).join("");
    return assemble([
      ["<< /Type /Catalog /Pages 2 0 R >>"],
      ["<< /Type /Pages /Kids [3 0 R] /Count 1 >>"],
      [`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${round(this.size.width)} ${round(this.size.height)}] /Contents 4 0 R /Resources << /Font << /F 5 0 R /B 6 0 R >> /ExtGState << ${states} >> >> >>`],
      [`<< /Length ${content.length} /Filter /FlateDecode >>\nstream\n`, content, "\nendstream"],
      [font("Helvetica")],
      [font("Helvetica-Bold")],
      [`<< /Title <${words}> >>`],
    ]);
  }
}

async function deflate(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Objects and their table of places; the first is the catalogue, the last says what the file is.
 * @param {(string | Uint8Array<ArrayBuffer>)[][]} objects
 * @returns {Blob} */
function assemble(objects) {
  /** @type {(string | Uint8Array<ArrayBuffer>)[]} */
  const parts = ["%PDF-1.5\n"];
  const length = (part) => (typeof part === "string" ? new TextEncoder().encode(part).length : part.length);
  let at = length(parts[0]);
  const places = objects.map((object, number) => {
    const place = at;
    for (const part of [`${number + 1} 0 obj\n`, ...object, "\nendobj\n"]) {
      parts.push(part);
      at += length(part);
    }
    return place;
  });
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${at}\n%%EOF\n`);
  return new Blob(parts, { type: "application/pdf" });
}
