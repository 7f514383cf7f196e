/* What there is to take away: links that follow what the reader has chosen, and fields to copy from.
 *
 * The address of the page carries every choice, so nothing is asked of the server before a file is wanted.
 */
export default function (component) {
  speak(component.data.language);
  arrive(component.data.view);
  // It stands below all that is waited for.
  const opening = document.getElementById("atlas-opening");
  if (opening) opening.addEventListener("atlas:ended", () => paint(component), { once: true });
  else paint(component);
}

function paint({ data, parentElement }) {
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
    const link = event.target.closest("a[data-file]");
    if (link && !event.defaultPrevented && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      take(root.querySelector(".working"), link);
    }
  };
  renew(around);
}

/* Screen readers take voice and pronunciation from here. */
function speak(language) {
  const root = document.documentElement;
  // Written again, the same language lets the browser work out all styles anew.
  if (root.lang !== language) root.lang = language;
}

/* Another view begins at its head, however far down a button led to it. The button is gone with its view: who came by
 * keyboard goes on from the choice of views. */
function arrive(view) {
  const root = document.documentElement;
  const before = root.dataset.atlasView;
  root.dataset.atlasView = view;
  if (!before || before === view) return;
  document.querySelector('[data-testid="stMain"]').scrollTo(0, 0);
  const choice = document.querySelector(".st-key-atlas-head .atlas-views");
  const chosen = choice && choice.querySelector('[data-view="' + view + '"]');
  if (chosen && !choice.contains(document.activeElement)) chosen.focus({ preventScroll: true });
}

function renew(around) {
  const asked = new URLSearchParams(window.location.search);
  const value = (name) => asked.get(name) || around.dataset["default" + name[0].toUpperCase() + name.slice(1)];
  for (const link of around.querySelectorAll("[data-file]")) {
    const file = link.dataset.file.replace(/{(\w+)}/g, (_, name) => value(name));
    link.setAttribute("href", link.dataset.folder + "/" + encodeURIComponent(file) + reading(around));
  }
  for (const one of around.querySelectorAll("[data-needs]")) one.hidden = !value(one.dataset.needs);
  for (const field of around.querySelectorAll("[data-worked]")) field.value = worked(around, field.dataset.worked);
  for (const field of around.querySelectorAll("[data-call-file]")) if (value("province")) renewCall(around, field, value);
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

/* Files follow what the page follows. */
function reading(around) {
  const asked = new URLSearchParams(window.location.search);
  const parts = around.dataset.reading.split(" ").filter((key) => asked.has(key)).map((key) => [key, asked.get(key)]);
  if (around.dataset.language) parts.unshift([around.dataset.language, document.documentElement.lang]);
  return parts.length ? "?" + new URLSearchParams(parts) : "";
}

/* A picture takes seconds to draw: the reader is told, and then has the file under its own name. */
async function take(status, link) {
  status.textContent = status.dataset.working;
  link.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(link.href);
    if (!answer.ok) throw new Error(answer.status);
    const named = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") || "");
    const saved = document.createElement("a");
    saved.href = URL.createObjectURL(await answer.blob());
    saved.download = named ? named[1] : link.dataset.file;
    saved.click();
    URL.revokeObjectURL(saved.href);
    status.textContent = "";
  } catch (error) {
    status.textContent = status.dataset.failed;
  }
  link.removeAttribute("aria-busy");
}

/* What only the browser knows: the address of what is seen, and the day. */
function worked(around, text) {
  const language = document.documentElement.lang || "en";
  // A language that the browser does not know would become another one: ISO 8601 instead, in which Swedish days are.
  const known = Intl.DateTimeFormat.supportedLocalesOf(language).length;
  const day = known ? new Intl.DateTimeFormat(language, { dateStyle: "long", calendar: "gregory" }).format(new Date()) : new Date().toLocaleDateString("sv");
  return text.replaceAll(around.dataset.address, window.location.href).replaceAll(around.dataset.date, day);
}

async function renewCall(around, field, value) {
  const file = field.dataset.callFile.replace(/{(\w+)}/g, (_, name) => value(name));
  const address = field.dataset.folder + "/" + encodeURIComponent(file) + reading(around);
  if (!around.open || field.dataset.shown === address) return;
  field.dataset.shown = address;
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.status);
    const text = await answer.text();
    if (field.dataset.shown === address) field.value = worked(around, text);
  } catch (error) {
    field.dataset.shown = "";
    field.value = "";
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
