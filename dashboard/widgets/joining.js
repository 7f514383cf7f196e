/* A part of the page joins the page's script, as often as it is drawn, once that script is there. `join` gives back what takes
 * the part out again; so does this. */
function joining(part, join) {
  const now = () => {
    if (part.leave) part.leave();
    part.leave = join();
  };
  if (window.AtlasPage) now();
  else document.addEventListener("atlas:page", now, { once: true });
  return () => {
    document.removeEventListener("atlas:page", now);
    if (part.leave) part.leave();
    part.leave = null;
  };
}
