/* What there is to take away: links that follow what the reader has chosen, and fields to copy from.
 *
 * The address of the page carries every choice, so nothing is asked of the server before a file is wanted.
 */
export default function (component) {
  const { data, parentElement } = component;
  speak(data.language);
  arrive(data.view, data.place);
  const root = parentElement.querySelector(".downloads");
  if (root.dataset.html !== data.html) {
    const open = Boolean(root.querySelector("details[open]"));
    root.innerHTML = data.html;
    root.dataset.html = data.html;
    root.querySelector("details").open = open;
  }
  const around = root.querySelector("details");
  around.ontoggle = () => renew(around);
  root.onpointerdown = () => renew(around);
  root.onkeydown = () => renew(around);
  root.onclick = (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(root, button);
  };
  renew(around);
}

/* Screen readers take voice and pronunciation from here. */
function speak(language) {
  document.documentElement.lang = language;
}

/* Another view begins at its head, however far down a button led to it. The button is gone with its view: who came by
 * keyboard goes on from the choice of views. */
function arrive(view, place) {
  const root = document.documentElement;
  const before = root.dataset.atlasView;
  root.dataset.atlasView = view;
  if (!before || before === view) return;
  document.querySelector('[data-testid="stMain"]').scrollTo(0, 0);
  const choice = document.querySelector(".st-key-atlas-views");
  // By its place: the buttons may still say that the view before is the chosen one.
  const chosen = choice.querySelectorAll('.st-key-view [role="radio"]')[place];
  if (chosen && !choice.contains(document.activeElement)) chosen.focus({ preventScroll: true });
}

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

async function copy(root, button) {
  const field = root.querySelector("#" + button.dataset.copy);
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch (error) {
    document.execCommand("copy"); // Pages without encryption have no clipboard of their own.
  }
  root.querySelector(".copied").textContent = button.dataset.copied;
}
