/* The page's script is ready: parts that came before it are told. */
(function () {
  "use strict";

  document.dispatchEvent(new CustomEvent("atlas:page"));
})();
