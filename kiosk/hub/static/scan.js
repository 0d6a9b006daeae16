/* Reads the code on a card, a phone or goods with the camera, where the browser can; everywhere else it is typed. */
"use strict";

const form = document.querySelector("[data-scan]");
const FORMATS = ["code_128", "data_matrix", "ean_13", "ean_8", "itf", "qr_code", "upc_a", "upc_e"];
const PAUSE_MS = 150;

async function open_camera(video) {
  video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  video.hidden = false;
  await video.play();
}

function close_camera(video) {
  video.srcObject?.getTracks().forEach((track) => track.stop());
  video.srcObject = null;
  video.hidden = true;
}

async function find_code(video) {
  const detector = new BarcodeDetector({ formats: FORMATS });
  while (video.srcObject) {
    const [code] = await detector.detect(video);
    if (code) return code.rawValue;
    await new Promise((resume) => setTimeout(resume, PAUSE_MS));
  }
  return "";
}

/* What a phone shows is an address, which ends with its code. */
function take(code) {
  const input = form.querySelector("input[type=text]");
  input.value = code.split("#").pop();
  input.focus();
  if (form.dataset.scan === "send") form.requestSubmit();
}

async function scan(button, video) {
  button.disabled = true;
  try {
    await open_camera(video);
    const code = await find_code(video);
    if (code) take(code);
    button.disabled = false;
  } catch {
    button.hidden = true; // refused by who holds it, or by the device: the code can be typed
  } finally {
    close_camera(video);
  }
}

if (form && "BarcodeDetector" in window && navigator.mediaDevices) {
  const [button, video] = [form.querySelector("[data-scan-button]"), form.querySelector("video")];
  button.hidden = false;
  button.addEventListener("click", () => scan(button, video));
  addEventListener("pagehide", () => close_camera(video));
}
