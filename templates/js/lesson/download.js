// A figure as SVG or PNG: what the page shows of it, box by box and word by word, so that every kind of figure can be saved.

import { find, findAll, make } from "../dom.js";
import { wordOf } from "../words.js";

export function startDownloads() {
  for (const button of /** @type {HTMLButtonElement[]} */ (findAll("[data-download]"))) {
    button.hidden = false;
    button.addEventListener("click", () => saveFigure(button));
  }
}

/** @param {HTMLButtonElement} button */
async function saveFigure(button) {
  const figure = /** @type {HTMLElement} */ (button.closest("figure.figure"));
  const kind = button.dataset.download ?? "svg";
  const { text, isWhole } = await figureSvg(/** @type {HTMLElement} */ (find(".figure-body", figure)));
  const said = find(".figure-said", figure);
  if (said) said.textContent = isWhole ? "" : wordOf(kind === "png" ? "needs_server" : "links_pictures");
  if (kind === "png" && !isWhole) return;
  const blob = kind === "png" ? await pngOf(text) : new Blob([text], { type: "image/svg+xml" });
  const link = /** @type {HTMLAnchorElement} */ (make("a", { href: URL.createObjectURL(blob), download: `${figure.id}.${kind}` }));
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** @param {HTMLImageElement} image */
async function whenLoaded(image) {
  if (image.complete && image.naturalWidth > 0) return;
  await new Promise((resolve, reject) => {
    image.addEventListener("load", resolve);
    image.addEventListener("error", reject);
    image.loading = "eager";
  });
}

/** @param {string} svg @returns {Promise<Blob>} */
async function pngOf(svg) {
  const image = new Image();
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svg);
  await whenLoaded(image);
  const canvas = document.createElement("canvas");
  canvas.width = image.width * 2;
  canvas.height = image.height * 2;
  /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")).drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"));
}

/**
 * @param {HTMLElement} body
 * @returns {Promise<{ text: string, isWhole: boolean }>} `isWhole` is false where the browser doesn't let a page read its own
 *   pictures, as with files
 */
async function figureSvg(body) {
  const root = drawSvg("svg", { xmlns: "http://www.w3.org/2000/svg" });
  // What is drawn is the picture of the figure, not the page that came alive in its place.
  const isLive = body.classList.contains("is-live");
  body.classList.remove("is-live");
  const origin = body.getBoundingClientRect();
  const state = { root, left: origin.left - 12, top: origin.top - 12, width: 0, height: 0, isWhole: true };
  await drawElement(body, state).finally(() => body.classList.toggle("is-live", isLive));
  const [width, height] = [Math.ceil(state.width + 12), Math.ceil(state.height + 12)];
  root.prepend(drawSvg("rect", { width, height, fill: getComputedStyle(/** @type {Element} */ (body.parentElement)).backgroundColor }));
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` })) root.setAttribute(name, String(value));
  return { text: new XMLSerializer().serializeToString(root), isWhole: state.isWhole };
}

/** @param {string} tag @param {Record<string, string | number>} attributes @param {...(Node | string)} children @returns {SVGElement} */
function drawSvg(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/** @typedef {{ root: SVGElement, left: number, top: number, width: number, height: number, isWhole: boolean }} Drawing */

/** @param {Element} element @param {Drawing} drawing */
async function drawElement(element, drawing) {
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  if (style.display === "none" || style.visibility === "hidden" || style.clipPath !== "none" || element.matches("form, script, summary"))
    return;
  const place = { x: box.left - drawing.left, y: box.top - drawing.top, width: box.width, height: box.height };
  if (box.width > 0) {
    drawing.width = Math.max(drawing.width, place.x + box.width);
    drawing.height = Math.max(drawing.height, place.y + box.height);
  }
  if (element instanceof SVGSVGElement) return void drawing.root.append(copySvg(element, place));
  drawBox(style, place, drawing);
  if (element instanceof HTMLImageElement) return drawImage(element, place, drawing);
  for (const [pseudo, x, anchor] of /** @type {Array<[string, number, string]>} */ ([
    ["::before", place.x, "start"],
    ["::after", place.x + place.width, "end"],
  ])) {
    const content = getComputedStyle(element, pseudo).content.match(/^"(.+)"$/);
    if (content) drawText(content[1], style, x, place.y + (pseudo === "::after" ? place.height - 8 : place.height / 2), drawing, anchor);
  }
  for (const child of element.childNodes) {
    if (child instanceof Element) await drawElement(child, drawing);
    else if (child instanceof Text) drawWords(child, style, drawing);
  }
}

/**
 * Background, border and outline.
 * @param {CSSStyleDeclaration} style @param {{ x: number, y: number, width: number, height: number }} place @param {Drawing} drawing
 */
function drawBox(style, place, drawing) {
  const rx = parseFloat(style.borderTopLeftRadius) || 0;
  const colours = style.backgroundImage.startsWith("linear-gradient(90deg") ? style.backgroundImage.match(/rgba?\([^)]*\)/g) : null;
  if (colours) {
    const id = `ramp-${drawing.root.childNodes.length}`;
    drawing.root.append(
      drawSvg(
        "linearGradient",
        { id },
        ...colours.map((colour, i) => drawSvg("stop", { offset: i / (colours.length - 1), "stop-color": colour })),
      ),
    );
    drawing.root.append(drawSvg("rect", { ...place, rx, fill: `url(#${id})` }));
  } else if (!/^rgba\(.*, 0\)$|^transparent$/.test(style.backgroundColor)) {
    drawing.root.append(drawSvg("rect", { ...place, rx, fill: style.backgroundColor }));
  }
  for (const [side, x1, y1, x2, y2] of /** @type {Array<["Top" | "Bottom" | "Left" | "Right", number, number, number, number]>} */ ([
    ["Top", 0, 0, 1, 0],
    ["Bottom", 0, 1, 1, 1],
    ["Left", 0, 0, 0, 1],
    ["Right", 1, 0, 1, 1],
  ])) {
    const width = parseFloat(style[`border${side}Width`]);
    if (width > 0)
      drawing.root.append(
        drawSvg("line", {
          x1: place.x + x1 * place.width,
          y1: place.y + y1 * place.height,
          x2: place.x + x2 * place.width,
          y2: place.y + y2 * place.height,
          stroke: style[`border${side}Color`],
          "stroke-width": width,
        }),
      );
  }
  if (style.outlineStyle === "solid" && parseFloat(style.outlineWidth) > 0)
    drawing.root.append(
      drawSvg("rect", { ...place, fill: "none", stroke: style.outlineColor, "stroke-width": parseFloat(style.outlineWidth) }),
    );
}

/** @param {HTMLImageElement} image @param {{ x: number, y: number, width: number, height: number }} place @param {Drawing} drawing */
async function drawImage(image, place, drawing) {
  let href = image.src;
  try {
    await whenLoaded(image);
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")).drawImage(image, 0, 0);
    href = canvas.toDataURL();
  } catch {
    drawing.isWhole = false;
  }
  drawing.root.append(
    drawSvg("image", { ...place, href, preserveAspectRatio: "none", style: `image-rendering:${getComputedStyle(image).imageRendering}` }),
  );
}

/** A text node, line by line. @param {Text} node @param {CSSStyleDeclaration} style @param {Drawing} drawing */
function drawWords(node, style, drawing) {
  const range = document.createRange();
  /** @type {{ text: string, x: number, y: number } | null} */
  let line = null;
  for (const word of node.data.matchAll(/\S+\s*/g)) {
    range.setStart(node, word.index);
    range.setEnd(node, word.index + word[0].trimEnd().length);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    const x = style.direction === "rtl" ? box.right : box.left;
    const y = box.top + box.height / 2 - drawing.top;
    if (line && Math.abs(line.y - y) < 2) {
      line.text += word[0];
      continue;
    }
    if (line) drawText(line.text, style, line.x, line.y, drawing);
    line = { text: word[0], x: x - drawing.left, y };
  }
  if (line) drawText(line.text, style, line.x, line.y, drawing);
}

/** @param {string} text @param {CSSStyleDeclaration} style @param {number} x @param {number} y @param {Drawing} drawing */
function drawText(text, style, x, y, drawing, anchor = "start") {
  drawing.root.append(
    drawSvg(
      "text",
      {
        x,
        y,
        fill: style.color,
        "font-family": style.fontFamily,
        "font-size": style.fontSize,
        "font-weight": style.fontWeight,
        "font-style": style.fontStyle,
        direction: style.direction,
        "dominant-baseline": "central",
        "text-anchor": anchor,
      },
      text.trimEnd(),
    ),
  );
}

/**
 * A drawing within the figure keeps its form; its styles come along.
 * @param {SVGSVGElement} svg @param {{ x: number, y: number, width: number, height: number }} place
 */
function copySvg(svg, place) {
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
  const [from, to] = [[...svg.querySelectorAll("*")], [...copy.querySelectorAll("*")]];
  from.forEach((element, i) => {
    const style = getComputedStyle(element);
    if (style.display === "none") to[i].setAttribute("display", "none");
    for (const name of ["fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font-size"])
      to[i].setAttribute(name, style.getPropertyValue(name));
  });
  for (const [name, value] of Object.entries(place)) copy.setAttribute(name, String(value));
  return copy;
}
