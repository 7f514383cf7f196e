/* Streamlit begins when the picture of the map has been seen, or at once where nobody is looking. */
(function () {
  "use strict";

  const LONGEST_MILLISECONDS = 2000;
  const held = document.getElementById("atlas-held");
  const begin = () => document.head.append(held.content);

  if (document.hidden) begin();
  else requestAnimationFrame(() => setTimeout(begin));
  // A window that is covered draws no frames.
  setTimeout(begin, LONGEST_MILLISECONDS);
})();
