// Sortable tables: the page is complete without this file.
"use strict";

const collator = new Intl.Collator("en", { numeric: true });

function compare(one, other) {
  const numbers = [Number(one), Number(other)];
  return one !== "" && other !== "" && numbers.every(Number.isFinite) ? numbers[0] - numbers[1] : collator.compare(one, other);
}

function sortBy(table, heading) {
  const now = heading.getAttribute("aria-sort");
  const up = now ? now === "descending" : !heading.classList.contains("num");
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", up ? "ascending" : "descending");
  const value = (row) => row.cells[heading.cellIndex].dataset.value;
  const rows = [...table.tBodies[0].rows].sort((one, other) => compare(value(one), value(other)) * (up ? 1 : -1));
  table.tBodies[0].append(...rows);
}

for (const table of document.querySelectorAll("table[data-sortable]")) {
  table.tHead.addEventListener("click", (event) => {
    const heading = event.target.closest("th");
    if (heading) sortBy(table, heading);
  });
}
