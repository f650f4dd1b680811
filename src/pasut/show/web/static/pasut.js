// What a keyboard can do on every page. Pages work without it.
"use strict";

(() => {
  const keys = document.getElementById("keys");
  const opener = document.querySelector("[data-keys]");
  if (opener && keys) {
    opener.hidden = false;
    opener.addEventListener("click", () => keys.showModal());
  }

  // An open menu closes when something else is asked for.
  const menu = document.querySelector("details.menu");
  const close = (event) => { if (menu?.open && !menu.contains(event.target)) menu.open = false; };
  document.addEventListener("click", close);
  document.addEventListener("focusin", close);
  menu?.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  // A link to a folded part unfolds it.
  const unfold = () => {
    const part = window.location.hash && document.getElementById(window.location.hash.slice(1));
    if (part) for (const details of part.querySelectorAll("details")) details.open = true;
  };
  window.addEventListener("hashchange", unfold);
  unfold();

  const rows = () => [...document.querySelectorAll("table[data-rows] tbody tr")].filter((row) => row.offsetParent);
  let chosen = null;

  const choose = (step) => {
    const all = rows();
    if (!all.length) return;
    const at = chosen ? all.indexOf(chosen) : -1;
    const next = all[Math.min(Math.max(at + step, 0), all.length - 1)];
    if (chosen) chosen.classList.remove("chosen");
    chosen = next;
    chosen.classList.add("chosen");
    const link = chosen.querySelector("a");
    if (link) link.focus({ preventScroll: true });
    chosen.scrollIntoView({ block: "nearest" });
  };

  const does = {
    "/": () => document.getElementById("find").focus(),
    j: () => choose(1),
    k: () => choose(-1),
    g: () => { window.location.href = "/"; },
    "?": () => keys.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, dialog, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !(event.key in does)) return;
    event.preventDefault();
    does[event.key]();
  });
})();
