// How texts and lines look, on a canvas or in an SVG file. A stage gives each text's position; this draws it.
import { shortName, shortTitle } from "./naming.js";
import { ground } from "./page.js";
import { drawn, lit, scene, visible } from "./scene.js";

export const sketch = (() => {
  const { documents, pairs, about } = ground;
  const groups = about.groups.map(([name]) => ({ name }));
  const FONT = '"Noto Sans", "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "Noto Sans Arabic", "Geeza Pro", system-ui, sans-serif';
  const SIZE = 12; // font size of names, in screen pixels at every zoom level; larger on a large screen
  const LARGE = 900; // width of a drawing from which they grow
  const letters = ({ width }) => SIZE * Math.max(1, Math.min(1.5, width / LARGE));
  const widths = new Map(); // font and name → pixels
  const theme = {};

  /** The colours of the stylesheet: those of the reader's scheme, or the light ones, as for paper. */
  function readTheme({ light = false } = {}) {
    const rules = [...document.styleSheets[0].cssRules].filter((rule) => rule instanceof CSSStyleRule);
    const own = rules.find(({ selectorText }) => selectorText === ":root");
    const style = light && own ? own.style : getComputedStyle(document.documentElement);
    const value = (name) => style.getPropertyValue("--" + name).trim();
    for (const name of ["paper", "ink", "quiet", "rule", "line", "land", "cites", "citing", "chain"]) theme[name] = value(name);
    for (const name of about.bodies) theme[name] = { full: value(name), pale: value(name + "-pale") };
    for (const { name } of groups) theme[name] = value(name);
  }

  function outline(context, shape, x, y, r) {
    const corners = { square: [4, 45], diamond: [4, 0], triangle: [3, -90], triangleDown: [3, 90], hexagon: [6, 0] }[shape];
    if (!corners) return context.moveTo(x + r, y), context.arc(x, y, r, 0, 2 * Math.PI);
    for (let at = 0; at < corners[0]; at += 1) {
      const angle = ((corners[1] + (360 / corners[0]) * at) * Math.PI) / 180;
      const reach = shape === "square" ? r * 1.3 : r * 1.1;
      if (at) context.lineTo(x + reach * Math.cos(angle), y + reach * Math.sin(angle));
      else context.moveTo(x + reach * Math.cos(angle), y + reach * Math.sin(angle));
    }
    return context.closePath();
  }

  // Texts that look alike share a path: a canvas fills few long paths faster than many short ones.
  function drawTexts(context, rows, at) {
    const looks = new Map();
    for (const row of rows) {
      const key = documents[row].body + (documents[row].read ? "+" : "-");
      if (looks.has(key)) looks.get(key).push(row);
      else looks.set(key, [row]);
    }
    for (const [key, members] of looks) {
      const { full, pale } = theme[key.slice(0, -1)];
      context.fillStyle = key.endsWith("+") ? full : pale;
      context.strokeStyle = key.endsWith("+") ? theme.paper : full;
      for (let low = 0; low < members.length; low += 400) {
        context.beginPath();
        for (const row of members.slice(low, low + 400)) outline(context, about.shapes[documents[row].kind], at.x[row], at.y[row], at.r[row]);
        context.fill();
        context.lineWidth = 1.2;
        context.stroke();
      }
    }
  }

  // One line from the citing to the cited text, added to the path: a taper, an arc or a plain stroke.
  function addLine(context, style, x, y, toX, toY) {
    if (style === "arc") {
      const lift = Math.min(90, 8 + Math.abs(toX - x) * 0.25);
      context.moveTo(x, y);
      return context.quadraticCurveTo((x + toX) / 2, Math.min(y, toY) - lift, toX, toY);
    }
    if (style === "thin") return context.moveTo(x, y), context.lineTo(toX, toY);
    const length = Math.hypot(toX - x, toY - y) || 1;
    const [dx, dy] = [((toY - y) / length) * 1.3, ((x - toX) / length) * 1.3];
    context.moveTo(x + dx, y + dy);
    context.lineTo(x - dx, y - dy);
    return context.lineTo(toX, toY);
  }

  // The numbers of the pairs that can be seen, by the group that colours them.
  function shownPairs(stage, at) {
    const { width, height } = stage.size();
    const batches = groups.map(() => []);
    const beyond = (one, other, end) => Math.max(one, other) < 0 || Math.min(one, other) > end;
    for (let pair = 0; pair < pairs.from.length; pair += 1) {
      const [a, b] = [pairs.from[pair], pairs.to[pair]];
      if (!drawn(ground, pair) || stage.quiet?.(a) || stage.quiet?.(b) || stage.skips?.(pair)) continue;
      if (beyond(at.x[a], at.x[b], width) || beyond(at.y[a], at.y[b], height + 90)) continue;
      batches[scene.shown.group[pair]].push(pair);
    }
    return batches;
  }

  function drawLines(context, stage, at) {
    const batches = shownPairs(stage, at);
    const total = batches.reduce((sum, each) => sum + each.length, 0);
    const arrows = stage.style === "taper" && pairs.from.length <= 300;
    const draw = (pair) => {
      const [a, b] = [pairs.from[pair], pairs.to[pair]];
      if (arrows) drawArrow(context, at, a, b, 5);
      else addLine(context, stage.style, at.x[a], at.y[a], at.x[b], at.y[b]);
    };
    context.lineJoin = "round";
    context.globalAlpha = Math.min(0.85, Math.max(0.1, (stage.style === "arc" ? 7 : 14) / Math.sqrt(total + 1)));
    context.lineWidth = stage.style === "thin" ? 0.7 : 1;
    // The most frequent first, so that a rare relation is not hidden under the others.
    for (const batch of [...batches.keys()].sort((a, b) => batches[b].length - batches[a].length)) {
      context.strokeStyle = context.fillStyle = theme[groups[batch].name];
      for (let low = 0; low < batches[batch].length; low += 250) {
        context.beginPath();
        batches[batch].slice(low, low + 250).forEach(draw);
        if (stage.style === "taper" && !arrows) context.fill();
        else context.stroke();
      }
    }
    context.globalAlpha = 1;
    drawChains(context, pairs.series, at, stage.chains?.());
  }

  function drawChains(context, links, at, width = 2.5) {
    context.strokeStyle = theme.chain;
    context.lineWidth = width;
    context.beginPath();
    for (const [later, earlier] of links) {
      if (!visible(later) || !visible(earlier)) continue;
      context.moveTo(at.x[later], at.y[later]);
      context.lineTo(at.x[earlier], at.y[earlier]);
    }
    context.stroke();
  }

  function drawArrow(context, at, a, b, head, style) {
    const bend = style === "arc" ? Math.min(at.y[a], at.y[b]) - Math.min(90, 8 + Math.abs(at.x[b] - at.x[a]) * 0.25) : null;
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

  // The neighbours of the selected text, else of the one under the pointer, that pass the filter.
  function fan(row) {
    const { cites, citedBy } = ground.around(row);
    const seen = (pair) => drawn(ground, pair);
    return { cites: cites.filter(seen).map((pair) => pairs.to[pair]), citedBy: citedBy.filter(seen).map((pair) => pairs.from[pair]) };
  }

  // Dim everything, then redraw the text in focus, its lines and its neighbours.
  function drawFocus(context, stage, at) {
    const row = lit();
    const { width, height } = stage.size();
    const { cites, citedBy } = fan(row);
    context.globalAlpha = scene.chosen === null ? 0.72 : 0.86;
    context.fillStyle = theme.paper;
    context.fillRect(0, 0, width, height);
    context.globalAlpha = 1;
    const chain = ground.chain(row);
    drawChains(context, chain.slice(1).map((later, place) => [later, chain[place]]), at);
    context.lineWidth = 1.4;
    for (const [others, stroke, outward] of [[citedBy, theme.citing, false], [cites, theme.cites, true]]) {
      context.strokeStyle = stroke;
      context.beginPath();
      for (const other of others) drawArrow(context, at, outward ? row : other, outward ? other : row, 8, stage.style);
      context.stroke();
    }
    drawTexts(context, [...new Set([...chain.filter(visible), ...citedBy, ...cites, row])], at);
    context.beginPath();
    outline(context, "dot", at.x[row], at.y[row], at.r[row] + 5);
    context.strokeStyle = theme.ink;
    context.lineWidth = 2;
    context.stroke();
  }

  // The buttons and the panel cover the drawing: no name may be placed under them.
  function covered() {
    const frame = document.getElementById("stage").getBoundingClientRect();
    const boxes = [...document.querySelectorAll(".zoom, #panel")].map((each) => each.getBoundingClientRect()).filter(({ width }) => width);
    return boxes.map((box) => ({ left: box.left - frame.left, right: box.right - frame.left, top: box.top - frame.top, bottom: box.bottom - frame.top }));
  }

  const apart = (a, b) => a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top;

  const inside = (at, row, { width, height }) => at.x[row] > 0 && at.x[row] < width && at.y[row] > 0 && at.y[row] < height;

  // What no name may cover: buttons, panel, labels of the stage, and the larger texts.
  function obstacles(stage, at, few) {
    const taken = [...(stage.blocked?.() || []), ...covered()].map((box) => ({ ...box, row: -1, rank: -1 }));
    for (const row of few ?? documents.keys()) {
      const [x, y, r] = [at.x[row], at.y[row], at.r[row]];
      if (r > 4 && visible(row) && inside(at, row, stage.size())) taken.push({ left: x - r, right: x + r, top: y - r, bottom: y + r, row, rank: few ? 0 : row });
    }
    return few ? taken : taken.slice(0, 1500);
  }

  // The places where a name may stand, the best first; beside a text in focus outside, where fewer lines are.
  function spots(at, row, half, few, { width, height }) {
    const [tall, r] = [letters({ width }) * 0.65, at.r[row]];
    const gap = r + tall + (row === scene.chosen ? 8 : 2);
    const side = few && at.y[row] < at.y[lit()] ? -gap : gap;
    return [[0, side], [0, -side], [half + r, 0], [-half - r, 0]]
      .map(([x, y]) => ({ left: at.x[row] + x - half, right: at.x[row] + x + half, top: at.y[row] + y - tall, bottom: at.y[row] + y + tall, row, rank: -1 }))
      .filter((box) => box.left > 0 && box.right < width && box.top > 0 && box.bottom < height);
  }

  function widthOf(context, name) {
    const key = context.font + name;
    if (!widths.has(key)) widths.set(key, context.measureText(name).width);
    return widths.get(key);
  }

  // Names keep one size on the screen; the more cited come first and none may cover another or a large text.
  function drawNames(context, stage, at) {
    const size = stage.size();
    const near = lit() === null ? null : fan(lit());
    const few = near && [...new Set([lit(), ...ground.chain(lit()), ...[...near.cites, ...near.citedBy].sort((a, b) => a - b)])];
    const rows = few ?? stage.naming().slice(0, 4000);
    const firm = few ? 1 : size.width < 600 ? 6 : 12; // this many are named even where a name covers less cited texts
    const blocking = obstacles(stage, at, few);
    const most = few ? 70 : stage.names();
    let named = 0;
    Object.assign(context, { font: `${letters(size)}px ${FONT}`, textAlign: "center", textBaseline: "middle", lineJoin: "round", lineWidth: 3.5, strokeStyle: theme.paper, fillStyle: theme.ink });
    for (const [place, row] of rows.entries()) {
      if (named >= most) break;
      if (!inside(at, row, size) || !(visible(row) || row === scene.chosen)) continue;
      const name = stage.titled?.() ? shortTitle(row) : shortName(row);
      const free = (box) => blocking.every((other) => other.row === row || apart(box, other) || (place < firm && other.rank >= firm) || row === scene.chosen);
      const spot = spots(at, row, widthOf(context, name) / 2 + 3, few, size).find(free);
      if (!spot) continue;
      blocking.push({ ...spot, row: -1 });
      named += 1;
      context.strokeText(name, (spot.left + spot.right) / 2, (spot.top + spot.bottom) / 2);
      context.fillText(name, (spot.left + spot.right) / 2, (spot.top + spot.bottom) / 2);
    }
  }

  // The screen positions of all texts.
  function places(stage) {
    const at = { x: new Float32Array(documents.length), y: new Float32Array(documents.length), r: new Float32Array(documents.length) };
    stage.project(at);
    return at;
  }

  const seen = (at, { width, height }) => [...documents.keys()].reverse().filter((row) => visible(row) && at.x[row] > -40 && at.x[row] < width + 40 && at.y[row] > -40 && at.y[row] < height + 40);

  function drawBase(context, stage) {
    const at = places(stage);
    if (stage.ground) stage.ground(context);
    if (stage.lines) stage.lines(context);
    else drawLines(context, stage, at);
    drawTexts(context, seen(at, stage.size()), at);
  }

  function drawTop(context, stage) {
    if (stage.top) return stage.top(context);
    const at = places(stage);
    if (lit() !== null) drawFocus(context, stage, at);
    drawNames(context, stage, at);
    return stage.frame?.(context);
  }

  // Everything at once, on any ground: for pictures.
  function paint(context, stage, bare) {
    const { width, height } = stage.size();
    context.globalAlpha = 1;
    context.fillStyle = theme.paper;
    if (!bare) context.fillRect(0, 0, width, height);
    drawBase(context, stage);
    drawTop(context, stage);
  }

  // Resize a canvas to its box and return its context, scaled to CSS pixels.
  function fresh(canvas, { width, height }) {
    const ratio = devicePixelRatio || 1;
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    const context = canvas.getContext("2d");
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    return context;
  }

  return { fan, lit, readTheme, theme, places, drawLines, drawTexts, drawBase, drawTop, paint, fresh, covered, letters, FONT };
})();
