/* Light, dark, or as the system: what the reader has chosen in the head of the page, remembered, and told to everything
 * that asks the browser which of the two is wanted. Runs before any other script, which would ask too early; it also marks
 * a page that is embedded as a map alone. */
(function () {
  "use strict";

  const KEPT = "atlas-scheme";
  const QUERY = "(prefers-color-scheme: dark)";
  const ORDER = ["system", "light", "dark"];
  const root = document.documentElement;
  // Streamlit takes what it does not know out of an address that it writes.
  root.dataset.atlasEmbed = new URLSearchParams(window.location.search).get("embed") === "map" ? "map" : "";
  const ask = window.matchMedia.bind(window);
  const system = ask(QUERY);
  const listeners = new Set();
  let wanted = saved();

  function saved() {
    try {
      const value = window.localStorage.getItem(KEPT);
      return ORDER.includes(value) ? value : ORDER[0];
    } catch (error) {
      return ORDER[0];
    }
  }

  const dark = () => (wanted === "system" ? system.matches : wanted === "dark");

  const answer = {
    media: QUERY,
    get matches() { return dark(); },
    addEventListener: (name, listener) => listeners.add(listener),
    removeEventListener: (name, listener) => listeners.delete(listener),
    addListener: (listener) => listeners.add(listener),
    removeListener: (listener) => listeners.delete(listener),
  };

  window.matchMedia = (query) => (query.replace(/\s/g, "") === QUERY.replace(/\s/g, "") ? answer : ask(query));

  function show() {
    root.dataset.theme = dark() ? "dark" : "light";
    root.dataset.atlasScheme = wanted;
  }

  function tell() {
    show();
    for (const listener of listeners) listener({ matches: dark(), media: QUERY });
  }

  system.addEventListener("change", () => { if (wanted === "system") tell(); });
  document.addEventListener("click", (event) => {
    if (!event.target.closest || !event.target.closest("[data-atlas-switch]")) return;
    wanted = ORDER[(ORDER.indexOf(wanted) + 1) % ORDER.length];
    try {
      window.localStorage.setItem(KEPT, wanted);
    } catch (error) { /* It holds for this visit. */ }
    tell();
  });
  show();
})();
