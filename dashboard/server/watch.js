/* Loads the page anew when its atlas was read again, and shows what is wrong with the files meanwhile. The address keeps
   what the reader has chosen. */
(function () {
  const PAUSE_MS = 50;
  const PANEL_ID = "atlas-watch";
  const first = Number(new URL(document.currentScript.src).search.slice(1));

  async function readState() {
    const answer = await fetch("watched" + location.search, { cache: "no-store" });
    return answer.ok ? answer.json() : null;
  }

  function show(state) {
    const known = document.getElementById(PANEL_ID);
    if (!state.problems.length) {
      known?.remove();
      return;
    }
    const told = JSON.stringify(state);
    if (known?.dataset.told === told) {
      return;
    }
    const panel = known ?? document.createElement("section");
    panel.id = PANEL_ID;
    panel.dataset.told = told;
    panel.setAttribute("role", "alert");
    panel.style.cssText =
      "position:fixed;inset-inline:0;bottom:0;max-height:40vh;overflow:auto;z-index:1000000;padding:0.75rem 1rem;" +
      "background:#fff7e6;color:#1d1d1f;border-top:3px solid #b45309;font:14px/1.45 system-ui,sans-serif";
    const heading = document.createElement("strong");
    heading.textContent = state.heading;
    const list = document.createElement("ul");
    list.dir = "ltr";
    list.append(
      ...state.problems.map((problem) => {
        const item = document.createElement("li");
        item.textContent = problem;
        return item;
      }),
    );
    panel.replaceChildren(heading, list);
    document.body.append(panel);
  }

  async function look() {
    try {
      const state = await readState();
      if (state !== null) {
        if (state.version !== first) {
          location.reload();
          return;
        }
        show(state);
      }
    } catch {
      /* The server has ended or is on its way: the page says so itself. */
    }
    setTimeout(look, PAUSE_MS);
  }

  look();
})();
