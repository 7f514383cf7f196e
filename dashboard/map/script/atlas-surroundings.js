/* The page around the frame of a map, where there is one that may be read: its theme, and what happens in it; and scripts
 * that come later than the map. */
(function () {
  "use strict";

  const CLEAR = /^(transparent|rgba\(.*, 0\))$/;

  /* The document that holds the frame of this one, if there is one that may be read. */
  function page() {
    try {
      return window.parent !== window && window.frameElement ? window.parent.document : null;
    } catch (error) {
      return null; // A page of another origin: nothing to follow, the server's answers still arrive.
    }
  }

  /* A page of its own is light or dark as the reader's system; a frame that knows nothing of its page stays light. */
  function followScheme() {
    if (window.parent !== window) return;
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    const adopt = () => { document.documentElement.dataset.theme = dark.matches ? "dark" : "light"; };
    adopt();
    dark.addEventListener("change", adopt);
  }

  function followTheme(page) {
    const adopt = () => {
      const look = window.parent.getComputedStyle(page.querySelector(".stApp") || groundBelow(window.frameElement));
      const root = document.documentElement;
      const ground = look.backgroundColor === "rgba(0, 0, 0, 0)" ? "rgb(255, 255, 255)" : look.backgroundColor;
      root.style.setProperty("--atlas-ground", ground);
      root.style.setProperty("--atlas-ink", look.color);
      root.style.setProperty("--atlas-font", look.fontFamily);
      root.style.colorScheme = look.colorScheme;
      root.dataset.theme = luminance(ground) < 0.4 ? "dark" : "light";
    };
    adopt();
    window.addEventListener("message", (event) => {
      if (event.source === window.parent && event.data && event.data.type === "streamlit:render") requestAnimationFrame(adopt);
    });
  }

  /* The nearest element around the frame that is not see-through. */
  function groundBelow(frame) {
    let one = frame.parentElement;
    const clear = (element) => CLEAR.test(window.parent.getComputedStyle(element).backgroundColor);
    while (one && clear(one)) one = one.parentElement;
    return one || frame.ownerDocument.documentElement;
  }

  function luminance(colour) {
    const [red, green, blue] = (colour.match(/[\d.]+/g) || ["255", "255", "255"]).map(Number);
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
  }

  /* The page outlives the frame: what was listened to in it ends with the frame. */
  function listen(target, name, listener) {
    target.addEventListener(name, listener);
    if (target !== document) window.addEventListener("pagehide", () => target.removeEventListener(name, listener));
  }

  const coming = new Map();

  /* Asked for once, and again only if it could not be had. */
  function script(address) {
    if (!coming.has(address)) coming.set(address, new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.onload = resolve;
      element.onerror = () => { coming.delete(address); reject(new Error(address)); };
      element.src = address;
      document.head.append(element);
    }));
    return coming.get(address);
  }

  window.AtlasSurroundings = { page, followScheme, followTheme, listen, script };
})();
