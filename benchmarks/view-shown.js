/* Notes when the map of a view of the atlas stands on the screen, from the press that asks for it: `benchmark.shown` has the
 * milliseconds, or null until then. */
(function (view) {
  "use strict";

  const { benchmark } = window;
  benchmark.shown = null;

  function shown() {
    return [...document.getElementsByTagName("iframe")].some((frame) => {
      const inside = frame.contentDocument;
      if (!inside || !frame.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || !frame.clientHeight) return false;
      const both = inside.querySelector(".atlas-compare");
      return view === "compare" ? Boolean(both && both.dataset.ready) : !both && Boolean(inside.querySelector('.atlas-map[data-ready="true"]'));
    });
  }

  function look(pressed) {
    requestAnimationFrame(() => {
      if (!shown()) return look(pressed);
      // The first task after the frame: by then the browser has drawn it.
      const channel = new MessageChannel();
      channel.port1.onmessage = () => { benchmark.shown = performance.now() - pressed; };
      channel.port2.postMessage(0);
    });
  }

  window.addEventListener("pointerdown", (event) => look(event.timeStamp), { capture: true, once: true });
})
