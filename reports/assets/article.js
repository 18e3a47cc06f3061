// The article page: the article that its address names (#a=ARTICLE&q=QUOTE), with every passage explained.
"use strict";

const at = (id) => document.getElementById(id);
const typeNames = { PERSON: "Persons", ORG: "Organisations", PLACE: "Places", MISC: "Other names" };
const fieldNames = { source: "Source", content_date: "Date", bylines: "Byline", headline: "Headline", subhead: "Standfirst", section: "Section", agency: "Agency", dateline_place: "Dateline", sign_off: "Sign-off" };
const bases = new Map(); // shards that were asked for, by name
let article = null;
let chosenQuote = null;

// The words for a name of a rule, kind or class.
const inWords = (table, name) => lookUp(explanations[table], name) ?? name.replaceAll("_", " ");
const percent = (share) => `${Math.round(share * 100)}%`;

async function display() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const id = asked.get("a") ?? "";
  if (article?.article_id !== id) {
    const { hash } = location;
    const answer = await fetched(id).catch((error) => ({ trouble: error.message }));
    if (location.hash !== hash) return; // something else was asked for meanwhile
    if (!answer) return missing(id ? "No such article" : "No article chosen", whyMissing(id));
    if (answer.trouble) return missing("This article cannot be shown", answer.trouble);
    article = answer;
    drawArticle();
  }
  const wanted = asked.get("q");
  const quote = wanted ? article.parts.quotes.find(({ id: whole }) => whole === wanted || (wanted.length === 8 && whole.startsWith(wanted))) : null; // 8: of older reports
  if (quote) explainQuote(quote, { scroll: true });
  else if (wanted) explain(make("p", {}, `This article has no quotation ${wanted}: it may have been read anew since the link was made.`));
}

// The article of this identifier, null when there is none.
async function fetched(id) {
  if (!/^[0-9a-f]{16}$/.test(id)) return null;
  const { digits, shards } = at("article").dataset;
  const shard = id.slice(0, Number(digits));
  if (!shards.split(" ").includes(shard)) return null;
  if (!bases.has(shard)) bases.set(shard, load(`articles/${shard}`));
  const columns = await bases.get(shard).catch((error) => {
    bases.delete(shard); // the next time it may be there
    throw error;
  });
  const row = columns.article_id.indexOf(id);
  return row < 0 ? null : articleOf(columns, row);
}

function missing(headline, why) {
  article = null;
  document.title = `${headline} – newsledger`;
  at("read").hidden = true;
  at("kicker").textContent = "Article";
  at("headline").textContent = headline;
  at("standfirst").replaceChildren(seen(why), " ", make("a", { href: "quotes.html" }, "Search the quotations"), ".");
}

function whyMissing(id) {
  if (!id) return "An article is opened from its headline, on any other page.";
  return `This report holds no article ${id.slice(0, 40)}. It may have been removed, or its file has changed since the link was made.`;
}

// The head and the facts

function drawArticle() {
  const { headline, source, date, subhead } = article;
  document.title = `${seen(headline ?? "Article")} – newsledger`;
  at("kicker").replaceChildren(linked(source, lookUp(pages.sources, source)), ` · ${day(date)}`);
  at("headline").textContent = seen(headline ?? "Article without a headline");
  at("standfirst").textContent = seen(subhead ?? "");
  at("facts").replaceChildren(...facts());
  at("text").replaceChildren(...blocks());
  at("named").replaceChildren(...namedGroups());
  at("neighbours").replaceChildren(...neighbours());
  for (const step of ["previous", "next"]) at(step).disabled = article.parts.quotes.length === 0;
  chosenQuote = null;
  at("why").classList.remove("open");
  at("read").hidden = false;
}

function facts() {
  const known = [
    fact("Source", article.source, "source"),
    fact("Date", article.date_precision === "inferred_year" ? `${day(article.date)}, its year inferred: ${article.date_basis}` : day(article.date), "content_date"),
    fact("Headline", article.headline ?? "none found", "headline"),
    article.bylines.length && fact("Byline", article.bylines.join(", "), "bylines"),
    article.section && fact("Section", article.section, "section"),
    article.dateline_place && fact("Dateline", [article.dateline_place, article.dateline_date].filter(Boolean).join(", "), "dateline_place"),
    article.agency && fact("Agency", article.agency, "agency"),
    article.sign_off.length && fact("Sign-off", article.sign_off.join("; "), "sign_off"),
    make("div", {}, make("dt", {}, "Topics"), make("dd", {}, ...topicLinks())),
    make("div", {}, make("dt", {}, "Length"), make("dd", {}, `${plural(article.n_words, "word", "words")} in ${plural(article.n_sentences, "sentence", "sentences")}, ${plural(article.parts.quotes.length, "quotation", "quotations")}; language ${article.language}`)),
    make("div", {}, make("dt", {}, "File"), make("dd", {}, make("code", {}, article.path), article.n_paths > 1 ? ` and ${plural(article.n_paths - 1, "other path", "other paths")}` : "", article.in_file ? `, article ${article.article_no} of ${article.in_file.length}` : "", make("span", { class: "of" }, " article "), make("code", {}, article.article_id))),
    article.quality_flags.length && make("div", {}, make("dt", {}, "Mind"), make("dd", {}, `${article.quality_flags.map((flag) => inWords("flags", flag)).join("; ")}.`)),
  ];
  return known.filter(Boolean);
}

function topicLinks() {
  if (!article.topics) return ["none found"];
  return article.topics.flatMap((topic, place) => [place ? ", " : "", linked(topic, lookUp(pages.topics, topic)), ` ${percent(article.topic_scores[place])}`]);
}

// A field with the reasons why it has its value.
function fact(label, value, field) {
  const reasons = article.parts.evidence.filter((row) => row.field === field);
  const why = reasons.length ? make("details", {}, make("summary", {}, "Why"), make("ul", {}, ...reasons.map(reason))) : null;
  return make("div", {}, make("dt", {}, label), make("dd", {}, make("bdi", {}, value), why));
}

function reason(row) {
  const printed = row.start === null ? null : slice(article, row.start, row.end);
  const value = row.value !== null && row.value !== printed ? `${row.value}: ` : "";
  return make("li", {}, value, inWords("evidence", row.rule), printed === null ? "" : make("q", {}, printed.length > 120 ? `${printed.slice(0, 120)} …` : printed), make("span", { class: "of" }, ` ${percent(row.confidence)} sure`));
}

function neighbours() {
  const links = (article.in_file ?? []).map((id, place) => (id === article.article_id ? null : make("a", { href: `#a=${id}` }, `Article ${place + 1} of the same file`)));
  if (article.earlier) links.push(make("a", { href: `#a=${article.earlier}` }, `← Earlier, ${article.source}`));
  if (article.later) links.push(make("a", { href: `#a=${article.later}` }, `Later, ${article.source} →`));
  return links.filter(Boolean);
}

// The text

// Segments that share a line share a block: a dateline and the paragraph that it opens.
function blocks() {
  const rows = [];
  let end = article.first;
  for (const segment of article.parts.segments) {
    const between = slice(article, end, segment.start);
    if (rows.length && !between.includes("\n")) rows.at(-1).push(between, segment);
    else rows.push([segment]);
    end = segment.end;
  }
  const passages = passagesOf(article);
  return rows.map((pieces) => make("p", { class: `block ${pieces[0].kind}`, dir: "auto" }, ...pieces.flatMap((piece) => (typeof piece === "string" ? [piece] : segmentPieces(piece, passages)))));
}

function segmentPieces(segment, passages) {
  const within = passages.filter((span) => span.start < segment.end && span.end > segment.start);
  const shown = nested(within, segment.start, segment.end).flatMap(elements);
  if (segment.kind === "body") return shown;
  return [make("span", { class: "kind" }, inWords("segments", segment.kind), " "), make("span", { class: segment.kind === "headline" || segment.kind === "crosshead" ? "title" : "furniture" }, ...shown)];
}

// Utterances go outside the words that report them, and these outside names.
function passagesOf({ parts }) {
  const said = parts.quotes.flatMap((quote) => quote.spans.map((span) => ({ ...span, quote })));
  const contents = said.filter((span) => span.role === "content");
  const firsts = new Set();
  for (const span of contents) {
    span.isFirst = !firsts.has(span.quote);
    firsts.add(span.quote);
  }
  return [...contents, ...said.filter((span) => span.role !== "content"), ...parts.names.map((name) => ({ ...name, named: parts.called[name.name] }))];
}

function elements(node) {
  if (!node.span) return [seen(slice(article, node.start, node.end))];
  const { span } = node;
  const children = node.children.flatMap(elements);
  if (span.named) return [make("span", { class: `name ${span.named.type.toLowerCase()}`, "data-name": span.name }, ...children)];
  if (span.role !== "content") return [make("span", { class: `role-${span.role}`, "data-quote": span.quote.number }, ...children)];
  const number = span.isFirst && !node.again ? [make("button", { type: "button", class: "number", "data-quote": span.quote.number, "aria-label": seen(`Quotation ${span.quote.number + 1}: ${speakerOf(span.quote)}`) }, String(span.quote.number + 1))] : [];
  return [...number, make("span", { class: `said ${span.quote.type}`, "data-quote": span.quote.number }, ...children)];
}

// Names

function nameOf(place) {
  const printed = article.parts.names.find((name) => name.name === place);
  return article.parts.called[place].name ?? slice(article, printed.start, printed.end).replace(/\s+/g, " ");
}

function namedGroups() {
  const times = (place) => article.parts.names.filter((name) => name.name === place).length;
  const groups = Object.entries(typeNames).map(([type, title]) => {
    const rows = article.parts.called.flatMap((called, place) => (called.type === type ? [place] : []));
    return rows.length && make("div", {}, make("h3", {}, title), make("ul", {}, ...rows.map((place) => make("li", {}, make("button", { type: "button", "data-name": place }, make("bdi", {}, nameOf(place))), make("b", {}, String(times(place)))))));
  });
  return groups.some(Boolean) ? groups.filter(Boolean) : [make("p", { class: "empty" }, "No name was found in this text.")];
}

function explainName(place) {
  const called = article.parts.called[place];
  const printed = article.parts.names.filter((name) => name.name === place);
  const forms = [...new Set(printed.map((name) => `“${slice(article, name.start, name.end).replace(/\s+/g, " ")}”${name.kind === "name" ? "" : ` (${inWords("mentionKinds", name.kind)})`}`))];
  mark(`[data-name="${place}"]`);
  explain(
    make("h3", {}, linked(nameOf(place), called.speaker && lookUp(pages.speakers, called.speaker))),
    make("p", { class: "sub" }, `${inWords("entityTypes", called.type)}, ${plural(printed.length, "place", "places")} in this text`),
    listed([
      ["Taken for it because", `${inWords("bases", called.basis)}; ${percent(called.confidence)} sure.`],
      ["Printed as", forms.join(", ")],
      called.country && ["Country", called.country],
      called.geonames && ["GeoNames", String(called.geonames)],
      ["Said by or of", make("a", { href: `quotes.html#q=${encodeURIComponent(`"${nameOf(place)}"`)}` }, "search the quotations")],
    ]));
}

// Quotations

const spansOf = (quote, role) => quote.spans.filter((span) => span.role === role);
const wordsOf = (quote, role) => spansOf(quote, role).map((span) => slice(article, span.start, span.end).replace(/\s+/g, " ")).join(" … ");

function speakerOf(quote) {
  if (quote.name !== null) return nameOf(quote.name);
  return quote.speaker ?? (wordsOf(quote, "source") || "(speaker unknown)");
}

function explainQuote(quote, { scroll = false } = {}) {
  chosenQuote = quote.number;
  history.replaceState(null, "", `#a=${article.article_id}&q=${quote.id}`);
  mark(`[data-quote="${quote.number}"]`);
  const contents = spansOf(quote, "content");
  const [start, end] = [contents[0].start, contents.at(-1).end];
  const words = wordsOf(quote, "content");
  const page = quote.name === null ? null : lookUp(pages.speakers, article.parts.called[quote.name].speaker);
  explain(
    make("p", { class: "sub" }, `Quotation ${quote.number + 1} of ${article.parts.quotes.length}`),
    make("h3", {}, linked(speakerOf(quote), page)),
    make("blockquote", { class: quote.type }, make("p", {}, words)),
    listed([
      ["Quoted", `${inWords("types", quote.type)}${quote.speech ? "" : "; a belief, wish or decision, which no count takes for something said"}`],
      ["Speaker is", inWords("speakerKinds", quote.speaker_kind)],
      ["Why this speaker", whySpeaker(quote)],
      ["How sure", percent(quote.confidence)],
      quote.signals && ["What weighed most", make("ul", { class: "signals" }, ...signalsOf(quote.signals).map(signalRow))],
      wordsOf(quote, "cue") && ["Reported by", `“${wordsOf(quote, "cue")}”${quote.cue_class ? `, which ${inWords("cues", quote.cue_class)}` : ""}`],
      quote.channel && ["Said in", `${inWords("channels", quote.channel)}${wordsOf(quote, "channel") ? `: “${wordsOf(quote, "channel")}”` : ""}`],
      quote.addressee && ["Said to", quote.addressee],
      quote.topics && ["About", quote.topics.join(", ")],
      ["Place", make("span", {}, make("code", {}, article.path), `, characters ${count(start)} to ${count(end)}`)],
      ["Raw words", make("code", { class: "raw" }, slice(article, start, end))],
      ["Identifier", make("span", {}, make("code", {}, quote.id), " for ", make("code", {}, `newsledger show ${quote.id}`))],
    ]));
  if (scroll) document.querySelector(`.number[data-quote="${quote.number}"]`)?.scrollIntoView({ block: "start" });
}

function signalRow({ feature, weight }) {
  const words = featureWords(feature);
  return make("li", {}, words === null ? make("code", {}, feature) : make("span", { title: seen(feature) }, words), make("b", {}, ` ${weight.replace("-", "−")}`));
}

// A rule is how the printed speaker was joined to the words and, after a plus, what the printed speaker is.
function whySpeaker(quote) {
  const [joined, meant] = quote.rule.split("+");
  const printed = wordsOf(quote, "source");
  return `${printed ? `“${printed}”` : "The speaker"} ${inWords("attribution", joined)}${meant ? `; it is ${inWords("meaning", meant)}` : ""}.`;
}

function step(by) {
  const { quotes } = article.parts;
  if (!quotes.length) return;
  const from = chosenQuote ?? (by > 0 ? -1 : 0);
  explainQuote(quotes[(from + by + quotes.length) % quotes.length], { scroll: true });
}

// The explanation

function listed(rows) {
  return make("dl", {}, ...rows.filter(Boolean).map(([term, value]) => make("div", {}, make("dt", {}, term), make("dd", {}, value))));
}

function explain(...contents) {
  at("explained").replaceChildren(...contents);
  at("explained").scrollTop = 0;
  at("why").classList.add("open");
}

function mark(selector) {
  for (const element of document.querySelectorAll("#read .on")) element.classList.remove("on");
  for (const element of document.querySelectorAll(`#read ${selector}`)) element.classList.add("on");
}

at("read").addEventListener("click", (event) => {
  const { quote, name } = event.target.closest("[data-name], [data-quote]")?.dataset ?? {};
  if (name !== undefined) {
    explainName(Number(name));
    if (event.target.closest("#named")) document.querySelector(`#text [data-name="${name}"]`)?.scrollIntoView({ block: "center" });
  } else if (quote !== undefined) explainQuote(article.parts.quotes[Number(quote)]);
});
at("layers").addEventListener("change", (event) => at("text").classList.toggle(`no-${event.target.value}`, !event.target.checked));
at("previous").addEventListener("click", () => step(-1));
at("next").addEventListener("click", () => step(1));
at("close").addEventListener("click", () => at("why").classList.remove("open"));
addEventListener("hashchange", display);
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches?.("input") || !article) return;
  if (event.key === "j") step(1);
  if (event.key === "k") step(-1);
  if (event.key === "Escape") at("why").classList.remove("open");
});
const wide = matchMedia("(min-width: 721px)"); // on a phone the text comes first
const unfold = () => (at("known").open = wide.matches);
wide.addEventListener("change", unfold);
unfold();
for (const box of at("layers").querySelectorAll("input")) at("text").classList.toggle(`no-${box.value}`, !box.checked);
display();
