import assert from "node:assert/strict";
import test from "node:test";
import { Finder } from "../finding.js";
import { fold, near } from "../folding.js";

const works = [
  ["A/RES/2200A(XXI)", "resolution", "assembly", { en: "International Covenants" }],
  ["A/RES/75/63", "resolution", "assembly", { en: "Parties to the NPT and disarmament", fr: "Désarmement nucléaire" }],
  ["treaty:npt", "treaty", "treaty", { en: "Treaty on the Non-Proliferation of Nuclear Weapons", zh: "不扩散核武器条约", ru: "Договор о нераспространении" }, ["NPT"]],
  ["S/RES/1540(2004)", "resolution", "council", { ru: "Ещё один вопрос" }],
  ["A/RES/75/76", "resolution", "assembly", { fr: "Rapport de l’Agence" }],
  ["A/75/76", "document", "assembly", {}],
  ["E/RES/1540(LI)", "resolution", "economic", {}],
  ["A/RES/217A(III)", "resolution", "assembly", { en: "Universal Declaration of Human Rights" }, ["UDHR"]],
  ["treaty:unclos", "treaty", "treaty", { en: "United Nations Convention on the Law of the Sea", ar: "اتفاقية الأمم المتحدة لقانون البحار" }, ["UNCLOS"]],
  ["treaty:mines", "treaty", "treaty", { en: "Mine Ban Convention", fr: "Convention d’Ottawa" }, ["Ottawa Treaty"]],
];
const documents = works.map(([symbol, kind, body, titles, aliases]) => ({ symbol, label: symbol === "treaty:npt" ? "NPT" : symbol, kind, body, titles, aliases }));
const vocabulary = {
  bodies: { council: ["security council", "unscr", "安全理事会"], assembly: ["general assembly", "ga"], economic: ["ecosoc"] },
  plain: ["resolution", "no", "第", "号", "决议", "résolution"].map(fold),
};
const finder = new Finder(documents, vocabulary);
const first = (query) => documents[finder.find(query)[0]?.row]?.symbol;

for (const [query, symbol] of [
  ["NPT", "treaty:npt"],
  ["npt", "treaty:npt"],
  ["UNSCR 1540", "S/RES/1540(2004)"],
  ["resolution 1540 (2004)", "S/RES/1540(2004)"],
  ["第1540(2004)号决议", "S/RES/1540(2004)"],
  ["第1540（2004）号决议", "S/RES/1540(2004)"],
  ["ECOSOC 1540", "E/RES/1540(LI)"],
  ["resolution 75/76 GA", "A/RES/75/76"],
  ["75/76", "A/RES/75/76"],
  ["a/res/75/76", "A/RES/75/76"],
  ["A / RES / 75 / 76", "A/RES/75/76"],
  ["https://undocs.org/en/A/RES/75/76", "A/RES/75/76"],
  ["undocs.org/S/RES/1540%20(2004)", "S/RES/1540(2004)"],
  ["https://docs.un.org/en/S/RES/1540(2004)", "S/RES/1540(2004)"],
  ["https://undocs.org/Home/Mobile?FinalSymbol=x&symbol=A/75/76&Language=E", "A/75/76"],
  ["UDHR", "A/RES/217A(III)"],
  ["217 (III)", "A/RES/217A(III)"],
  ["Ottawa Treaty", "treaty:mines"],
  ["convention d'ottawa", "treaty:mines"],
  ["desarmement nucleaire", "A/RES/75/63"],
  ["rapport de l'agence", "A/RES/75/76"],
  ["еще один вопрос", "S/RES/1540(2004)"],
  ["اتفاقيه الامم المتحدة", "treaty:unclos"],
  ["核武器条约", "treaty:npt"],
  ["unclso", "treaty:unclos"],
  ["univresal declaration", "A/RES/217A(III)"],
  ["non-prolifration", "treaty:npt"],
]) {
  test(`${query} finds ${symbol} first`, () => assert.equal(first(query), symbol));
}

test("deep links are forgiving, but never guess", () => {
  const resolved = (name) => documents[finder.resolve(name)]?.symbol;
  assert.equal(resolved("a/res/75/76"), "A/RES/75/76");
  assert.equal(resolved("UNCLOS"), "treaty:unclos");
  assert.equal(resolved("npt"), "treaty:npt");
  assert.equal(resolved("treaty:NPT"), "treaty:npt");
  assert.equal(resolved("s/res/1540"), "S/RES/1540(2004)");
  assert.equal(resolved("1540"), undefined); // two texts have this number
  assert.equal(resolved("A/RES/75/77"), undefined);
  assert.equal(resolved("convention"), undefined);
});

test("one letter more, less, other or in another place is one mistake", () => {
  assert.ok(["unclos", "uncloss", "unclo", "unclqs", "unlcos"].every((word) => near(word, "unclos", 1)));
  assert.ok(!near("uncl", "unclos", 1));
});

test("nothing is found where nothing answers", () => {
  assert.deepEqual(finder.find("zzzzzz"), []);
  assert.deepEqual(finder.find("   "), []);
});
