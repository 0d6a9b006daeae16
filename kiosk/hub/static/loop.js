/* Puts the loop in order by dragging: what a mouse does here, the arrow buttons do without a script. */
"use strict";

const list = document.querySelector("[data-order]");
let held = null;

function find_item(target) {
  return target.closest("li");
}

function hold(event) {
  held = find_item(event.target);
  held.classList.add("held");
  event.dataTransfer.effectAllowed = "move";
}

function make_room(event) {
  const other = find_item(event.target);
  if (!held || !other || other === held) return;
  event.preventDefault();
  const box = other.getBoundingClientRect();
  const is_below = event.clientY > box.top + box.height / 2;
  other.parentNode.insertBefore(held, is_below ? other.nextSibling : other);
}

function let_go() {
  held.classList.remove("held");
  held = null;
  document.getElementById(list.dataset.order).submit();
}

if (list) {
  list.addEventListener("dragstart", hold);
  list.addEventListener("dragover", make_room);
  list.addEventListener("drop", (event) => event.preventDefault());
  list.addEventListener("dragend", let_go);
}
