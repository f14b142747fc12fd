// The calculator's own behaviour: the fields of the chosen partnership in its order,
// days that can be added, the warnings beside what was typed, and the files to take away.
// It counts no day: Python does.
import { engine } from "./engine.js";

const MOST_DAYS = 20;

/** Returns what the boxes of one date field hold, as people typed it: "20/11/2026", with " 10:00" where there is a time. */
export function dateOf(field) {
  const part = (name) => {
    const input = field.querySelector(`[name="${field.name}-${name}"]`);
    return input && !input.disabled ? input.value.trim() : "";
  };
  const [day, month, year, time] = ["day", "month", "year", "time"].map(part);
  if (!day && !month && !year && !time) return "";
  return [[day, month, year].join("/"), time].join(" ").trim();
}

const enabled = (form) => [...form.querySelectorAll("fieldset[data-date]")].filter((field) => !field.disabled);

const kept = new WeakMap(); // what was typed, by box, for fields that another protocol may ask for again
const plain = new WeakMap(); // the fields of the form as the page has them: those of the national rules

const shown = new WeakMap(); // the fields that stand in a place of the form, as they were put there

/** Puts fields in their place; the same ones are left as they are, with the reader in them. */
function put(grid, fields) {
  const made = document.createElement("template");
  made.innerHTML = fields;
  const written = made.innerHTML;
  if (written === shown.get(grid)) return;
  grid.replaceChildren(made.content);
  shown.set(grid, written);
}

/** Puts in the dates that the chosen protocol asks for, in its order; what was typed stays in them. */
function choose(form, file) {
  const grids = [...form.querySelectorAll("[data-place]")];
  if (!plain.has(form)) plain.set(form, Object.fromEntries(grids.map((grid) => [grid.dataset.place, grid.innerHTML])));
  for (const grid of grids) if (!shown.has(grid)) shown.set(grid, plain.get(form)[grid.dataset.place]);
  if (!file) return;
  const inputs = () => grids.flatMap((grid) => [...grid.querySelectorAll("input")]);
  const typed = kept.get(form) ?? new Map();
  kept.set(form, typed);
  for (const { name, value } of inputs()) typed.set(name, value);
  const fields = file.dates ?? plain.get(form);
  const { id } = document.activeElement;
  for (const grid of grids) put(grid, fields[grid.dataset.place]);
  for (const input of inputs()) input.value = typed.get(input.name) ?? "";
  inputs().find((input) => input.id && input.id === id)?.focus(); // the reader was there already
}

/** Returns the question: events by id, and the days of closures, days off and other meetings by field. */
function gather(form) {
  const given = { partnership: form.elements.partnership.value, today: "", events: {}, closures: {}, days_off: {}, booked: {} };
  for (const field of enabled(form)) {
    const text = dateOf(field);
    const { days } = field.dataset;
    if (!text) continue;
    if (days) given[days][field.name] = text;
    else if (field.name === "today") given.today = text;
    else given.events[field.name] = text;
  }
  return given;
}

/** Adds one more empty day after the last of its list. */
function addDay(button) {
  const list = button.closest("[data-list]");
  const fields = list.querySelectorAll("fieldset[data-days]");
  const last = fields[fields.length - 1];
  const next = last.cloneNode(true);
  const number = fields.length + 1;
  const old = last.name;
  const name = `${last.dataset.days}-${number}`;
  for (const part of [next, ...next.querySelectorAll("*")]) {
    for (const attribute of ["id", "for", "name", "data-field", "aria-describedby"]) {
      const value = part.getAttribute(attribute);
      if (value) part.setAttribute(attribute, value.replaceAll(old, name));
    }
  }
  next.classList.remove("field-bad");
  next.dataset.added = "";
  next.querySelectorAll(".field-message").forEach((line, place) => { if (place) line.remove(); else { line.hidden = true; line.textContent = ""; } });
  next.querySelectorAll("input").forEach((input) => { input.value = ""; input.removeAttribute("aria-invalid"); });
  const legend = next.querySelector("legend");
  legend.textContent = legend.textContent.replace(/\d+$/, number);
  last.after(next);
  button.hidden = number >= MOST_DAYS;
  next.querySelector("input").focus();
}

function pressed(form, target) {
  const button = target.closest("[data-add]");
  if (button) addDay(button);
}

function reset(form) {
  kept.delete(form);
  form.querySelectorAll("[data-added]").forEach((field) => field.remove());
  form.querySelectorAll("[data-add]").forEach((button) => { button.hidden = false; });
}

function clearWarnings(form) {
  form.querySelectorAll(".field-warning").forEach((line) => line.remove());
}

/** Says beside a field what clashes with it; what was typed is kept. */
function answered(form, { warnings = [] }) {
  for (const { field: name, says } of warnings) {
    const field = form.querySelector(`[data-field="${CSS.escape(name)}"]:not([disabled])`);
    if (!field) continue;
    const line = document.createElement("p");
    line.className = "field-message field-warning";
    line.textContent = says;
    field.append(line);
    field.closest("details")?.setAttribute("open", "");
  }
}

/** Hands out a file of the last schedule, prints it, or copies it as text. */
async function take(runtime, given, button) {
  const { kind } = given;
  if (kind === "print") return window.print();
  const reference = button.closest(".sec")?.querySelector("[data-reference]")?.value ?? "";
  const { name, type, text } = await engine.call(runtime, "file", { ...given, reference });
  if (kind === "text") {
    try {
      await navigator.clipboard.writeText(text);
      button.lastChild.textContent = "Copied";
    } catch {
      showText(button, text);
    }
    return undefined;
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  return undefined;
}

/** Shows the text to copy by hand, where the browser does not let a page copy. */
function showText(button, text) {
  const box = button.closest(".sec").querySelector("textarea") ?? document.createElement("textarea");
  box.className = "take-text";
  box.readOnly = true;
  box.rows = 12;
  box.setAttribute("aria-label", "The schedule as text, to copy");
  box.value = text;
  button.closest(".take").after(box);
  box.select();
}

export const dates = {
  ask: "deadlines",
  none: "There are no dates",
  changed: "What you entered has changed since these dates were worked out.",
  stopped: (button, to) => `The calculator stopped in this browser before it had the dates. What you entered is still there: press “${button}” to try again. <a href="${to}">Choose your partnership</a>: its ready reckoner gives the same dates.`,
  failed: (to) => `The calculator could not start in this browser. <a href="${to}">Choose your partnership</a>: its ready reckoner gives the same dates.`,
  choose,
  gather,
  pressed,
  reset,
  clearWarnings,
  answered,
  take,
};
