// The picture and what is changed stand in the address; a picture too large for it stays in this tab.
import { packBoard, unpackBoard } from "./pack.js";
import { readInterventions, writeInterventions } from "./interventions.js";

/** @typedef {import("../paint/brush.js").Board} Board */
/** @typedef {import("./interventions.js").Intervention} Intervention */

/**
 * What an address says; `problem` names the words that tell what is wrong with it.
 * @typedef {{ board: Board | null, interventions: Intervention[], problem: string }} Told
 */

const IN_TAB = "tab";

/** @param {string} site */
function keyOf(site) {
  return `convscope-${site}-picture`;
}

/** @param {Board} board */
function toText({ rgb }) {
  let text = "";
  for (const value of rgb) text += String.fromCharCode(value);
  return btoa(text);
}

/** The picture that this tab keeps. @param {string} site @param {number} width @param {number} height @returns {Board | null} */
function keptBoard(site, width, height) {
  try {
    const text = atob(sessionStorage.getItem(keyOf(site)) ?? "");
    return text.length === width * height * 3 ? { width, height, rgb: Uint8Array.from(text, (letter) => letter.charCodeAt(0)) } : null;
  } catch {
    return null;
  }
}

/** Reads this page's address. @param {string} site @param {number} width @param {number} height @returns {Promise<Told>} */
export async function readAddress(site, width, height) {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const interventions = readInterventions(fragment.get("do") ?? "");
  const text = fragment.get("picture");
  const problem = interventions ? "" : "live_link_changes";
  const told = { board: null, interventions: interventions ?? [], problem };
  if (text === null) return told;
  if (text === IN_TAB) {
    const board = keptBoard(site, width, height);
    return board ? { ...told, board } : { ...told, problem: "live_link_elsewhere" };
  }
  const board = await unpackBoard(text, width, height);
  if (board === "damaged") return { ...told, problem: "live_link_damaged" };
  return board === "other-size" ? { ...told, problem: "live_link_other_network" } : { ...told, board };
}

/**
 * What the address says of a picture and of changes.
 * @param {string} site @param {Board} board @param {Intervention[]} interventions
 * @returns {Promise<{ picture: string | null, changes: string, isWhole: boolean }>} `isWhole`: whoever opens it elsewhere sees the same
 */
export async function addressOf(site, board, interventions) {
  const changes = writeInterventions(interventions);
  const packed = await packBoard(board);
  if (packed !== null) return { picture: packed, changes, isWhole: true };
  try {
    sessionStorage.setItem(keyOf(site), toText(board));
    return { picture: IN_TAB, changes, isWhole: false };
  } catch {
    return { picture: null, changes, isWhole: false };
  }
}
