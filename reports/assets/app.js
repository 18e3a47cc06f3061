// What every page does: sortable tables, the stamp of the run, the theme. A page is complete without this file.
"use strict";

// The same characters as reports/text.py shows as marks; for the scripts that print texts of articles.
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The text with every control and bidi character replaced by a mark that shows it. */
function seen(text) {
  return text.replace(UNSEEN, (mark) => `[U+${mark.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);
}

{
  const collator = new Intl.Collator("en", { numeric: true });

  const compare = (one, other) => {
    const numbers = [Number(one), Number(other)];
    return one !== "" && other !== "" && numbers.every(Number.isFinite) ? numbers[0] - numbers[1] : collator.compare(one, other);
  };

  const sortBy = (table, heading) => {
    const now = heading.getAttribute("aria-sort");
    const up = now ? now === "descending" : !heading.classList.contains("num");
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", up ? "ascending" : "descending");
    const value = ({ cells }) => cells[heading.cellIndex].dataset.value ?? cells[heading.cellIndex].textContent;
    const rows = [...table.tBodies[0].rows].sort((one, other) => compare(value(one), value(other)) * (up ? 1 : -1));
    table.tBodies[0].append(...rows);
  };

  for (const table of document.querySelectorAll("table[data-sortable]")) {
    table.tHead.addEventListener("click", (event) => {
      const button = event.target.closest("button.sort");
      if (button) sortBy(table, button.closest("th"));
    });
  }
}

// What the whole site rests on, kept in one file so that a page stays the same until its own rows change.
if (window.edition) {
  const { run, status, ended, dates, articles, version } = window.edition;
  const say = (id, text) => {
    const place = document.getElementById(id);
    if (!place) return;
    place.textContent = seen(text);
    place.hidden = false;
  };
  say("stamp", run ? `Run ${status} ${ended}` : "No run yet");
  document.getElementById("stamp").classList.toggle("completed", status === "completed");
  say("dates", dates.charAt(0).toUpperCase() + dates.slice(1));
  const held = `${articles.toLocaleString("en")} ${articles === 1 ? "article" : "articles"}, ${dates}.`;
  say("edition", `${held} ${run ? `Run ${run} ${status} ${ended}, newsledger ${version}. ` : ""}This page needs no network.`);
}

// Theme: as the device says, until the reader chooses. theme.js sets the choice before the page is drawn.
{
  const themes = ["auto", "light", "dark"];
  const root = document.documentElement;
  const button = document.getElementById("theme");
  const chosen = () => root.getAttribute("data-theme") || "auto";
  const show = (theme) => {
    if (theme === "auto") root.removeAttribute("data-theme");
    else root.setAttribute("data-theme", theme);
    try { localStorage.setItem("newsledger-theme", theme); } catch { /* a browser that keeps nothing */ }
    button.textContent = `Theme: ${theme}`;
  };
  button.textContent = `Theme: ${chosen()}`;
  button.hidden = false;
  button.addEventListener("click", () => show(themes[(themes.indexOf(chosen()) + 1) % themes.length]));
}
