/* The row of views, where it is wider than the page: the chosen one is in sight, and a fading edge says that there is more. */
(function () {
  "use strict";

  const ROW = ".st-key-atlas-head > :has(.st-key-view)";
  const CHOSEN = '.st-key-view [aria-checked="true"]';

  function mark() {
    const row = document.querySelector(ROW);
    if (!row) return;
    const room = row.scrollWidth - row.clientWidth;
    // Where a language is written from the right, the row begins at 0 and goes into the negative.
    const [first, last] = getComputedStyle(row).direction === "rtl" ? [-room, 0] : [0, room];
    row.toggleAttribute("data-more-left", row.scrollLeft > first + 1);
    row.toggleAttribute("data-more-right", row.scrollLeft < last - 1);
  }

  function show() {
    const chosen = document.querySelector(CHOSEN);
    const row = document.querySelector(ROW);
    if (!chosen || !row) return;
    const [one, around] = [chosen.getBoundingClientRect(), row.getBoundingClientRect()];
    if (row.scrollWidth > row.clientWidth) row.scrollLeft += (one.left + one.right - around.left - around.right) / 2;
    mark();
  }

  const arrival = new MutationObserver(() => {
    if (!document.querySelector(CHOSEN)) return;
    arrival.disconnect();
    show();
  });
  arrival.observe(document.documentElement, { childList: true, subtree: true });
  new MutationObserver(show).observe(document.documentElement, { subtree: true, attributeFilter: ["aria-checked"] });
  document.addEventListener("scroll", mark, { capture: true, passive: true });
  window.addEventListener("resize", show);
})();
