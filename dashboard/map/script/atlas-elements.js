/* Elements of the map are written to only where it changes them: the browser computes the style of all that was written to.
 *
 * AtlasElements.write(element, attributes) and AtlasElements.display(element, shown).
 */
(function () {
  "use strict";

  function write(element, attributes) {
    for (const [name, value] of Object.entries(attributes)) {
      if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
    }
  }

  function display(element, shown) {
    element.toggleAttribute("hidden", !shown);
  }

  window.AtlasElements = { write, display };
})();
