/* Renews a member's page for the counter when something happens there. */
"use strict";

const counter = document.querySelector("[data-counter]");
let stream = null;

function is_typing() {
  const field = document.activeElement;
  return field !== null && field.matches("textarea, input:not([type=checkbox])") && field.value !== field.defaultValue;
}

function listen() {
  stream = new EventSource(`${counter.dataset.counter}/stream?after=${counter.dataset.last}`);
  stream.addEventListener("message", renew);
}

function renew() {
  if (!is_typing()) location.replace(location.pathname + location.search);
}

listen();
if (counter.dataset.over !== "0") setTimeout(renew, counter.dataset.over * 1000);
addEventListener("pagehide", () => stream.close());
addEventListener("pageshow", (event) => event.persisted && location.reload());
