/* Says in the atlas's own words when its server does not answer, and that the map goes on. */
(function () {
  "use strict";

  const STATE = "data-test-connection-state";
  let connected = false;

  function look() {
    const app = document.querySelector("[" + STATE + "]");
    const state = app && app.getAttribute(STATE);
    connected = connected || state === "CONNECTED";
    const away = connected && state !== "CONNECTED";
    document.documentElement.toggleAttribute("data-atlas-away", away);
    for (const line of document.querySelectorAll("[data-atlas-server]")) {
      const text = away ? line.dataset.atlasServer : "";
      if (line.textContent !== text) line.textContent = text;
    }
  }

  new MutationObserver(look).observe(document.documentElement, { subtree: true, attributeFilter: [STATE] });
})();
