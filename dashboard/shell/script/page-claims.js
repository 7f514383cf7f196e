/* The way from an area of the map to its claims: they stand in the sheet of the province, which the server sends. */
(function () {
  "use strict";

  const page = window.AtlasPage;
  let wanted = null;

  const watch = new MutationObserver(arrive);

  /* Lead to the first of some claims as soon as the evidence of the province and period has it: what stands there may
   * still be that of another, with the same claims. */
  page.lead = (period, province, claims) => {
    wanted = { period, province, claims };
    watch.observe(document.body, { childList: true, subtree: true });
    arrive();
  };

  function arrive() {
    const evidence = wanted && document.querySelector('[data-atlas-evidence="' + wanted.period + " " + wanted.province + '"]');
    const claim = evidence && wanted.claims.map((id) => evidence.querySelector("#" + CSS.escape(id))).find(Boolean);
    if (claim) reach(claim);
  }

  function reach(claim) {
    wanted = null;
    watch.disconnect();
    for (let around = claim.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
    claim.tabIndex = -1;
    claim.focus({ preventScroll: true });
    claim.scrollIntoView({ block: "center" });
  }

  /* Who has chosen something else meanwhile is not called back. */
  page.follow((choice) => {
    if (!wanted || (choice.province === wanted.province && choice.period === wanted.period)) return;
    wanted = null;
    watch.disconnect();
  });
})();
