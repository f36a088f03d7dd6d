// The meaning of a word, shown while the pointer or the keyboard is on it, goes away with Esc
// (WCAG 1.4.13) until one comes back to it.
for (const term of document.querySelectorAll("a.term")) {
  term.addEventListener("mouseenter", () => term.removeAttribute("data-closed"));
  term.addEventListener("focus", () => term.removeAttribute("data-closed"));
}
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  for (const term of document.querySelectorAll("a.term:hover, a.term:focus")) term.setAttribute("data-closed", "");
});
