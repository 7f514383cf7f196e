export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".painted");
  if (root.dataset.part !== data.part || root.given !== data.html) {
    root.innerHTML = data.html;
    root.given = data.html;
    root.dataset.part = data.part;
  }
  const join = () => {
    if (root.leave) root.leave();
    root.leave = window.AtlasPage.join(root, data.moves, data.hears && ((seen) => setTriggerValue("moved", [seen, window.location.search])));
  };
  if (window.AtlasPage) join();
  else document.addEventListener("atlas:page", join, { once: true });
  return () => {
    document.removeEventListener("atlas:page", join);
    if (root.leave) root.leave();
    root.leave = null;
  };
}
