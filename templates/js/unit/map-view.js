import { find, make } from "../dom.js";
import { wordOf } from "../words.js";

/**
 * A map that can be pointed at: by mouse, by touch, by arrow keys. It says which cell, and shows a window that it is told.
 * @typedef {{
 *   element: HTMLElement, height: number, width: number, role: string, unit: number,
 *   show(top: number, left: number, height: number, width: number): void,
 * }} MapView
 */

/**
 * @param {HTMLElement} element a `.map-view` with `data-height`, `data-width`, `data-role` and `data-unit`
 * @param {(view: MapView, row: number, column: number, isChoice: boolean) => void} pointed `isChoice` for a click, a tap or Enter
 * @returns {MapView}
 */
export function mapView(element, pointed) {
  const height = Number(element.dataset.height);
  const width = Number(element.dataset.width);
  let cursor = find(".cursor", element);
  if (!cursor) element.append((cursor = make("span", { class: "cursor", hidden: true })));
  let row = 0;
  let column = 0;
  /** @type {MapView} */
  const view = {
    element,
    height,
    width,
    role: element.dataset.role ?? "",
    unit: Number(element.dataset.unit),
    show(top, left, rows, columns) {
      row = Math.min(height - 1, Math.max(0, top));
      column = Math.min(width - 1, Math.max(0, left));
      placeCursor(/** @type {HTMLElement} */ (cursor), top / height, left / width, rows / height, columns / width);
    },
  };
  const point = (/** @type {PointerEvent} */ event, /** @type {boolean} */ isChoice) => {
    const box = element.getBoundingClientRect();
    const y = Math.floor(((event.clientY - box.top - element.clientTop) / element.clientHeight) * height);
    const x = Math.floor(((event.clientX - box.left - element.clientLeft) / element.clientWidth) * width);
    if (y >= 0 && y < height && x >= 0 && x < width) pointed(view, y, x, isChoice);
  };
  element.addEventListener("pointermove", (event) => event.pointerType === "mouse" && point(event, false));
  followFinger(element, (event) => point(event, false));
  element.addEventListener("click", (event) => point(/** @type {PointerEvent} */ (event), true));
  element.addEventListener("keydown", (event) => {
    const step = event.shiftKey ? 5 : 1;
    const moves = { ArrowUp: [-step, 0], ArrowDown: [step, 0], ArrowLeft: [0, -step], ArrowRight: [0, step] };
    const move = moves[/** @type {keyof typeof moves} */ (event.key)];
    if (move) {
      event.preventDefault();
      pointed(view, Math.min(height - 1, Math.max(0, row + move[0])), Math.min(width - 1, Math.max(0, column + move[1])), false);
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      pointed(view, row, column, true);
    }
  });
  const alt = find("img", element)?.getAttribute("alt");
  if (alt && !element.getAttribute("aria-label")) element.setAttribute("aria-label", wordOf("map_label", wordOf(view.role + "_map"), alt));
  element.tabIndex = 0;
  element.setAttribute("role", "application");
  element.setAttribute("aria-roledescription", wordOf("map_of_cells"));
  return view;
}

/** @param {HTMLElement} cursor @param {number} top @param {number} left @param {number} height @param {number} width shares of the map */
export function placeCursor(cursor, top, left, height, width) {
  cursor.hidden = false;
  const style = cursor.style;
  style.top = top * 100 + "%";
  style.left = left * 100 + "%";
  style.height = height * 100 + "%";
  style.width = width * 100 + "%";
}

/** How long a finger has to rest before it holds the cell, in milliseconds, and how far it may tremble meanwhile, in pixels. */
const HOLD = { time: 250, distance: 8 };

/**
 * A finger that rests first, or moves sideways, moves the cell; one that moves up or down at once scrolls the page.
 * @param {HTMLElement} element @param {(event: PointerEvent) => void} moved
 */
function followFinger(element, moved) {
  /** @type {PointerEvent | null} */
  let pressed = null;
  let isHeld = false;
  let timer = 0;
  const hold = (/** @type {PointerEvent} */ event) => {
    isHeld = true;
    moved(event);
  };
  const release = () => {
    clearTimeout(timer);
    pressed = null;
    isHeld = false;
  };
  element.addEventListener("pointerdown", (event) => {
    release();
    if (event.pointerType === "mouse" || !event.isPrimary) return;
    pressed = event;
    timer = setTimeout(() => hold(event), HOLD.time);
  });
  element.addEventListener("pointermove", (event) => {
    if (!pressed) return;
    const [right, down] = [Math.abs(event.clientX - pressed.clientX), Math.abs(event.clientY - pressed.clientY)];
    if (isHeld) moved(event);
    else if (right > HOLD.distance && right > down) hold(event);
    else if (down > HOLD.distance) release();
  });
  for (const end of ["pointerup", "pointercancel"]) element.addEventListener(end, release);
  // While the cell is held the page stands still, and no menu comes up.
  element.addEventListener("touchmove", (event) => isHeld && event.preventDefault(), { passive: false });
  element.addEventListener("contextmenu", (event) => pressed && event.preventDefault());
}
