// What the reader's hand does reaches the workshop here: tools, board, files, camera, and what is changed in the network.
import { find } from "../../js/dom.js";
import { PictureError } from "../../js/live/recipe/refusal.js";
import { wordOf } from "../../js/words.js";
import { startBoard } from "./board.js";
import { copyAddress } from "./link.js";
import { boardOfFile, startCamera, startFiles, startRecorded } from "./sources.js";
import { startTools } from "./tools.js";
import { startWhatIf } from "./whatif.js";

/** Starts everything that can be pressed. @param {import("./studio.js").Studio} studio */
export function wire(studio) {
  find(".try-network .network")?.addEventListener("toggle", () => studio.update(), true);
  find(".try-network .overview-controls")?.addEventListener("change", () => studio.update());
  find(".try-network [data-scales]")?.removeAttribute("hidden");
  const tools = startTools(
    studio.picture,
    () => studio.changed(),
    () => studio.update(),
  );
  startBoard(studio.stage.canvas, {
    tool: () => tools.tool(),
    begin: () => studio.picture.forPainting(),
    moving: (board) => {
      studio.stroke = board;
      studio.update();
    },
    done: (base, board) => {
      studio.stroke = null;
      studio.picture.painted(base, board);
      studio.changed();
    },
    patch: (patch, isDone) => {
      studio.patch = patch && !isDone ? { kind: "patch", ...patch } : null;
      if (patch && isDone) studio.intervene({ kind: "patch", ...patch });
      else studio.update();
    },
    at: (row, column) => studio.say(wordOf("live_at", row, column)),
  });
  const take = (/** @type {Blob} */ file) => studio.take(() => boardOfFile(file, studio.recipe));
  startFiles(take, () => studio.voice.fail(new PictureError("live_nothing_dropped")));
  startCamera(take, studio.voice.fail);
  startRecorded((id) => {
    const picture = studio.site.pictures.find((one) => one.id === id);
    if (picture) studio.take(() => studio.boardOf(picture));
  });
  find("[data-do=copy-address]")?.addEventListener("click", async () => {
    await studio.writeAddress();
    copyAddress();
  });
  const whatIf = startWhatIf(studio.about, {
    set: (one, isStep) => studio.intervene(one, isStep),
    takeBack: (one) => studio.takeBack(one),
    rank: (layer) => studio.rank(layer),
    chosen: (layer, unit) => studio.choose(layer, unit),
  });
  return { ...tools, whatIf };
}
