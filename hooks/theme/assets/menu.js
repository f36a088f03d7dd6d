// The menu and the table of contents on small screens: closed until asked for. frame.css keeps them
// closed until this has run, which `data-live` says.
const button = document.querySelector("[data-menu]");
const menu = document.getElementById("menu");
const toc = document.querySelector("[data-toc]");
const narrow = window.matchMedia("(max-width: 59.9em)");

function show(open) {
  button.setAttribute("aria-expanded", String(open));
  menu.hidden = !open;
}

function fit() {
  show(!narrow.matches);
  if (toc) toc.open = !narrow.matches;
}

button.addEventListener("click", () => {
  const open = button.getAttribute("aria-expanded") === "false";
  show(open);
  if (open) menu.querySelector("a").focus();
});
menu.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && narrow.matches) {
    show(false);
    button.focus();
  }
});
narrow.addEventListener("change", fit);
fit();
button.hidden = false;
menu.dataset.live = "";
if (toc) toc.dataset.live = "";
