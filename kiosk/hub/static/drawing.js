/* Brings pictures that are drawn as they are asked for: one that is still to come is asked for again. Its place says so. */
"use strict";

const AWAITED = ".drawing img";

async function bring(picture) {
  if (!picture.isConnected) return;
  picture.hidden = true; /* else the browser says that it is broken */
  const answer = await fetch(picture.src);
  if (answer.status === 202) {
    setTimeout(bring, answer.headers.get("Retry-After") * 1000, picture);
    return;
  }
  picture.hidden = false;
  if (answer.ok) picture.src = picture.src; /* kept by the browser: it is not asked for once more */
}

function watch(event) {
  const picture = event.target;
  if (picture.matches?.(AWAITED) && !picture.hidden) bring(picture);
}

addEventListener("error", watch, true);
for (const one of document.querySelectorAll(AWAITED)) if (one.complete && !one.naturalWidth) bring(one);
