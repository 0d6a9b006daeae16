/* Lets files be dropped anywhere on what takes them; those that miss it do not take the page's place. */
"use strict";

const regions = document.querySelectorAll("[data-drop]");

function carries_files(event) {
  return event.dataTransfer.types.includes("Files");
}

function mark(region) {
  for (const one of regions) one.classList.toggle("over", one === region);
}

function hover(event) {
  if (!carries_files(event)) return;
  const region = event.target.closest("[data-drop]");
  event.preventDefault();
  event.dataTransfer.dropEffect = region ? "copy" : "none";
  mark(region);
}

/* As if they had been chosen: where one is wanted, the first. */
function take(event) {
  if (!carries_files(event)) return;
  event.preventDefault();
  mark(null);
  const chooser = event.target.closest("[data-drop]")?.querySelector('[type="file"]:enabled');
  if (!chooser) return;
  const taken = new DataTransfer();
  const files = [...event.dataTransfer.files];
  for (const file of chooser.multiple ? files : files.slice(0, 1)) taken.items.add(file);
  chooser.files = taken.files;
}

addEventListener("dragover", hover);
addEventListener("drop", take);
addEventListener("dragleave", (event) => event.relatedTarget || mark(null));
