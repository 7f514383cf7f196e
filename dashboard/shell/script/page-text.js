/* Texts of the page that change: AtlasText.say, become.
 *
 * A text node is given other words instead of being replaced. An element that comes or goes makes the browser compute the
 * style of the whole page again, because style sheets ask what elements hold (:has, :empty).
 */
(function () {
  "use strict";

  const TEXT = Node.TEXT_NODE;

  /* A live region speaks whenever it is written to. */
  function say(element, text) {
    if (element.textContent === text) return;
    const only = text && element.childNodes.length === 1 && element.firstChild.nodeType === TEXT;
    if (only) element.firstChild.data = text;
    else element.textContent = text;
  }

  /* What is the same in what stands there and in what comes stays: it is not laid out again, and focus and open parts are
   * kept. */
  function become(place, next) {
    const [there, coming] = [[...place.childNodes], [...next.childNodes]];
    if (there.length !== coming.length) return place.replaceChildren(...coming);
    for (const [number, one] of coming.entries()) {
      const now = there[number];
      if (now.isEqualNode(one)) continue;
      if (now.nodeName !== one.nodeName || now.dataset?.key !== one.dataset?.key) now.replaceWith(one);
      else if (one.nodeType === TEXT) now.data = one.data;
      else alike(now, one);
    }
  }

  function alike(now, one) {
    for (const { name, value } of one.attributes) if (now.getAttribute(name) !== value) now.setAttribute(name, value);
    for (const { name } of [...now.attributes]) if (name !== "open" && !one.hasAttribute(name)) now.removeAttribute(name);
    become(now, one);
  }

  window.AtlasText = { say, become };
})();
