/* Reads the codes on cards, phones and goods with the camera: by the browser's own reader, or by the one that lies
   beside this where the browser has none. A form that is to `send` takes one code, one that is to `go-on` many. */
"use strict";

const form = document.querySelector("[data-scan]");
const FORMATS = ["code_128", "data_matrix", "ean_13", "ean_8", "itf", "qr_code", "upc_a", "upc_e"];
const PAUSE_MS = 120;
const GONE_LOOKS = 6; // so many looks without it, and the same code is on another piece

async function open_camera(video) {
  const wish = { facingMode: "environment", width: { ideal: 1280 } };
  video.srcObject = await navigator.mediaDevices.getUserMedia({ video: wish });
  video.hidden = false;
  await video.play();
}

function close_camera(video) {
  video.srcObject?.getTracks().forEach((track) => track.stop());
  video.srcObject = null;
  video.hidden = true;
}

async function has_own_reader() {
  if (!("BarcodeDetector" in window)) return false;
  const known = await BarcodeDetector.getSupportedFormats();
  return FORMATS.every((format) => known.includes(format));
}

function load(address) {
  return new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src: address, onload: resolve, onerror: reject });
    document.head.append(script);
  });
}

async function make_reader() {
  if (await has_own_reader()) return new BarcodeDetector({ formats: FORMATS });
  if (!("BarcodeDetectionAPI" in window)) await load("/static/barcode-detector.js");
  const { BarcodeDetector: Reader, prepareZXingModule } = BarcodeDetectionAPI;
  await prepareZXingModule({ overrides: { locateFile: (name) => `/static/${name}` }, fireImmediately: true });
  return new Reader({ formats: FORMATS });
}

function take(code) {
  const input = form.querySelector("input[type=text]");
  // What a phone shows is an address, which ends with its code; what goods bear is theirs from end to end.
  input.value = form.dataset.scan === "go-on" ? code : code.split("#").pop();
  navigator.vibrate?.(40);
  if (form.dataset.scan) form.requestSubmit();
  else input.focus();
}

async function watch(video, reader) {
  const seen = new Map();
  for (let look = 0; video.srcObject; look += 1) {
    const [found] = await reader.detect(video).catch(() => []); // the camera was closed meanwhile
    const code = found?.rawValue ?? "";
    const is_new = code && look - (seen.get(code) ?? -Infinity) > GONE_LOOKS;
    seen.set(code, look);
    if (is_new) take(code);
    if (is_new && form.dataset.scan !== "go-on") return;
    await new Promise((resume) => setTimeout(resume, PAUSE_MS));
  }
}

async function scan(button, video, complaint) {
  button.textContent = button.dataset.stop;
  complaint.hidden = true;
  try {
    const [reader] = await Promise.all([make_reader(), open_camera(video)]);
    await watch(video, reader);
  } catch {
    complaint.hidden = false; // refused by who holds it, or by the device: the code can be typed
  } finally {
    close_camera(video);
    button.textContent = button.dataset.start;
  }
}

if (form && navigator.mediaDevices) {
  const [button, video] = [form.querySelector("[data-scan-button]"), form.querySelector("video")];
  const complaint = form.querySelector("[data-scan-complaint]");
  button.dataset.start = button.textContent;
  button.hidden = false;
  button.addEventListener("click", () => (video.srcObject ? close_camera(video) : scan(button, video, complaint)));
  addEventListener("pagehide", () => close_camera(video));
}
