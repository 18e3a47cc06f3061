// The quotes page: quotations come in shards, the newest first, and what has come is searched at every keystroke
// (haystack.js); the address keeps what is chosen.
"use strict";

const sureness = [50, 70, 80, 90, 95];
const fields = ["q", "source", "topic", "type", "who", "speaker", "kind", "sure", "from", "to", "order"];
// What an address may ask of a control; any other value is left aside, for the control could not show it.
const choosable = { source: quotes.sources, topic: quotes.topics, type: Object.keys(types), kind: Object.keys(kinds), sure: sureness.map(String), order: ["sure"] };
const [firstPage, nextPage, mostSpeakers, idDigits] = [30, 60, 18, 16];
const anySpeaker = { who: "", speaker: "" };

const form = document.getElementById("find");
const part = (id) => document.getElementById(id);
let chosen = fromAddress();
let found = { rows: [], counts: null };
let [shownRows, shownKey, isTyping] = [firstPage, "", false];

// Showing

function draw() {
  found = search(chosen);
  drawFilters();
  drawSpeakers();
  drawStatus();
  drawCards();
}

function drawFilters() {
  const { counts } = found;
  const all = (facet) => counts.without[0] + counts.without[1 << facets.indexOf(facet)];
  const choices = (names, numbers, words = (name) => name) => names.map((name, place) => [name, words(name), numbers[place]]);
  fill(form.source, all("source"), choices(sources.names, counts.source));
  fill(form.topic, all("topic"), choices(topics.names, counts.topic));
  fill(form.type, all("type"), choices(Object.keys(types), counts.type, (name) => types[name]));
  fill(form.kind, all("kind"), choices(Object.keys(kinds), counts.kind, (name) => kinds[name]));
  const least = (percent) => counts.sure.subarray(10 * percent).reduce((sum, each) => sum + each, 0);
  fill(form.sure, all("sure"), sureness.map((percent) => [String(percent), `${percent}% sure`, least(percent)]));
  for (const field of fields) {
    const input = form.elements[field];
    if (input && input.value !== (chosen[field] ?? "")) input.value = chosen[field];
  }
}

// Options are mended, not made anew, so that an open list stays open.
function fill(select, all, choices) {
  const rows = [["", "all", all], ...choices];
  if (select.options.length !== rows.length) select.replaceChildren(...rows.map(([value]) => make("option", { value })));
  rows.forEach(([value, words, number], place) => {
    const text = seen(`${words} (${count(number)})`);
    if (select.options[place].textContent !== text) select.options[place].textContent = text;
    select.options[place].value = value;
  });
}

function drawSpeakers() {
  const counts = found.counts.speaker;
  const most = [];
  counts.forEach((number, speaker) => {
    if (number > 0 && namedSpeakers.has(speaker) && (most.length < mostSpeakers || number > counts[most.at(-1)])) {
      most.splice(most.findLastIndex((other) => counts[other] >= number) + 1, 0, speaker);
      most.length = Math.min(most.length, mostSpeakers);
    }
  });
  const meant = chosen.who || chosen.speaker ? wantedSpeakers(chosen) : [];
  most.unshift(...meant.filter((speaker) => !most.includes(speaker)));
  const focused = document.activeElement?.closest("#most li")?.dataset.speaker;
  part("most").replaceChildren(...most.map((speaker) => {
    const name = speakerNames[speaker];
    const namesake = numbersOfName.get(name).length > 1 ? make("small", {}, ` ${toldApart(speaker)}`) : null;
    const button = make("button", { type: "button", "aria-pressed": String(meant.includes(speaker)) }, make("bdi", {}, name, namesake), make("b", {}, count(counts[speaker])));
    const item = make("li", {}, button);
    item.dataset.speaker = speaker;
    return item;
  }));
  if (focused !== undefined) [...part("most").children].find((item) => item.dataset.speaker === focused)?.firstChild.focus();
}

// What tells a speaker from another of the same name: the source of most of the quotations, and the identifier.
function toldApart(speaker) {
  const bySource = new Uint32Array(sources.names.length);
  for (const shard of shards) shard.speaker.forEach((other, row) => (bySource[shard.source[row]] += other === speaker ? 1 : 0));
  const source = sources.names[bySource.indexOf(Math.max(...bySource))];
  return speakerIds[speaker] ? `${source}, ${speakerIds[speaker].slice(0, 6)}` : `${source}, without a page`;
}

// The name of the speaker who is chosen, empty when none is.
function chosenName() {
  const [one] = chosen.who ? wantedSpeakers(chosen) : [];
  return chosen.who ? (speakerNames[one] ?? `speaker ${chosen.who}`) : chosen.speaker;
}

function drawStatus() {
  const { rows, counts } = found;
  const loaded = shards.reduce((sum, shard) => sum + shard.n, 0);
  const all = quotes.shards.reduce((sum, n) => sum + n, 0);
  const left = counts.undated ? ` ${plural(counts.undated, "undated one fits", "undated ones fit")} the rest and ${counts.undated === 1 ? "is" : "are"} left out.` : "";
  part("status").textContent = seen(`${count(rows.length)} of ${plural(loaded, "quotation", "quotations")}${chosenName() ? ` by ${chosenName()}` : ""}.${left}`);
  part("chosen").hidden = !chosenName();
  part("chosen").replaceChildren(make("bdi", {}, chosenName()), make("span", { "aria-hidden": "true" }, " ×"));
  part("chosen").setAttribute("aria-label", seen(`Remove the filter: speaker ${chosenName()}`));
  part("loading").hidden = loaded === all;
  part("loading").textContent = `The newest ${count(loaded)} of ${count(all)} are searched so far; the others are on their way.`;
  const meant = chosen.who || chosen.speaker ? wantedSpeakers(chosen) : [];
  const page = meant.length === 1 ? lookUp(pages.speakers, speakerIds[meant[0]]) : null;
  part("speakerpage").hidden = !page;
  if (page) part("speakerpage").replaceChildren(make("a", { href: page }, `All about ${chosenName()}`));
  part("download").disabled = rows.length === 0;
  const filters = fields.filter((field) => chosen[field] && field !== "q" && field !== "order").length;
  part("filtersummary").textContent = filters ? `Filters, ${filters} chosen` : "Filters";
  part("clear").disabled = fields.every((field) => !chosen[field]);
}

function drawCards() {
  const rows = found.rows.slice(0, shownRows);
  const key = rows.length ? JSON.stringify([found.terms, rows]) : "";
  part("more").hidden = found.rows.length <= shownRows;
  if (key && key === shownKey) return; // what the reader is in stays as it is when more shards come
  shownKey = key;
  part("found").replaceChildren(...(rows.length ? rows.map((row) => make("li", {}, card(...located(row)))) : [make("li", { class: "empty" }, ...whyNone())]));
}

function card(columns, row) {
  const type = typeOf(columns, row);
  const [speaker, article] = [columns.speaker[row], columns.article[row]];
  const { articles } = columns;
  const name = columns.speakers.speaker[speaker];
  const cue = columns.cues[columns.cue[row]];
  const words = marked(columns.words[row].replaceAll("\n", " "), found.terms);
  const address = lookUp(pages.speakers, columns.speakers.speaker_entity_id[speaker]) ?? `quotes.html#speaker=${encodeURIComponent(name)}`;
  const place = `article.html#a=${articles.article_id[article]}&q=${idOf(columns, row)}`;
  const known = columns.speakers.speaker_kind[speaker] !== "unknown";
  return make("figure", { class: `quote ${type}` },
    make("blockquote", {}, type === "direct" ? make("p", {}, "“", ...words, "”") : make("p", {}, ...words)),
    make("figcaption", {},
      make("p", { class: "speaker" }, make("bdi", {}, known ? make("a", { href: address }, ...marked(name, found.terms)) : "Speaker unknown"), cue ? make("span", {}, ` · ${cue}`) : ""),
      make("p", {}, linked(articles.source[article], lookUp(pages.sources, articles.source[article])), ` · ${day(articles.date[article])} · ${types[type]} · speaker ${Math.round(columns.sure[row] / 10)}% sure`),
      make("p", {}, make("a", { href: place }, make("bdi", {}, articles.headline[article] || "Article without a headline")), " ", placed(articles.path[article], columns.start[row]))));
}

// The end of the path is enough to know the file by.
function placed(path, start) {
  const file = path.split("/").slice(-2).join("/");
  return make("code", { class: "place", title: seen(`${path}:${start}`) }, file, make("span", { class: "whole" }, `:${start}`));
}

const typeOf = (columns, row) => ({ d: "direct", m: "mixed", i: "indirect" })[columns.type[row]];
const idOf = (columns, row) => columns.id.slice(row * idDigits, (row + 1) * idDigits);

// Why there is nothing, and which filter stands in the way.
function whyNone() {
  if (quotes.shards.length === 0) return ["No quotation has been read yet. Put articles into the inbox folder and run ", make("code", {}, "newsledger ingest"), "."];
  if (shards.length === 0) return ["The quotations are on their way."];
  const words = { words: "the words", source: `the source “${chosen.source}”`, topic: `the topic “${chosen.topic}”`, type: `“${lookUp(types, chosen.type) ?? chosen.type}”`, kind: `“speaker is ${lookUp(kinds, chosen.kind) ?? chosen.kind}”`, sure: `“${chosen.sure}% sure”`, days: "the dates", speaker: `the speaker “${chosenName()}”` };
  const ways = facets.flatMap((facet, place) => {
    const number = found.counts.without[1 << place];
    return number ? [" ", make("button", { type: "button", "data-without": facet }, `${count(number)} without ${words[facet]}`)] : [];
  });
  return [ways.length ? "No quotation passes all of these filters. There are" : "No quotation fits, and none would without any one of these filters.", ...ways];
}

// Choosing

function fromAddress() {
  const given = new URLSearchParams(location.hash.slice(1));
  return Object.fromEntries(fields.map((field) => [field, allowed(field, given.get(field) ?? "")]));
}

function allowed(field, value) {
  if (field === "from" || field === "to") return Object.assign(document.createElement("input"), { type: "date", value }).value;
  return !Object.hasOwn(choosable, field) || choosable[field].includes(value) ? value : "";
}

function choose(changed, { replace = false } = {}) {
  chosen = { ...chosen, ...changed };
  const kept = new URLSearchParams(fields.filter((field) => chosen[field]).map((field) => [field, chosen[field]]));
  history[replace ? "replaceState" : "pushState"](null, "", `#${kept}`);
  shownRows = firstPage;
  draw();
}

// A spreadsheet would run a cell that starts like a formula (OWASP, “CSV Injection”), as in reports/export.py.
function cell(value) {
  const text = seen(String(value)).replace(/^(\s*[=+\-@＝＋－＠]|[\t\r\n])/, "'$1");
  return `"${text.replaceAll('"', '""')}"`;
}

function csv() {
  const lines = found.rows.map((place) => {
    const [columns, row] = located(place);
    const [said, article] = [columns.speaker[row], columns.article[row]];
    const { articles, speakers: names } = columns;
    return [
      idOf(columns, row), articles.article_id[article], columns.words[row], typeOf(columns, row), names.speaker[said], names.speaker_kind[said],
      columns.cues[columns.cue[row]], columns.topic[row].map((topic) => columns.topics[topic]).join("; "), articles.source[article],
      articles.date[article], articles.headline[article], articles.path[article], columns.start[row], columns.sure[row] / 1000,
    ];
  });
  const head = ["quote_id", "article_id", "words", "type", "speaker", "speaker_kind", "cue", "topics", "source", "date", "headline", "path", "char_start", "confidence"];
  return `\ufeff${[head, ...lines].map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}

function download() {
  const address = URL.createObjectURL(new Blob([csv()], { type: "text/csv" }));
  make("a", { href: address, download: "quotations.csv" }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

form.addEventListener("input", (event) => {
  const field = event.target.name;
  choose({ [field]: event.target.value }, { replace: field === "q" && isTyping });
  isTyping = field === "q";
});
form.addEventListener("submit", (event) => event.preventDefault());
form.q.addEventListener("change", () => (isTyping = false));
part("most").addEventListener("click", (event) => {
  const speaker = Number(event.target.closest("li")?.dataset.speaker ?? -1);
  if (speaker < 0) return;
  const isChosen = event.target.closest("button")?.getAttribute("aria-pressed") === "true";
  const who = speakerIds[speaker];
  choose(isChosen ? anySpeaker : { who, speaker: who ? "" : speakerNames[speaker] });
});
part("chosen").addEventListener("click", () => {
  choose(anySpeaker);
  form.q.focus();
});
part("found").addEventListener("click", (event) => {
  const facet = event.target.dataset?.without;
  if (!facet) return;
  choose({ words: { q: "" }, days: { from: "", to: "" }, speaker: anySpeaker }[facet] ?? { [facet]: "" });
  form.q.focus();
});
part("more").addEventListener("click", () => {
  const next = shownRows;
  shownRows += nextPage;
  drawCards();
  part("found").children[next]?.querySelector("a").focus();
});
part("clear").addEventListener("click", () => {
  choose(Object.fromEntries(fields.map((field) => [field, ""])));
  form.q.focus();
});
part("download").addEventListener("click", download);
addEventListener("popstate", () => {
  chosen = fromAddress();
  [shownRows, isTyping] = [firstPage, false];
  draw();
});
addEventListener("keydown", (event) => {
  const isField = event.target.matches?.("input, select, textarea");
  if (event.key !== "/" || isField || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  form.q.focus();
});

const wide = matchMedia("(min-width: 901px)"); // there the filters have no heading to open them with
wide.addEventListener("change", () => (part("filters").open ||= wide.matches));

async function start() {
  part("filters").open = wide.matches;
  form.hidden = part("searched").hidden = false;
  if (quotes.days.length) for (const field of [form.from, form.to]) [field.min, field.max] = quotes.days;
  draw();
  for (let number = quotes.shards.length; number > 0; number--) {
    try {
      shards.push(read(await load(`quotes/${String(number).padStart(4, "0")}`)));
    } catch (error) {
      part("loading").textContent = error.message;
      if (!shards.length) part("found").replaceChildren(make("li", { class: "empty" }, "No quotation could be loaded."));
      return;
    }
    draw();
  }
}
start();
