/* The head: which view is read, and in which language. What is pressed is marked at once; the server hears of it when there
 * is a way to tell it, and what it says of another view after that is older.
 *
 * AtlasHead.join({ view, language }, tell, marked): the head of the page has come, or is drawn again; `marked` is called
 * when another view is marked.
 */
(function () {
  "use strict";

  const pressed = new Map();
  const untold = new Map();
  let shown = {};
  let tell = null;
  let marked = null;

  function press(name, value) {
    pressed.set(name, value);
    // With what was pressed before, as long as the server has not answered: it may not have begun with it.
    for (const [one, wanted] of pressed) untold.set(one, wanted);
    mark();
    tellServer();
  }

  function tellServer() {
    if (!tell) return;
    for (const [name, value] of untold) tell(name, value);
    untold.clear();
  }

  function mark() {
    const { view, language } = { ...shown, ...Object.fromEntries(pressed) };
    for (const one of view ? document.querySelectorAll("[data-view]") : []) {
      const checked = one.dataset.view === view;
      one.ariaChecked = checked;
      one.tabIndex = checked ? 0 : -1;
    }
    for (const one of language ? document.querySelectorAll(".atlas-language") : []) one.value = language;
    if (marked) marked();
  }

  function join(given, teller, onMark) {
    shown = given;
    for (const [name, value] of [...pressed]) if (given[name] === value) pressed.delete(name);
    [tell, marked] = [teller, onMark];
    tellServer();
    mark();
    return () => { if (tell === teller) tell = marked = null; };
  }

  document.addEventListener("click", ({ target }) => {
    const one = target.closest && target.closest("[data-view]");
    if (one) press("view", one.dataset.view);
  });
  document.addEventListener("change", ({ target }) => { if (target.matches(".atlas-language")) press("language", target.value); });
  // Who goes back goes to what is in the address, whatever was pressed before.
  window.addEventListener("popstate", () => { pressed.clear(); untold.clear(); });

  window.AtlasHead = { join };
})();
