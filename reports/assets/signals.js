// What weighed most in a verdict, in words: features of the models as explanations.signals (reports/signals.py) has them.
"use strict";

// The weights end a feature: "cue=say|bare +0.9; closes=; -0.2".
const signalsOf = (printed) => [...printed.matchAll(/(.*?) ([+-]\d+\.\d)(?:; |$)/gs)].map(([, feature, weight]) => ({ feature, weight }));

// The words for a feature, or null where a part of it has none.
function featureWords(feature) {
  const parts = feature.split("|");
  const said = parts.map((part, place) => {
    const elsewhere = place === 0 && !/^(?:gap|between|edge|break)=/.test(parts[1] ?? ""); // no side of the words, but a speaker
    const speaker = elsewhere ? lookUp(explanations.attribution, part) : undefined;
    return speaker === undefined ? partWords(part) : `the speaker ${speaker}`;
  });
  return said.includes(undefined) ? null : [...new Set(said.filter(Boolean))].join(", ");
}

function partWords(part) {
  const ends = [...part.matchAll(/[=: ]/g)].map(({ index }) => index + 1).filter((end) => end < part.length);
  for (const end of [part.length, ...ends.reverse()]) {
    const words = lookUp(explanations.signals, part.slice(0, end));
    if (words !== undefined) return words.replace("{}", () => part.slice(end));
  }
  return undefined;
}
