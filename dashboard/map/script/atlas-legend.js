/* The legends around a map: what is lit up or pinned stays, everything else on the map is dimmed. */
(function () {
  "use strict";

  const { listen } = window.AtlasSurroundings;

  /* `tell` hears of pins that were taken out by a key; of a press the server hears from the legend itself. */
  function create(map, surface, tell) {
    const container = map.getContainer();
    let pins = [];
    let lit = null;
    let dimmed = false;

    function dim() {
      const wanted = lit ? [lit] : pins;
      surface.dim(wanted);
      if (!wanted.length && !dimmed) return;
      dimmed = wanted.length > 0;
      for (const one of container.querySelectorAll("[data-keys]")) {
        const keys = one.dataset.keys.split(" ");
        one.classList.toggle("is-dimmed", dimmed && !wanted.some((key) => keys.includes(key)));
      }
    }

    function light(key) {
      if (lit === key) return;
      lit = key;
      dim();
    }

    function pin(next) {
      pins = next;
      dim();
    }

    function press(around, next) {
      pin(next);
      for (const button of around.querySelectorAll(".atlas-legend [data-key] > button")) {
        button.setAttribute("aria-pressed", String(next.includes(button.parentElement.dataset.key)));
      }
    }

    /* `around` is the document that the legends are in; where the page keeps the pins itself `takesPins` is false. */
    function follow(around, takesPins) {
      const entryOf = (target) => target.closest && target.closest(".atlas-legend [data-key]");
      const over = (event) => { const entry = entryOf(event.target); light(entry ? entry.dataset.key : null); };
      const out = (event) => { if (entryOf(event.target) && !(event.relatedTarget && entryOf(event.relatedTarget))) light(null); };
      listen(around, "pointerover", over);
      listen(around, "focusin", over);
      listen(around, "pointerout", out);
      listen(around, "focusout", out);
      if (!takesPins) return;
      listen(around, "click", (event) => {
        const entry = entryOf(event.target);
        if (!entry || !event.target.closest("button")) return;
        const key = entry.dataset.key;
        press(around, pins.includes(key) ? pins.filter((one) => one !== key) : [...pins, key]);
      });
      listen(around, "keydown", (event) => {
        if (event.key !== "Escape" || !entryOf(event.target) || !pins.length) return;
        press(around, []);
        tell({ pins: [] });
      });
    }

    return { dim, pin, follow };
  }

  window.AtlasLegend = { create };
})();
