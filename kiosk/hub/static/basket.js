/* Sends what a member scans and presses on her basket's page, in order and each once, and shows what comes of it.
   Without network her phone keeps it: codes and the names of buttons, until they are sent or she signs out. */
"use strict";

const basket = document.querySelector("[data-basket]");
const KEY = `basket ${basket.dataset.basket}`;
const PARTS = ["lead", "latest", "lines", "idle"];
const AGAIN_MS = 3000;
const MOST = 100;
let is_sending = false;
let stream = null;
let timer = 0;

function read_queue() {
  const kept = JSON.parse(localStorage.getItem(KEY) ?? "null");
  return kept?.owner === basket.dataset.owner ? kept.entries : [];
}

function write_queue(entries) {
  if (entries.length) localStorage.setItem(KEY, JSON.stringify({ owner: basket.dataset.owner, entries }));
  else localStorage.removeItem(KEY);
  list("waiting", entries.map((entry) => entry.label));
  document.getElementById("full").hidden = entries.length < MOST;
}

function list(id, texts) {
  const rows = texts.map((text) => Object.assign(document.createElement("li"), { textContent: text }));
  document.querySelector(`#${id} ul`).replaceChildren(...rows);
  document.getElementById(id).hidden = !rows.length;
}

function refuse(label, reason) {
  const said = [...document.querySelectorAll("#refused li")].map((row) => row.textContent);
  list("refused", [...said, `${label}: ${reason}`]);
}

/* The id by which the store knows what it did already. */
function mint() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function name_button(form, button) {
  const group = form.querySelector("[role=group]")?.getAttribute("aria-label");
  return button.getAttribute("aria-label") ?? [group, button.textContent.trim()].filter(Boolean).join(" – ");
}

/* What finds no room any more stays typed: the page says so. */
function keep(form, submitter) {
  const entries = read_queue();
  if (entries.length >= MOST) return;
  const [field, value] = submitter?.name ? [submitter.name, submitter.value] : ["number", form.elements.number.value];
  const label = field === "number" ? value : name_button(form, submitter);
  const entry = { path: form.action, page: mint(), field, value, label };
  write_queue([...entries, entry]);
  form.reset();
  send_all();
}

function show_network(is_there) {
  document.getElementById("offline").hidden = is_there;
}

/* As the hub rendered it; who goes by keys stays on her button, and what she typed of her address stays typed. While the
   basket is paid another page stands there. */
function show(answer) {
  if (!answer.getElementById("lines")) {
    location.reload();
    return;
  }
  const label = document.activeElement?.getAttribute("aria-label");
  const typed = document.getElementById("address")?.value;
  for (const id of PARTS) document.getElementById(id).replaceWith(answer.getElementById(id));
  const address = document.getElementById("address");
  if (typed && address) address.value = typed;
  if (label) document.querySelector(`[aria-label="${CSS.escape(label)}"]`)?.focus();
}

async function read_page(response) {
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

/* While it is paid, on whichever phone, the basket's address leads to where that stands: once nothing is left to read. */
function take_in(response, answer) {
  if (answer.getElementById("lines")) show(answer);
  else if (document.getElementById("refused").hidden) location.replace(response.url);
}

/* Nobody looks at a page in a pocket: what it shows she has not seen. */
function say_unseen() {
  return document.hidden ? { "Vitrine-Unseen": "yes" } : {};
}

async function send(entry) {
  const form_token = basket.querySelector("[name=form_token]").value;
  const body = new URLSearchParams({ form_token, page: entry.page, [entry.field]: entry.value });
  const response = await fetch(entry.path, { method: "POST", body, headers: say_unseen() });
  if (response.status >= 500 || response.status === 429) throw new TypeError("not now");
  const answer = await read_page(response);
  if (response.ok) take_in(response, answer);
  else refuse(entry.label, (answer.getElementById("complaint") ?? answer.querySelector("h1")).textContent);
}

async function send_all() {
  if (is_sending) return;
  is_sending = true;
  try {
    for (let [entry] = read_queue(); entry; [entry] = read_queue()) {
      await send(entry);
      write_queue(read_queue().filter((other) => other.page !== entry.page));
    }
    show_network(true);
  } catch {
    show_network(false);
    clearTimeout(timer);
    timer = setTimeout(send_all, AGAIN_MS);
  } finally {
    is_sending = false;
  }
}

async function renew() {
  const response = await fetch(location.href, { headers: say_unseen() }).catch(() => null);
  if (response?.ok) take_in(response, await read_page(response));
}

function listen() {
  stream = new EventSource(`${basket.dataset.basket}/stream?after=${basket.dataset.last}`);
  stream.addEventListener("message", renew);
  stream.addEventListener("open", send_all);
}

basket.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-queue]")) return;
  event.preventDefault();
  keep(event.target, event.submitter);
});
document.querySelector("#refused button").addEventListener("click", () => {
  list("refused", []);
  renew();
});
document.addEventListener("visibilitychange", () => document.hidden || renew());
addEventListener("online", send_all);
addEventListener("offline", () => show_network(false));
addEventListener("pagehide", () => stream.close());
addEventListener("pageshow", (event) => event.persisted && listen());
write_queue(read_queue());
listen();
send_all();
