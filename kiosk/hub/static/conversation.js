/* Brings what is said onto a page that stands open; without it the page shows the same once it is loaded again. */
"use strict";

const thread = document.querySelector("[data-page]");
let stream = null;

function find_list() {
  return thread.querySelector("ol");
}

async function renew() {
  const address = `${thread.dataset.page}/thread?lang=${thread.dataset.language}&state=${document.visibilityState}`;
  const answer = await fetch(address);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("ol");
  const is_longer = fresh.children.length > find_list().children.length;
  find_list().innerHTML = fresh.innerHTML;
  find_list().dataset.last = fresh.dataset.last;
  if (is_longer) find_list().lastElementChild.scrollIntoView({ block: "nearest" });
}

function listen() {
  stream = new EventSource(`${thread.dataset.page}/stream?after=${find_list().dataset.last}`);
  stream.addEventListener("message", renew);
}

if (thread) {
  listen();
  addEventListener("pagehide", () => stream.close());
  addEventListener("pageshow", (event) => event.persisted && listen());
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && renew());
}
