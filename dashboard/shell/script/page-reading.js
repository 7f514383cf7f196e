/* The line that says that the page does not show the atlas's own reading, the way back, and the way to the laboratory. */
(function () {
  "use strict";

  const LABORATORY = "what-if";
  const page = window.AtlasPage;
  const root = document.documentElement;
  const labScript = document.currentScript && document.currentScript.dataset.lab;

  function paint(choice, moves) {
    const { reading } = moves;
    root.toggleAttribute("data-atlas-other-reading", Boolean(reading));
    pictures(moves.css || "");
    for (const line of document.querySelectorAll("[data-atlas-reading]")) {
      line.hidden = !reading;
      const texts = reading ? { told: reading.told + ".", headline: reading.headline, here: reading.here[choice.period] } : {};
      for (const part of line.querySelectorAll("[data-reading]")) window.AtlasText.say(part, texts[part.dataset.reading] || "");
    }
    for (const button of document.querySelectorAll("[data-atlas-lab]")) button.setAttribute("aria-pressed", String(choice.view === LABORATORY));
    if (choice.view === LABORATORY) loadLaboratory();
  }

  /* What the laboratory alone needs comes when it is opened. */
  function loadLaboratory() {
    if (!labScript || document.querySelector("script[data-atlas-laboratory]")) return;
    const script = document.createElement("script");
    script.src = labScript;
    script.setAttribute("data-atlas-laboratory", "");
    script.onerror = () => script.remove();
    document.head.append(script);
  }

  /* Looks that only this reading shows: the page's style sheet has those of the atlas's own. */
  function pictures(css) {
    const sheet = document.querySelector("style[data-atlas-looks]") || document.createElement("style");
    sheet.setAttribute("data-atlas-looks", "");
    if (sheet.textContent !== css) sheet.textContent = css;
    if (css && !sheet.isConnected) document.head.append(sheet);
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-atlas-own-reading]")) page.change({ reading: "" });
    if (event.target.closest("[data-atlas-lab]")) page.whenKnown(({ view }) => page.change({ view: view === LABORATORY ? null : LABORATORY }));
  });

  page.followBeside(paint);
})();
