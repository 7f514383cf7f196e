/* Says in the atlas's own words when its server does not answer, and that the map goes on. */
(function () {
  "use strict";

  const SHEET = "[data-atlas-sheet]";
  const STATE = "data-test-connection-state";
  let connected = false;

  function look() {
    const app = document.querySelector("[" + STATE + "]");
    const state = app && app.getAttribute(STATE);
    connected = connected || state === "CONNECTED";
    const away = connected && state !== "CONNECTED";
    const back = document.documentElement.hasAttribute("data-atlas-away") && !away;
    document.documentElement.toggleAttribute("data-atlas-away", away);
    if (window.AtlasPage.choice()) compare(window.AtlasPage.choice());
    for (const line of document.querySelectorAll("[data-atlas-server]")) {
      const text = away ? line.dataset.atlasServer : "";
      if (line.textContent !== text) line.textContent = text;
    }
    // A server that was away asks Streamlit for the address, which knows the one that it last saw: a step to where the
    // reader is lets it look again.
    if (back) window.dispatchEvent(new PopStateEvent("popstate"));
  }

  /* Without the server no evidence comes: that of another province or year is not left standing. */
  function compare(choice) {
    const sheet = document.querySelector(SHEET);
    const other = sheet && (sheet.dataset.atlasSheet !== (choice.province || "") || sheet.dataset.atlasSheetPeriod !== choice.period);
    document.documentElement.toggleAttribute("data-atlas-other-sheet", Boolean(other));
  }

  window.AtlasPage.followBeside(compare);
  new MutationObserver(look).observe(document.documentElement, { subtree: true, attributeFilter: [STATE] });
})();
