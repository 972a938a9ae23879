// The map: groups of texts that cite one another are islands with names; between islands one line stands for all citations, and only
// those of the text in focus are drawn one by one.
import { language } from "../language.js";
import { makeStage } from "../drawing/stage.js";
import { islands } from "../map/coast.js";
import { canvasView } from "./canvas.js";

const CLOSE = 1.8; // scale from which lines between islands are drawn one by one
const MANY = 6000; // citations from which lines are thin

function make(data) {
  const { documents, pairs } = data;
  const places = { ...data.block("places-map") }; // columns: x, y, cluster; sizes: least and greatest radius; names: of each cluster, by language
  // In portrait orientation the map is rotated.
  if (innerHeight > innerWidth) [places.x, places.y] = [places.y.map((each) => -each), places.x];
  // Discs grow in area with how often their text is cited, up to a bound that the most cited of the whole collection sets.
  const [smallest, largest] = places.sizes;
  const most = documents.reduce((least, { cited }) => Math.max(least, cited || 0), 1);
  const growth = Math.min(3, (largest - smallest) / Math.sqrt(most));
  const stage = makeStage(data, {
    stage: "map",
    style: pairs.from.length > MANY ? "thin" : "taper",
    ...{ x: places.x, y: places.y, clusters: places.cluster },
    sizeOf: (cited) => smallest + growth * Math.sqrt(cited),
    scale: ({ kx }) => Math.min(1.6, kx),
    least: 0.9,
    named: ({ kx }) => Math.max(0, 70 * (kx - 0.75)),
    titled: ({ kx }) => kx > 2.2,
    far: ({ kx }) => kx < CLOSE,
    chains: ({ kx }) => Math.max(0.4, Math.min(2.5, 1.4 * kx)),
    data: { land: islands(places.cluster, places.x, places.y) },
    words: () => ({ islands: places.names.map((names) => names[language.code()] || names[language.first] || "") }),
    surface: { margin: { left: 24, right: 24, top: 24, bottom: 24 }, widest: 6, closest: 1.8 }, // closest: for a text and its neighbours
  });
  return Object.assign(stage, {
    geometry: () => ({ signs: stage.boxes().map(({ left, right, top, bottom, island }) => ({ id: island, left, right, top, bottom })) }),
  });
}

export const map = canvasView({ name: "map", suits: () => true, make });
