/* Loads the page anew when the server has been started anew; for maintainers alone. */
(async function () {
  const PAUSE_MS = 300;

  async function readStart() {
    const answer = await fetch("developing", { cache: "no-store" });
    return answer.ok ? answer.text() : null;
  }

  const first = await readStart();
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    try {
      const now = await readStart();
      if (now !== null && now !== first) {
        location.reload();
        return;
      }
    } catch {
      /* The server is on its way. */
    }
  }
})();
