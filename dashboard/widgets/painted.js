export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".painted");
  if (root.dataset.part !== data.part || root.given !== data.html) {
    root.innerHTML = data.html;
    root.given = data.html;
    root.dataset.part = data.part;
  }
  return joining(root, () => window.AtlasPage.join(root, data.moves, data.hears && ((addresses) => setTriggerValue("moved", addresses))));
}
