// Light or dark: follows the system until the reader chooses, and remembers the choice on this device.
// Loaded before the style sheet, so that a dark page never flashes light. Without it the system decides.
(() => {
  "use strict";
  const key = "theme";
  const root = document.documentElement;

  function remembered() {
    try {
      const choice = localStorage.getItem(key);
      return choice === "light" || choice === "dark" ? choice : "system";
    } catch {
      return "system"; // storage can be forbidden
    }
  }

  function show(choice) {
    if (choice === "system") delete root.dataset.theme;
    else root.dataset.theme = choice;
  }

  function remember(choice) {
    try {
      if (choice === "system") localStorage.removeItem(key);
      else localStorage.setItem(key, choice);
    } catch {
      // the choice then holds for this page only
    }
  }

  show(remembered());

  document.addEventListener("DOMContentLoaded", () => {
    const box = document.querySelector("[data-theme-switch]");
    if (!box) return;
    const select = box.querySelector("select");
    select.value = remembered();
    select.addEventListener("change", () => {
      show(select.value);
      remember(select.value);
    });
    box.hidden = false;
    addEventListener("storage", (event) => {
      if (event.key !== key) return;
      select.value = remembered();
      show(select.value);
    });
  });
})();
