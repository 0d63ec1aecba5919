import { make } from "../../js/dom.js";
import { wordOf } from "../../js/words.js";
import { FIELDS, PRESETS } from "./settings.js";

/** @import { Field, Settings } from "./settings.js" */

/**
 * A slider and a number for each hyperparameter, kept in step.
 * @param {string} id makes the ids unique on a page
 * @param {(key: Field["key"], value: number) => void} changed
 * @param {(words: string) => void} refused told why a typed number was not taken
 */
export function makeControls(id, changed, refused) {
  const element = make("div", { class: "hp-sliders" });
  const shows = FIELDS.map((field) => {
    const { control, show } = makeControl(id, field, changed, refused);
    element.append(control);
    return show;
  });
  return { element, show: (/** @type {Settings} */ settings) => shows.forEach((show) => show(settings)) };
}

/**
 * @param {string} id @param {Field} field
 * @param {(key: Field["key"], value: number) => void} changed @param {(words: string) => void} refused
 */
function makeControl(id, { key, least, most }, changed, refused) {
  const name = wordOf(`hp_${key}`);
  const range = { min: least, max: most, step: 1 };
  const label = make("label", { for: `${id}-${key}` }, `${name} `, make("var", {}, key));
  const number = make("input", { type: "number", id: `${id}-${key}`, inputmode: "numeric", ...range });
  const slider = make("input", { type: "range", "aria-label": wordOf("hp_slider", name), ...range });
  slider.addEventListener("input", () => changed(key, slider.valueAsNumber));
  number.addEventListener("input", () => {
    if (number.value !== "" && number.validity.valid) changed(key, number.valueAsNumber);
  });
  number.addEventListener("change", () => {
    if (number.value !== "" && number.validity.valid) return;
    const typed = number.value;
    number.value = slider.value;
    refused(wordOf(typed === "" ? "hp_refused" : "hp_refused_value", name, least, most, slider.value, typed));
  });
  const show = (/** @type {Settings} */ settings) => {
    slider.value = String(settings[key]);
    // A number that is being typed is left alone.
    if (number.valueAsNumber !== settings[key]) number.value = String(settings[key]);
  };
  return { control: make("div", { class: "hp-control" }, label, slider, number), show };
}

/**
 * The choice of a kernel.
 * @param {string} id @param {(preset: string) => void} chosen
 */
export function makePresetChoice(id, chosen) {
  const own = make("option", { value: "own", hidden: true }, wordOf("hp_own"));
  const select = make("select", { id: `${id}-w` });
  for (const preset of Object.keys(PRESETS)) select.append(make("option", { value: preset }, wordOf(`hp_${preset.replace("-", "_")}`)));
  select.append(own);
  select.addEventListener("change", () => chosen(select.value));
  const element = make("div", { class: "hp-control hp-preset" }, make("label", { for: `${id}-w` }, wordOf("hp_kernel")), select);
  return {
    element,
    /** @param {Settings} settings */
    show(settings) {
      own.hidden = settings.preset !== "own";
      select.value = settings.preset;
    },
  };
}
