/* Takes the picture of the map away as soon as the page has something better to show, or something more urgent. */
(function () {
  "use strict";

  const LONGEST_MILLISECONDS = 20000;
  const URGENT = '[role="dialog"], [data-testid="stAlert"], [data-testid="stException"]';
  const opening = document.getElementById("atlas-opening");
  const watch = new MutationObserver(() => { if (document.querySelector(URGENT)) end(); });

  opening.querySelector(".opening-no-script").remove();

  function end() {
    watch.disconnect();
    clearTimeout(timer);
    opening.remove();
  }

  const timer = setTimeout(end, LONGEST_MILLISECONDS);
  watch.observe(document.documentElement, { childList: true, subtree: true });
  // A reader who is at work already wants to see at what.
  for (const name of ["atlas:drawn", "keydown", "pointerdown"]) document.addEventListener(name, end, { once: true });
})();
