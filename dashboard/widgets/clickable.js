export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".clickable");
  if (root.dataset.html !== data.html) {
    const focused = root.contains(document.activeElement) ? document.activeElement : null;
    const wanted = focused && focused.dataset.choose;
    const open = new Set([...root.querySelectorAll("details[open][data-keep]")].map((one) => one.dataset.keep));
    root.innerHTML = data.html;
    root.dataset.html = data.html;
    for (const one of root.querySelectorAll("details[data-keep]")) if (open.has(one.dataset.keep)) one.open = true;
    if (wanted !== null && wanted !== undefined) {
      const again = [...root.querySelectorAll("[data-choose]")].find((one) => one.dataset.choose === wanted);
      if (again) again.focus({ preventScroll: true });
    }
  }
  root.onclick = (event) => {
    const pressed = event.target.closest("[data-choose]");
    if (pressed && root.contains(pressed)) setTriggerValue("chosen", pressed.dataset.choose);
  };
}
