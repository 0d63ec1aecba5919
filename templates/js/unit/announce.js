let announceTimer = 0;

/** Tells a screen reader, once things have come to rest. @param {string | (() => string)} message */
export function announce(message) {
  clearTimeout(announceTimer);
  announceTimer = setTimeout(() => {
    const status = document.getElementById("status");
    if (status) status.textContent = typeof message === "string" ? message : message();
  }, 700);
}
