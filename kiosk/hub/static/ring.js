/* Asks the browser where it may be rung, and fills the button's form with that. */
"use strict";

const ring = document.querySelector("[data-push-key]");

function read_key(text) {
  const base64 = text.replaceAll("-", "+").replaceAll("_", "/");
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

function reveal(hint) {
  document.querySelector(`[data-push-${hint}]`).hidden = false;
}

/* The worker lies below /c/: elsewhere no page becomes its own, so `serviceWorker.ready` would wait for ever. */
async function find_worker() {
  const registration = await navigator.serviceWorker.register("/c/worker.js");
  const worker = registration.active ?? registration.waiting ?? registration.installing;
  while (worker.state !== "activated") {
    await new Promise((go_on) => worker.addEventListener("statechange", go_on, { once: true }));
  }
  return registration;
}

async function subscribe() {
  const registration = await find_worker();
  const key = read_key(ring.dataset.pushKey);
  return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

async function fill_in(event) {
  event.preventDefault();
  try {
    const { endpoint, keys } = (await subscribe()).toJSON();
    for (const [name, value] of Object.entries({ endpoint, p256dh: keys.p256dh, auth: keys.auth })) {
      ring.elements[name].value = value;
    }
    ring.submit();
  } catch {
    ring.hidden = true; // refused by her, or by the browser: the page works as before
    reveal("refused");
  }
}

if (ring && "serviceWorker" in navigator && "PushManager" in window) {
  ring.hidden = false;
  ring.addEventListener("submit", fill_in);
} else if (ring && navigator.standalone === false) {
  reveal("home"); // Safari on iOS, which has this property alone, rings for pages on the home screen
}
