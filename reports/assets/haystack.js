// Quotations in a form that is searched at every keystroke; nothing here knows the page.
//
// They come in shards. A shard keeps the folded words of its quotations in one long string, its haystack, a line each: a
// word is looked for in all of it at once. Everything else that a quotation is chosen by is a number in a typed array.
"use strict";

const kinds = {
  named_person: "a named person", organisation: "an organisation", metonym: "a place for its government",
  unnamed: "somebody unnamed", document: "a document", unknown: "not known",
};
const namedKinds = ["named_person", "organisation", "metonym"];
const types = { direct: "word for word", mixed: "partly word for word", indirect: "paraphrase" };
const facets = ["words", "source", "topic", "type", "kind", "sure", "days", "speaker"]; // a bit each of what a row fails
const sources = numbered(quotes.sources);
const topics = numbered(quotes.topics);
const speakers = numbered([]); // entities with a page, then names: who has no page is known by name only
const speakerNames = []; // by number, as all that follow
const speakerIds = []; // empty without a page
const namedSpeakers = new Set(); // persons, organisations and places, no “they” and no “an aide”
const numbersOfName = new Map();
const shards = []; // the newest first
const maxRows = 2 ** 20; // of a shard: a row of any is one number

// Names that occur in every shard, by number.
function numbered(names) {
  const places = new Map(names.map((name, place) => [name, place]));
  const of = (name) => {
    if (!places.has(name)) places.set(name, names.push(name) - 1);
    return places.get(name);
  };
  return { names, of, place: (name) => places.get(name) ?? -1 };
}

// Reading a shard

// Lower case, without accents; whatever is no letter and no digit becomes a space. Classes of Unicode are slow to match:
// they are asked of what is not ASCII only.
function folded(text) {
  return text
    .normalize("NFKD").toLowerCase().replace(/\p{M}+/gu, "")
    .replace(/[\u0080-\uffff]+/g, (run) => run.replace(/[^\p{L}\p{N}]+/gu, " "))
    .replace(/[^a-z0-9\n\u0080-\uffff]+/g, " ");
}

function read(columns) {
  const n = columns.words.length;
  const said = columns.speakers;
  const line = (row) => ` ${columns.words[row]} | ${said.speaker[columns.speaker[row]]} `.replaceAll("\n", " ");
  const haystack = folded(Array.from({ length: n }, (_, row) => line(row)).join("\n"));
  const numbers = (names, number) => names.map(number);
  const ofArticle = {
    source: numbers(columns.articles.source, sources.of),
    day: numbers(columns.articles.date, (date) => Number(date.replaceAll("-", ""))),
  };
  const ofSpeaker = {
    number: said.speaker.map((name, row) => speakerNumber(name, said.speaker_entity_id[row])),
    kind: numbers(said.speaker_kind, (kind) => Object.keys(kinds).indexOf(kind)),
  };
  const topicOf = numbers(columns.topics, topics.of);
  said.speaker_kind.forEach((kind, row) => {
    if (namedKinds.includes(kind)) namedSpeakers.add(ofSpeaker.number[row]);
  });
  return {
    columns, n, haystack, starts: lineStarts(haystack, n),
    source: Uint16Array.from(columns.article, (article) => ofArticle.source[article]),
    day: Uint32Array.from(columns.article, (article) => ofArticle.day[article]),
    speaker: Uint32Array.from(columns.speaker, (speaker) => ofSpeaker.number[speaker]),
    kind: Uint8Array.from(columns.speaker, (speaker) => ofSpeaker.kind[speaker]),
    type: Uint8Array.from(columns.type, (letter) => "dmi".indexOf(letter)),
    sure: Uint16Array.from(columns.sure), // per mille
    topics: columns.topic.map((places) => places.map((place) => topicOf[place])),
  };
}

// Two entities of one name are two speakers.
function speakerNumber(name, id) {
  const number = speakers.of(id ? `who=${id}` : `speaker=${name}`);
  if (number === speakerNames.length) {
    speakerNames.push(name);
    speakerIds.push(id);
    numbersOfName.set(name, [...(numbersOfName.get(name) ?? []), number]);
  }
  return number;
}

function lineStarts(haystack, n) {
  const starts = new Uint32Array(n + 1);
  for (let row = 1; row < n; row++) starts[row] = haystack.indexOf("\n", starts[row - 1]) + 1;
  starts[n] = haystack.length + 1;
  return starts;
}

// Searching

// A row of any shard: the columns of its shard, and its place in them.
const located = (row) => [shards[Math.floor(row / maxRows)].columns, row % maxRows];

// Each word begins a word of the quotation, what stands in marks is there as it is; scripts without spaces match anywhere.
function termsOf(query) {
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
  const terms = [...query.matchAll(/["“”„«»]([^"“”„«»]+)["“”„«»]?|[^\s"“”„«»]+/g)].flatMap(([all, phrase]) => {
    const plain = folded(phrase ?? all).trim();
    if (!plain) return [];
    return [unspaced.test(plain) ? plain : phrase ? ` ${plain} ` : ` ${plain}`];
  });
  return [...new Set(terms)];
}

// For each row, whether it holds every term.
function holdsAll(shard, terms) {
  let holds = new Uint8Array(shard.n).fill(1);
  let rows = null; // once they are few: to look into them is faster than to look through the haystack
  for (const term of terms) {
    if (rows === null) {
      holds = alsoHolds(shard, term, holds);
      const left = holds.reduce((sum, each) => sum + each, 0);
      if (left * 50 <= shard.n) rows = Array.from(holds.keys()).filter((row) => holds[row]);
    } else {
      for (const row of rows) if (!lineOf(shard, row).includes(term)) holds[row] = 0;
      rows = rows.filter((row) => holds[row]);
    }
  }
  return holds;
}

function alsoHolds({ haystack, starts, n }, term, before) {
  const holds = new Uint8Array(n);
  let row = 0;
  for (let at = haystack.indexOf(term); at >= 0; at = haystack.indexOf(term, starts[row + 1])) {
    row = rowAt(starts, at, row);
    holds[row] = before[row];
  }
  return holds;
}

const lineOf = ({ haystack, starts }, row) => haystack.slice(starts[row], starts[row + 1] - 1);

function rowAt(starts, at, low) {
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= at) low = middle;
    else high = middle;
  }
  return low;
}

// The rows that pass every filter, and for each filter the counts that its other choices would give.
function search(chosen) {
  const wanted = wantedNumbers(chosen);
  const most = 1000; // per mille
  const counts = {
    source: new Uint32Array(sources.names.length), topic: new Uint32Array(topics.names.length), type: new Uint32Array(3),
    kind: new Uint32Array(6), sure: new Uint32Array(most + 1), speaker: new Uint32Array(speakers.names.length),
    without: new Uint32Array(1 << facets.length), undated: 0,
  };
  const bySureness = Array.from({ length: most + 1 }, () => []); // all in the last one where the newest come first
  shards.forEach((shard, number) => {
    const holds = holdsAll(shard, wanted.terms);
    for (let row = shard.n - 1; row >= 0; row--) {
      const failed = failures(shard, row, holds[row], wanted);
      if (failed === 0) bySureness[chosen.order === "sure" ? shard.sure[row] : most].push(number * maxRows + row);
      if ((failed & (failed - 1)) === 0) tally(counts, shard, row, failed);
    }
  });
  return { rows: bySureness.reverse().flat(), counts, terms: wanted.terms };
}

function wantedNumbers(chosen) {
  const days = (date) => Number(date.replaceAll("-", ""));
  const place = (names, name) => (name ? names.place(name) : -2); // -2: any, -1: one that no quotation has
  return {
    terms: termsOf(chosen.q), source: place(sources, chosen.source), topic: place(topics, chosen.topic),
    speakers: chosen.who || chosen.speaker ? new Set(wantedSpeakers(chosen)) : null, type: chosen.type ? Object.keys(types).indexOf(chosen.type) : -2,
    kind: chosen.kind ? Object.keys(kinds).indexOf(chosen.kind) : -2, sure: 10 * Number(chosen.sure),
    from: days(chosen.from), to: days(chosen.to) || Infinity, dated: Boolean(chosen.from || chosen.to),
  };
}

// Numbers of the speakers who are meant: an entity, or those of a name. Of these the one without a page, for those with
// one are linked by identifier; all of them when there is none.
function wantedSpeakers({ who, speaker }) {
  const number = speakers.place(who ? `who=${who}` : `speaker=${speaker}`);
  if (number >= 0) return [number];
  return who ? [] : (numbersOfName.get(speaker) ?? []);
}

// A bit for each facet (in their order) that keeps the row out.
function failures(shard, row, holds, wanted) {
  const day = shard.day[row];
  return (
    Number(holds === 0) |
    (Number(wanted.source !== -2 && shard.source[row] !== wanted.source) << 1) |
    (Number(wanted.topic !== -2 && !shard.topics[row].includes(wanted.topic)) << 2) |
    (Number(wanted.type !== -2 && shard.type[row] !== wanted.type) << 3) |
    (Number(wanted.kind !== -2 && shard.kind[row] !== wanted.kind) << 4) |
    (Number(shard.sure[row] < wanted.sure) << 5) |
    (Number(wanted.dated && (day === 0 || day < wanted.from || day > wanted.to)) << 6) |
    (Number(wanted.speakers !== null && !wanted.speakers.has(shard.speaker[row])) << 7)
  );
}

// A row that fails nothing counts everywhere; one that fails a single facet counts among that one's other choices.
function tally(counts, shard, row, failed) {
  counts.without[failed]++;
  if (failed === 0 || failed === 2) counts.source[shard.source[row]]++;
  if (failed === 0 || failed === 4) for (const topic of shard.topics[row]) counts.topic[topic]++;
  if (failed === 0 || failed === 8) counts.type[shard.type[row]]++;
  if (failed === 0 || failed === 16) counts.kind[shard.kind[row]]++;
  if (failed === 0 || failed === 32) counts.sure[shard.sure[row]]++;
  if (failed === 64 && shard.day[row] === 0) counts.undated++;
  if (failed === 0 || failed === 128) counts.speaker[shard.speaker[row]]++;
}

// The text in pieces, those that were searched for marked.
function marked(text, terms) {
  let plain = " ";
  const places = [0]; // of each sign of `plain` in the text
  let at = 0;
  for (const sign of text) {
    for (const letter of folded(sign)) {
      if (letter === " " && plain.endsWith(" ")) continue;
      plain += letter;
      for (let unit = 0; unit < letter.length; unit++) places.push(at);
    }
    at += sign.length;
  }
  plain += " ";
  places.push(text.length, text.length);
  const hits = terms.flatMap((term) => {
    const hit = [];
    const [lead, trail] = [Number(term.startsWith(" ")), Number(term.endsWith(" "))];
    for (let i = plain.indexOf(term); i >= 0; i = plain.indexOf(term, i + 1)) hit.push([places[i + lead], places[i + term.length - trail]]);
    return hit;
  });
  const pieces = [];
  let done = 0;
  for (const [start, end] of hits.sort(([a], [b]) => a - b)) {
    if (end <= done) continue;
    pieces.push(text.slice(done, Math.max(start, done)), make("mark", {}, text.slice(Math.max(start, done), end)));
    done = end;
  }
  return [...pieces, text.slice(done)];
}
