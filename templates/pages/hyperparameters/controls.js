/**
 * A slider and a number for each hyperparameter, kept in step.
 * @param {string} id makes the ids unique on a page
 * @param {(key: string, value: number) => void} changed
 * @param {(words: string) => void} refused told why a typed number was not taken
 */
function hyperControls(id, changed, refused) {
  const element = hyperElement("div", { class: "hp-sliders" });
  const shows = hyperFields.map((field) => {
    const { control, show } = hyperControl(id, field, changed, refused);
    element.append(control);
    return show;
  });
  return { element, /** @param {HyperSettings} settings */ show: (settings) => shows.forEach((show) => show(settings)) };
}

function hyperControl(id, { key, least, most }, changed, refused) {
  const name = wordOf(`hp_${key}`);
  const range = { min: least, max: most, step: 1 };
  const label = hyperElement("label", { for: `${id}-${key}` }, `${name} `, hyperElement("var", {}, key));
  const number = hyperElement("input", { type: "number", id: `${id}-${key}`, inputmode: "numeric", ...range });
  const slider = hyperElement("input", { type: "range", "aria-label": wordOf("hp_slider", name), ...range });
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
  const show = (settings) => {
    slider.value = String(settings[key]);
    // A number that is being typed is left alone.
    if (number.valueAsNumber !== settings[key]) number.value = String(settings[key]);
  };
  return { control: hyperElement("div", { class: "hp-control" }, label, slider, number), show };
}

/**
 * The choice of a kernel.
 * @param {string} id @param {(preset: string) => void} chosen
 */
function hyperPresetChoice(id, chosen) {
  const own = hyperElement("option", { value: "own", hidden: true }, wordOf("hp_own"));
  const select = hyperElement("select", { id: `${id}-w` });
  for (const preset of Object.keys(hyperPresets)) select.append(hyperElement("option", { value: preset }, wordOf(`hp_${preset.replace("-", "_")}`)));
  select.append(own);
  select.addEventListener("change", () => chosen(select.value));
  const element = hyperElement("div", { class: "hp-control hp-preset" }, hyperElement("label", { for: `${id}-w` }, wordOf("hp_kernel")), select);
  return {
    element,
    /** @param {HyperSettings} settings */
    show(settings) {
      own.hidden = settings.preset !== "own";
      select.value = settings.preset;
    },
  };
}
