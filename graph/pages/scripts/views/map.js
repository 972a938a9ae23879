// The map: groups of texts that cite one another are islands with names; between islands one line stands for all citations, and only
// those of the text in focus are drawn one by one.
import { language } from "../language.js";
import { bridges, islands } from "../map/coast.js";
import { signs } from "../map/names.js";
import { drawn, scene } from "../scene.js";
import { sketch } from "../sketch.js";
import { makeSurface } from "../surface.js";
import { canvasView } from "./canvas.js";

// Discs grow in area with how often their text is cited, up to a bound that the most cited of the whole collection sets.
function radiusOf(ground, [smallest, largest]) {
  const most = ground.documents.reduce((least, { cited }) => Math.max(least, cited || 0), 1);
  const step = Math.min(3, (largest - smallest) / Math.sqrt(most));
  return (row) => smallest + step * Math.sqrt(scene.shown.cited[row]);
}

function make(data) {
  const { documents, pairs } = data;
  const places = { ...data.block("places-map") }; // columns: x, y, cluster; sizes: least and greatest radius; names: of each cluster, by language
  const discOf = radiusOf(data, places.sizes);
  const order = [...documents.keys()];
  const OPEN = 1; // scale from which the texts of an island can be told apart
  const CLOSE = 1.8; // scale from which lines between islands are drawn one by one
  const MOST = 3; // bridges per island
  // In portrait orientation the map is rotated.
  if (innerHeight > innerWidth) [places.x, places.y] = [places.y.map((each) => -each), places.x];
  const land = islands(places.cluster, places.x, places.y);
  const pen = document.createElement("canvas").getContext("2d");
  let between = null; // the bridges under the filter of the moment
  let shown = { key: "", signs: [] };

  const nameOf = (island) => {
    const names = places.names[island] ?? {};
    return names[language.code()] || names[language.first] || "";
  };
  const disc = ({ x, y, reach }, { kx, ox, oy }) => ({ x: x * kx + ox, y: y * kx + oy, r: reach * kx + 6 });

  function measure(words, size) {
    pen.font = `600 ${size}px ${sketch.FONT}`;
    return pen.measureText(words).width;
  }

  function onScreen(row, { kx, ox, oy }) {
    const { width, height } = surface.size();
    const [x, y] = [places.x[row] * kx + ox, places.y[row] * kx + oy];
    return x > 0 && x < width && y > 0 && y < height;
  }

  // Names are placed once for a view; pointing at a text changes none of them.
  function named(view, size) {
    const key = [view.kx, view.ox, view.oy, size.width, size.height, language.code(), sketch.covered().length].join();
    if (shown.key !== key) {
      const discs = land.map((island, number) => ({ name: nameOf(number), open: view.kx > OPEN, ...disc(island, view) }));
      shown = { key, signs: signs(discs, size, measure, sketch.covered()) };
    }
    return shown.signs;
  }

  function drawBridges(context, view) {
    between ??= bridges(pairs, places.cluster, (pair) => drawn(data, pair));
    const most = between[0]?.count ?? 1;
    context.strokeStyle = sketch.theme.line;
    context.globalAlpha = Math.max(0.15, Math.min(0.5, 0.5 / view.kx));
    for (const { one, other, count } of between.slice(0, MOST * land.length)) {
      const [a, b] = [disc(land[one], view), disc(land[other], view)];
      context.lineWidth = Math.max(0.6, 9 * Math.sqrt(count / most));
      context.beginPath();
      context.moveTo(a.x, a.y);
      context.quadraticCurveTo((a.x + b.x) / 2 + (b.y - a.y) * 0.12, (a.y + b.y) / 2 - (b.x - a.x) * 0.12, b.x, b.y);
      context.stroke();
    }
    context.globalAlpha = 1;
  }

  function drawLand(context, view) {
    context.fillStyle = context.strokeStyle = sketch.theme.land;
    context.lineJoin = "round";
    context.lineWidth = Math.max(8, 26 * view.kx);
    for (const { hull } of land) {
      context.beginPath();
      hull.forEach(({ x, y }, place) => (place ? context.lineTo(x * view.kx + view.ox, y * view.kx + view.oy) : context.moveTo(x * view.kx + view.ox, y * view.kx + view.oy)));
      context.closePath();
      context.stroke();
      context.fill();
    }
  }

  function drawSigns(context, view, size) {
    if (scene.chosen !== null) return; // the names of the chosen text and its neighbours need the room
    const quiet = sketch.lit() !== null;
    Object.assign(context, { textAlign: "center", textBaseline: "middle", lineJoin: "round", strokeStyle: sketch.theme.paper, globalAlpha: quiet ? 0.35 : 1 });
    for (const { lines, x, top } of named(view, size)) {
      let y = top + 1;
      for (const { words, size: letters } of lines) {
        context.font = `600 ${letters}px ${sketch.FONT}`;
        context.lineWidth = letters / 4;
        context.fillStyle = sketch.theme.ink;
        context.strokeText(words, x, y + letters * 0.6);
        context.fillText(words, x, y + letters * 0.6);
        y += letters * 1.2;
      }
    }
    context.globalAlpha = 1;
  }

  const surface = makeSurface({
    style: pairs.from.length > 6000 ? "thin" : "taper",
    x: places.x,
    y: places.y,
    radius: (row, { kx }) => Math.max(0.9, discOf(row) * Math.min(1.6, kx)),
    margin: { left: 24, right: 24, top: 24, bottom: 24 },
    widest: 6,
    closest: 1.8, // for a text and its neighbours
    naming: () => order,
    names: ({ kx }) => Math.max(0, 70 * (kx - 0.75)),
    titled: ({ kx }) => kx > 2.2,
    ground: (context, view) => {
      drawBridges(context, view);
      drawLand(context, view);
    },
    frame: drawSigns,
    chains: ({ kx }) => Math.max(0.4, Math.min(2.5, 1.4 * kx)),
    blocked: (view, size) => (sketch.lit() === null ? named(view, size) : []),
    skips: (pair, view) => {
      const [a, b] = [pairs.from[pair], pairs.to[pair]];
      return places.cluster[a] !== places.cluster[b] && !(view.kx >= CLOSE && onScreen(a, view) && onScreen(b, view));
    },
  });
  const refresh = surface.refresh;
  return Object.assign(surface, {
    refresh: () => {
      between = null;
      refresh();
    },
    geometry: () => ({ signs: named(surface.view, surface.size()).map(({ left, right, top, bottom, island }) => ({ id: island, left, right, top, bottom })) }),
  });
}

export const map = canvasView({ name: "map", suits: () => true, make });
