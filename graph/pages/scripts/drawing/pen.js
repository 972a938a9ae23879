// How texts and lines look, on any canvas.

export const FONT = '"Noto Sans", "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "Noto Sans Arabic", "Geeza Pro", system-ui, sans-serif';
const SIZE = 12; // font size of names, in screen pixels at every zoom level; larger on a large screen
const LARGE = 900; // width of a drawing from which they grow
const TOGETHER = 400; // texts in one path

/** The size of the letters of names. @param {{width: number}} size of the drawing */
export const letters = ({ width }) => SIZE * Math.max(1, Math.min(1.5, width / LARGE));

/** @typedef {CanvasRenderingContext2D} Pen */

/** @param {Pen} context
 * @param {string} shape
 * @param {number} x
 * @param {number} y
 * @param {number} r */
export function outline(context, shape, x, y, r) {
  const corners = { square: [4, 45], diamond: [4, 0], triangle: [3, -90], triangleDown: [3, 90], hexagon: [6, 0] }[shape];
  if (!corners) {
    context.moveTo(x + r, y);
    context.arc(x, y, r, 0, 2 * Math.PI);
    return;
  }
  for (let at = 0; at < corners[0]; at += 1) {
    const angle = ((corners[1] + (360 / corners[0]) * at) * Math.PI) / 180;
    const reach = shape === "square" ? r * 1.3 : r * 1.1;
    if (at) context.lineTo(x + reach * Math.cos(angle), y + reach * Math.sin(angle));
    else context.moveTo(x + reach * Math.cos(angle), y + reach * Math.sin(angle));
  }
  context.closePath();
}

/** Draw texts. Those that look alike share a path: a canvas fills few long paths faster than many short ones.
 * @param {Pen} context
 * @param {Pick<import("./types.js").Plate, "looks" | "dress">} plate
 * @param {Record<string, any>} theme
 * @param {ArrayLike<number>} rows
 * @param {import("./types.js").At} at */
export function drawTexts(context, { looks, dress }, theme, rows, at) {
  /** @type {number[][]} */
  const alike = dress.map(() => []);
  for (let place = 0; place < rows.length; place += 1) alike[looks[rows[place]]].push(rows[place]);
  context.lineWidth = 1.2;
  dress.forEach(({ shape, body, read }, look) => {
    const members = alike[look];
    const { full, pale } = theme[body];
    context.fillStyle = read ? full : pale;
    context.strokeStyle = read ? theme.paper : full;
    for (let low = 0; low < members.length; low += TOGETHER) {
      context.beginPath();
      for (const row of members.slice(low, low + TOGETHER)) outline(context, shape, at.x[row], at.y[row], at.r[row]);
      context.fill();
      context.stroke();
    }
  });
}

/** The height of the top of an arc between two texts. @param {number} wide @param {number} y @param {number} other */
const crown = (wide, y, other) => Math.min(y, other) - Math.min(90, 8 + Math.abs(wide) * 0.25);

/** Add one line from the citing to the cited text to the path: a taper, an arc or a plain stroke.
 * @param {Pen} context
 * @param {string} style
 * @param {number} x
 * @param {number} y
 * @param {number} toX
 * @param {number} toY */
export function addLine(context, style, x, y, toX, toY) {
  if (style === "arc") {
    context.moveTo(x, y);
    context.quadraticCurveTo((x + toX) / 2, crown(toX - x, y, toY), toX, toY);
  } else if (style === "thin") {
    context.moveTo(x, y);
    context.lineTo(toX, toY);
  } else {
    const length = Math.hypot(toX - x, toY - y) || 1;
    const [dx, dy] = [((toY - y) / length) * 1.3, ((x - toX) / length) * 1.3];
    context.moveTo(x + dx, y + dy);
    context.lineTo(x - dx, y - dy);
    context.lineTo(toX, toY);
  }
}

/** Add an arrow from one text to another to the path.
 * @param {Pen} context
 * @param {import("./types.js").At} at
 * @param {number} a
 * @param {number} b
 * @param {number} head length of its head
 * @param {string} [style] */
export function addArrow(context, at, a, b, head, style) {
  const bend = style === "arc" ? crown(at.x[b] - at.x[a], at.y[a], at.y[b]) : null;
  const [fromX, fromY] = bend === null ? [at.x[a], at.y[a]] : [(at.x[a] + at.x[b]) / 2, bend];
  const length = Math.hypot(at.x[b] - fromX, at.y[b] - fromY) || 1;
  const [x, y] = [(at.x[b] - fromX) / length, (at.y[b] - fromY) / length];
  const [tipX, tipY] = [at.x[b] - x * (at.r[b] + 2), at.y[b] - y * (at.r[b] + 2)];
  context.moveTo(at.x[a], at.y[a]);
  if (bend === null) context.lineTo(tipX, tipY);
  else context.quadraticCurveTo(fromX, fromY, tipX, tipY);
  context.moveTo(tipX - x * head - y * head * 0.5, tipY - y * head + x * head * 0.5);
  context.lineTo(tipX, tipY);
  context.lineTo(tipX - x * head + y * head * 0.5, tipY - y * head - x * head * 0.5);
}

/** Draw the lines of series.
 * @param {Pen} context
 * @param {Iterable<number[]>} links later, earlier
 * @param {import("./types.js").At} at
 * @param {Uint8Array} visible
 * @param {string} colour
 * @param {number} width */
export function drawChains(context, links, at, visible, colour, width = 2.5) {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.beginPath();
  for (const [later, earlier] of links) {
    if (!visible[later] || !visible[earlier]) continue;
    context.moveTo(at.x[later], at.y[later]);
    context.lineTo(at.x[earlier], at.y[earlier]);
  }
  context.stroke();
}
