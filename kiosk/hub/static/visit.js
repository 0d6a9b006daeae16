/* Renews a member's page of her visit as something of it changes, on a screen or another phone; without it the page
   shows the same once it is loaded again. */
"use strict";

const visit = document.querySelector("[data-visit]");
let streams = [];

/* As the hub rendered it; who goes by keys stays on her button or link, but not on one that charges another sum. */
function show(fresh) {
  const text = visit.contains(document.activeElement) ? document.activeElement.textContent : "";
  visit.replaceChildren(...fresh.childNodes);
  const same = [...visit.querySelectorAll("a, button")].find((one) => text && one.textContent === text);
  same?.focus();
}

/* Nobody looks at a page in a pocket: what it shows she has not seen. */
async function renew() {
  const headers = document.hidden ? { "Vitrine-Unseen": "yes" } : {};
  const response = await fetch(location.href, { headers }).catch(() => null);
  if (!response?.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const fresh = page.querySelector("[data-visit]");
  if (fresh) show(fresh);
}

function listen() {
  const { visit: own, last, basket, packed } = visit.dataset;
  streams = [`${own}/stream?after=${last}`, `${basket}/stream?after=${packed}`].map((address) => new EventSource(address));
  for (const stream of streams) stream.addEventListener("message", renew);
}

listen();
document.addEventListener("visibilitychange", () => document.hidden || renew());
addEventListener("pagehide", () => streams.forEach((stream) => stream.close()));
addEventListener("pageshow", (event) => event.persisted && location.reload());
