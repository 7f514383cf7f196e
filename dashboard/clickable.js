/* Shows HTML that the server wrote, and tells the server which element with `data-choose` was pressed.
 *
 * Only what changed is drawn again, so focus and open details stay where they are.
 */
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
  for (const one of root.querySelectorAll("details.take-away")) one.ontoggle = () => renew(one);
  const onUse = (event) => {
    const around = event.target.closest("details.take-away");
    if (around) renew(around);
  };
  root.onpointerdown = onUse;
  if (!root.dataset.listens) root.addEventListener("focusin", onUse);
  root.dataset.listens = "true";
  root.onclick = (event) => {
    const copy = event.target.closest("[data-copy]");
    if (copy) copyField(root, copy);
    const pressed = event.target.closest("[data-choose]");
    if (pressed && root.contains(pressed)) setTriggerValue("chosen", pressed.dataset.choose);
  };
}

/* The address carries what the reader has chosen, so links follow it without a word to the server. */
function renew(around) {
  const asked = new URLSearchParams(window.location.search);
  const value = (name) => asked.get(name) || around.dataset["default" + name[0].toUpperCase() + name.slice(1)];
  for (const link of around.querySelectorAll("[data-file]")) {
    const file = link.dataset.file.replace(/{(\w+)}/g, (_, name) => value(name));
    link.setAttribute("href", link.dataset.folder + "/" + encodeURIComponent(file));
  }
  for (const field of around.querySelectorAll("[data-here]")) {
    const address = new URL(window.location.href);
    if (field.dataset.here === "embed") {
      address.searchParams.set("embed", "true");
      const frame = document.createElement("iframe");
      frame.src = address.href;
      frame.title = field.dataset.title;
      frame.width = "100%";
      frame.height = "900";
      field.value = frame.outerHTML;
    } else field.value = address.href;
  }
}

async function copyField(root, button) {
  const field = root.querySelector("#" + button.dataset.copy);
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch (error) {
    document.execCommand("copy"); // Pages without encryption have no clipboard of their own.
  }
  root.querySelector(".copied").textContent = button.dataset.copied;
}
