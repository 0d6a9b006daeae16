/* The staff's tablet: takes a scanned code from the address, and lets nothing of a customer outlast what she shows. */
"use strict";

const FIRST = "/console/tablet";
const field = document.querySelector("input.code");
const shared = document.getElementById("shared");

if (field && location.hash) {
  field.value = location.hash.slice(1);
  history.replaceState(null, "", location.pathname);
  field.focus();
}

/* The hub tells of the end within seconds; where it cannot be reached, time alone ends it. */
if (shared) setTimeout(() => location.replace(`${FIRST}?said=handshake_over`), shared.dataset.left * 1000);
