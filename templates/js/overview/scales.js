// The colours of all signed maps can run over a unit's own range, a layer's, a module's or the network's. The page's pictures are
// drawn for the layer's; the others are drawn here, from numbers that are loaded when they are first asked for.

import { colourAt, drawMap, paletteOf } from "../colours.js";
import { shortNumber } from "../compute/numbers.js";
import { loadPayload } from "../data.js";
import { find, findAll, make } from "../dom.js";
import { onFragment, readFragment, writeFragment } from "../fragment.js";
import { wordOf } from "../words.js";
import { keptSwitches } from "./switches.js";
import { findIn } from "./trace.js";

/**
 * A signed unit of the overview.
 * @typedef {{ link: HTMLElement, layer: HTMLElement, minimum: number, maximum: number, cells: Uint8Array, original: string }} ScaledUnit
 */

export function startScales() {
  const choice = find("[data-scales]");
  const network = find(".network");
  if (!choice || !network) return;
  choice.hidden = false;
  // A deep network has a drawing in each module, with numbers of its own; only those of open modules are loaded.
  const drawings = [network, ...findAll(".network", network)];
  /** @type {Map<HTMLElement, ScaledUnit[]>} */
  const units = new Map();
  let wanted = "layer";

  /** @param {HTMLElement} drawing @param {string} scale */
  const draw = async (drawing, scale) => {
    const isOpen = !drawing.closest("details:not([open])");
    if (!isOpen || (!units.has(drawing) && scale === "layer")) return;
    if (!units.has(drawing))
      units.set(drawing, readScaledUnits(drawing, await loadPayload(drawing.dataset.values ?? choice.dataset.scales ?? "")));
    if (scale === wanted) drawScale(network, drawing, units.get(drawing) ?? [], scale);
  };
  /** @param {string} scale */
  const apply = (scale) => {
    wanted = scale;
    for (const drawing of drawings) draw(drawing, scale);
  };
  const restore = () => {
    const scale = readFragment().get("scale") ?? keptSwitches().scale ?? "layer";
    const radio = /** @type {HTMLInputElement | null} */ (find(`[value="${CSS.escape(scale)}"]`, choice));
    if (!radio || scale === wanted) return;
    radio.checked = true;
    apply(scale);
  };
  choice.addEventListener("change", (event) => {
    const { value } = /** @type {HTMLInputElement} */ (event.target);
    apply(value);
    writeFragment({ scale: value === "layer" ? null : value });
  });
  network.addEventListener("toggle", () => apply(wanted), true);
  onFragment(restore);
  restore();
}

/**
 * The units in the page's order, as the data file has them.
 * @param {HTMLElement} network @param {Uint8Array} bytes @returns {ScaledUnit[]}
 */
function readScaledUnits(network, bytes) {
  const numbers = new DataView(bytes.buffer, bytes.byteOffset);
  let at = 0;
  return findIn(network, '[data-palette="diverging"] [data-unit]')
    .filter((link) => !find(".whole", link))
    .map((link) => {
      const image = /** @type {HTMLImageElement | null} */ (find("img", link));
      const count = image ? Number(image.getAttribute("width")) * Number(image.getAttribute("height")) : 1;
      const unit = {
        link,
        layer: /** @type {HTMLElement} */ (link.closest(".layer")),
        minimum: numbers.getFloat32(at, true),
        maximum: numbers.getFloat32(at + 4, true),
        cells: bytes.subarray(at + 8, at + 8 + count),
        original: image ? (image.getAttribute("src") ?? "") : (find(".tile", link)?.style.getPropertyValue("--c") ?? ""),
      };
      at += 8 + count;
      return unit;
    });
}

/**
 * The largest magnitude that a unit's colours reach under a scale.
 * @param {HTMLElement} network @param {ScaledUnit} unit @param {string} scale
 */
function highOf(network, unit, scale) {
  const own = Math.max(Math.abs(unit.minimum), Math.abs(unit.maximum));
  if (scale === "unit" && unit.cells.length > 1) return own || 1;
  return layerHigh(network, unit.layer, scale);
}

/** @param {HTMLElement} network @param {HTMLElement} layer @param {string} scale */
function layerHigh(network, layer, scale) {
  const own = Number(layer.dataset.high);
  const within = findAll('[data-palette="diverging"][data-high]', network).filter(
    (other) => scale === "network" || (scale === "module" && layer.dataset.module && other.dataset.module === layer.dataset.module),
  );
  return Math.max(own, ...within.map((other) => Number(other.dataset.high)));
}

/** @param {HTMLElement} network @param {HTMLElement} drawing @param {ScaledUnit[]} units @param {string} scale */
function drawScale(network, drawing, units, scale) {
  const canvas = document.createElement("canvas");
  for (const unit of units) {
    const high = highOf(network, unit, scale);
    unit.link.dataset.high = String(high);
    const image = /** @type {HTMLImageElement | null} */ (find("img", unit.link));
    if (!image) {
      const [red, green, blue] = colourAt(paletteOf("diverging"), -high, high, unit.minimum);
      find(".tile", unit.link)?.style.setProperty("--c", scale === "layer" ? unit.original : `rgb(${red} ${green} ${blue})`);
      continue;
    }
    if (scale === "layer") {
      image.src = unit.original;
      continue;
    }
    const step = (unit.maximum - unit.minimum) / 255;
    const values = Float32Array.from(unit.cells, (cell) => unit.minimum + cell * step);
    drawMap(canvas, values, Number(image.getAttribute("height")), Number(image.getAttribute("width")), {
      palette: "diverging",
      minimum: -high,
      maximum: high,
    });
    image.src = canvas.toDataURL();
  }
  for (const layer of findIn(drawing, '[data-palette="diverging"]')) showEnds(network, layer, scale);
  drawing.dataset.scale = scale;
  drawing.dispatchEvent(new CustomEvent("scalechange", { bubbles: true }));
}

/**
 * The legend below a layer says what its colours stand for now.
 * @param {HTMLElement} network @param {HTMLElement} layer @param {string} scale
 */
function showEnds(network, layer, scale) {
  const ends = find(".legend .ends", layer);
  if (!ends) return;
  if (scale === "unit" && find("img", layer)) {
    ends.textContent = wordOf("own_scale");
    return;
  }
  const high = layerHigh(network, layer, scale);
  ends.replaceChildren("±", make("data", { class: "high", value: high }, shortNumber(high)));
}
