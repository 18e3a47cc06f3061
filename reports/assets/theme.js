// Before anything is drawn: the theme that the reader chose last.
"use strict";

try {
  const chosen = localStorage.getItem("newsledger-theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.setAttribute("data-theme", chosen);
} catch { /* a browser that keeps nothing */ }
