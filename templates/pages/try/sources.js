// Where a picture comes from: a file that is chosen, dropped or pasted, the camera, or one of the site's own.
import { find, findAll } from "../../js/dom.js";
import { loadNumbers, runScript } from "../../js/data.js";
import { PictureError } from "../../js/live/recipe/refusal.js";
import { prepare } from "../../js/live/recipe/tensor.js";

/** @typedef {import("../../js/live/paint/brush.js").Board} Board */
/** @typedef {import("../../js/live/recipe/placement.js").Recipe} Recipe */

/** Once the page is painted: what takes long then begins with a sign of it. A page that isn't seen is never painted. @returns {Promise<void>} */
export function painted() {
  return new Promise((resolve) => {
    setTimeout(resolve, 100);
    requestAnimationFrame(() => setTimeout(resolve, 0));
  });
}

/**
 * A file as the network sees it; what that takes is loaded with the first one.
 * @param {Blob} file @param {Recipe} recipe
 * @returns {Promise<Board>}
 * @throws {PictureError}
 */
export async function boardOfFile(file, recipe) {
  const reader = () => /** @type {any} */ (globalThis).convscopeReader;
  if (!reader()) await runScript((document.body.dataset.root ?? "") + find(".studio")?.dataset.reader);
  const board = await reader()(file, recipe);
  if (board.key) throw new PictureError(board.key, ...board.values);
  return board;
}

/**
 * One of the site's pictures, read back from the numbers of its channels: what each of them was made of is known.
 * @param {string[]} routes @param {Recipe} recipe
 * @returns {Promise<Board>}
 */
export async function boardOfChannels(routes, recipe) {
  const [, height, width] = recipe.shape;
  const channels = await Promise.all(routes.map(loadNumbers));
  const rgb = new Uint8Array(width * height * 3);
  recipe.sources.forEach((source, channel) => {
    const bytes = new Map(Array.from({ length: 256 }, (_, value) => [Math.fround(prepare(recipe, value, channel)), value]));
    const places = { red: [0], green: [1], blue: [2], luminance: [0, 1, 2], alpha: [] }[source];
    channels[channel].forEach((number, i) => {
      for (const place of places) rgb[i * 3 + place] = bytes.get(number) ?? 0;
    });
  });
  return { width, height, rgb };
}

/**
 * Takes files that are chosen, dropped or pasted anywhere on the page.
 * @param {(file: Blob) => void} take
 * @param {() => void} none nothing of it is a file
 */
export function startFiles(take, none) {
  const input = /** @type {HTMLInputElement} */ (find("input[type=file]"));
  input.addEventListener("change", () => {
    if (input.files?.[0]) take(input.files[0]);
    input.value = "";
  });
  addEventListener("paste", (event) => {
    const file = event.clipboardData?.files[0];
    if (!file) return;
    event.preventDefault();
    take(file);
  });
  const studio = /** @type {HTMLElement} */ (find(".studio"));
  for (const kind of ["dragenter", "dragover"]) {
    addEventListener(kind, (event) => {
      event.preventDefault();
      studio.classList.add("is-over");
    });
  }
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) studio.classList.remove("is-over");
  });
  addEventListener("drop", (event) => {
    event.preventDefault();
    studio.classList.remove("is-over");
    const file = event.dataTransfer?.files[0];
    if (file) take(file);
    else none();
  });
}

/** @param {(id: string) => void} take */
export function startRecorded(take) {
  for (const button of findAll("[data-recorded]")) button.addEventListener("click", () => take(button.dataset.recorded ?? ""));
}

/**
 * The camera: opened when it is asked for, and closed as soon as a picture is taken.
 * @param {(file: Blob) => void} take @param {(error: PictureError) => void} refuse
 */
export function startCamera(take, refuse) {
  const panel = /** @type {HTMLElement} */ (find(".camera"));
  const video = /** @type {HTMLVideoElement} */ (find("video", panel));
  /** @type {MediaStream | null} */
  let stream = null;
  const close = () => {
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = video.srcObject = null;
    panel.hidden = true;
  };
  const open = async () => {
    if (!navigator.mediaDevices?.getUserMedia) return refuse(new PictureError("live_no_camera_here"));
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    } catch (error) {
      const isRefused = error instanceof DOMException && error.name === "NotAllowedError";
      return refuse(new PictureError(isRefused ? "live_camera_refused" : "live_no_camera"));
    }
    video.srcObject = stream;
    // Before it plays there is no picture to take.
    await video.play();
    panel.hidden = false;
    find("[data-do=shoot]", panel)?.focus();
  };
  find("[data-do=camera]")?.addEventListener("click", () => (stream ? close() : open()));
  find("[data-do=close-camera]", panel)?.addEventListener("click", close);
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  addEventListener("pagehide", close);
  find("[data-do=shoot]", panel)?.addEventListener("click", () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
    canvas.getContext("2d")?.drawImage(video, 0, 0);
    close();
    canvas.toBlob((blob) => (blob ? take(blob) : refuse(new PictureError("live_no_camera"))), "image/png");
  });
}
