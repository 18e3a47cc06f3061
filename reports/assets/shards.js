// What the pages drawn by script share: data files are loaded by script elements (a page from a disk may not fetch),
// unpacked, and shown as text only.
"use strict";

const awaited = new Map();

// Every data file calls this with its name and its contents: zlib, so many bytes, 15 bits in each sign from U+3000 on.
function take(name, length, signs) {
  const bytes = new Uint8Array(length);
  let [held, bits, at] = [0, 0, 0];
  for (let i = 0; at < length; i++) {
    held = (held << 15) | (signs.charCodeAt(i) - 0x3000);
    bits += 15;
    while (bits >= 8 && at < length) bytes[at++] = held >> (bits -= 8);
    held &= (1 << bits) - 1;
  }
  awaited.get(name)(bytes);
}

// What a data file holds. The promise fails with a sentence for the reader.
async function load(name) {
  if (typeof DecompressionStream === "undefined") {
    throw new Error("This browser cannot unpack the data of this page: it takes a browser of 2023 or later.");
  }
  const bytes = await new Promise((resolve, reject) => {
    awaited.set(name, resolve);
    const script = make("script", { src: `data/${name}.js` });
    script.onerror = () => reject(new Error(`The file data/${name}.js of this report is missing.`));
    document.head.append(script);
  });
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(unpacked).text());
}

// An element with attributes and contents; strings among the contents become text, never markup (`seen` is app.js's).
function make(tag, attributes = {}, ...contents) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...contents.filter((each) => each !== null && each !== undefined && each !== "").map((each) => (typeof each === "string" ? seen(each) : each)));
  return element;
}

// Names come from articles: one called “constructor” may not find what every object has.
const lookUp = (table, name) => (Object.hasOwn(table, name) ? table[name] : undefined);

function linked(text, address, attributes = {}) {
  return address ? make("a", { href: address, ...attributes }, text) : make("span", attributes, text);
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
function day(iso) {
  if (!iso) return "undated";
  const [year, month, date] = iso.split("-").map(Number);
  return `${date} ${months[month - 1]} ${year}`;
}

const count = (number) => number.toLocaleString("en");
const plural = (number, one, many) => `${count(number)} ${number === 1 ? one : many}`;
