// An article's text and the passages in it, made ready to show: plain functions, nothing of the page.
"use strict";

// The article in place `row` of a shard's columns, with its parts (`names.kind` …) as rows and its text as code points.
function articleOf(columns, row) {
  const article = { parts: {} };
  for (const [column, values] of Object.entries(columns)) {
    const [part, name] = column.split(".");
    if (name === undefined) article[part] = values[row];
    else article.parts[part] = rowsWith(article.parts[part] ?? [], name, values[row] ?? []);
  }
  const { segments, spans, names, quotes } = article.parts;
  for (const part of [segments, spans, names]) place(part);
  article.letters = Array.from(article.text); // offsets count code points, and a string counts UTF-16 units
  quotes.forEach((quote, number) => {
    quote.number = number;
    quote.spans = spans.filter((span) => span.quote === number);
  });
  return article;
}

function rowsWith(rows, name, values) {
  return values.map((value, place) => ({ ...rows[place], [name]: value }));
}

// A span is written as its way from the start of the one before, and its length.
function place(spans) {
  let start = 0;
  for (const span of spans) {
    start += span.gap;
    [span.start, span.end] = [start, start + span.length];
  }
}

function slice(article, start, end) {
  return article.letters.slice(start - article.first, end - article.first).join("");
}

// Spans made a tree that elements can be: each node has its span and its children, text is a node without span. A span
// that reaches beyond the one around it is continued after it, its later pieces with `again` set.
//
// Wider spans go outside narrower ones; of equal ones the earlier in the list goes outside.
function nested(spans, start, end) {
  const root = { start, end, children: [] };
  const waiting = spans
    .map((span, order) => ({ span, order, start: Math.max(span.start, start), end: Math.min(span.end, end), again: span.start < start }))
    .filter((piece) => piece.start < piece.end)
    .sort(outerFirst);
  const open = [root];
  let at = start;
  const close = (position) => {
    while (open.at(-1).end <= position && open.length > 1) {
      text(open.at(-1), at, open.at(-1).end);
      at = Math.max(at, open.pop().end);
    }
  };
  while (waiting.length) {
    const piece = waiting.shift();
    close(piece.start);
    const around = open.at(-1);
    if (piece.end > around.end) {
      const rest = { ...piece, start: around.end, again: true };
      waiting.splice(after(waiting, rest), 0, rest);
      piece.end = around.end;
    }
    text(around, at, piece.start);
    at = piece.start;
    const node = { ...piece, children: [] };
    around.children.push(node);
    open.push(node);
  }
  close(end);
  text(root, at, end);
  return root.children;
}

function outerFirst(one, other) {
  return one.start - other.start || other.end - one.end || one.order - other.order;
}

function after(waiting, piece) {
  const place = waiting.findIndex((other) => outerFirst(piece, other) < 0);
  return place < 0 ? waiting.length : place;
}

function text(node, start, end) {
  if (start < end) node.children.push({ start, end, span: null });
}
