/* Lets nothing that a sign-in showed outlast it: not on a page that nobody touches any more, nor behind "back". */
"use strict";

const idle = document.body.dataset.idle;

/* Time alone ends it, for the hub may be out of reach by then. */
if (idle) {
  setTimeout(() => {
    document.body.replaceChildren();
    location.reload();
  }, idle * 1000);
}

addEventListener("pageshow", (event) => event.persisted && location.reload());
