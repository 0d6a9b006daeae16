/* Shows that the store wrote, and leads to the page where it stands. It keeps nothing and answers no page itself. */
"use strict";

function show(event) {
  const { title, body, tag, url } = event.data.json();
  const icon = "/home-screen/icon-192.png";
  event.waitUntil(self.registration.showNotification(title, { body, tag, icon, data: url }));
}

async function open_page(url) {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const open = pages.find((page) => page.url.split(/[?#]/)[0] === url);
  return open ? open.focus() : self.clients.openWindow(url);
}

self.addEventListener("push", show);
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open_page(event.notification.data));
});
