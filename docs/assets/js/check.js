// The checker's own behaviour: one question at a time or all at once, the way back with
// every answer kept, the answer and its record, and a quick way out. It knows no rule:
// Python answers. Nothing is kept; what was chosen stands in the form and nowhere else.
import { dateOf, dates } from "./dates.js";

const PRESSES = 3; // Escape, with nothing else between
const PLAIN = { area: "our area", authority: "our authority" };
const states = new WeakMap();

const parts = (form) => [...form.children].filter((part) => part.matches("[data-field]") && !part.hidden && !part.disabled);
const stepping = (form) => form.dataset.mode === "one";
const say = (form, words) => { states.get(form).said.textContent = words; };

/** Returns the question as Python takes it: the answers by question, and the day, if one was typed. */
function gather(form) {
  const given = { partnership: form.elements.partnership.value, reader: form.elements.reader.value, answers: {}, others: {} };
  for (const field of form.querySelectorAll("fieldset[data-field]:not([data-date]):not([disabled])")) {
    const chosen = field.querySelector("input:checked");
    if (chosen) given.answers[field.dataset.field] = chosen.value;
  }
  for (const field of form.querySelectorAll("[data-when]:not([hidden])")) {
    const { name, value } = field.querySelector("select");
    if (value) given.others[name] = value;
  }
  const day = form.querySelector("fieldset[data-date]");
  given[day.dataset.field] = dateOf(day);
  return given;
}

/** Puts in the questions that the chosen protocol alone asks, and the area's name for "our area". */
function choose(form, file) {
  if (file) putIn(form, file.questions ?? {});
  const [option] = form.elements.partnership.selectedOptions;
  const { authority } = option.dataset;
  const names = authority ? { area: option.text, authority } : PLAIN;
  for (const word of form.querySelectorAll("[data-word]")) word.textContent = names[word.dataset.word];
  show(form);
}

/** Replaces the questions of the protocol chosen before; what was answered to one of the same name stays. */
function putIn(form, { before = "", after = "" }) {
  const old = [...form.querySelectorAll("fieldset[data-own]")];
  const answers = old.map((field) => field.querySelector("input:checked")).filter(Boolean).map(({ name, value }) => [name, value]);
  for (const field of old) field.remove();
  form.querySelector("fieldset[data-child]").insertAdjacentHTML("beforebegin", before);
  form.querySelector("fieldset[data-date]").insertAdjacentHTML("beforebegin", after);
  for (const [name, value] of answers) {
    const input = form.querySelector(`fieldset[data-own] input[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`);
    if (input) input.checked = true;
  }
}

/** Leaves out the questions about a child while an answer that stands alone is chosen. */
function alone(form) {
  const only = Boolean(form.querySelector("fieldset:not([disabled]) input[data-alone]:checked"));
  for (const part of form.querySelectorAll("fieldset[data-child]")) part.disabled = part.hidden = only;
}

/** Shows the look-up of another authority after the answers that it hangs on. */
function others(form) {
  const chosen = (name) => form.querySelector(`fieldset[data-field="${name}"]:not([disabled]) input:checked`)?.value;
  for (const part of form.querySelectorAll("[data-when]")) {
    part.hidden = !Object.entries(JSON.parse(part.dataset.when)).every(([name, answers]) => answers.includes(chosen(name)));
  }
}

/** Gives those look-ups the authorities of the first one's list. */
function listOthers(form) {
  const groups = [...form.elements.partnership.querySelectorAll("optgroup")].filter((group) => group.querySelector("[data-authority]"));
  for (const list of form.querySelectorAll("select[data-other]")) list.append(...groups.map((group) => group.cloneNode(true)));
}

/** Shows what belongs to the way in which the reader wants to be asked. */
function show(form) {
  const state = states.get(form);
  if (!state) return;
  alone(form);
  others(form);
  const one = stepping(form);
  const all = parts(form);
  state.now = Math.max(0, Math.min(state.now, all.length - 1));
  const last = state.now === all.length - 1;
  for (const part of form.querySelectorAll(":scope > [data-field]")) part.classList.toggle("qs-now", part === all[state.now]);
  form.querySelector("[data-step=back]").hidden = !one || state.now === 0;
  form.querySelector("[data-step=next]").hidden = !one || last;
  form.querySelector("[type=submit]").hidden = one && !last && !form.dataset.pressed;
  const place = form.querySelector("[data-at]");
  place.hidden = !one;
  place.textContent = `Question ${state.now + 1} of ${all.length}`;
  for (const button of form.querySelectorAll("[data-mode-is]")) {
    button.setAttribute("aria-pressed", String(button.dataset.modeIs === form.dataset.mode));
  }
}

/** Goes to a question: shows it where only one is shown, and puts the focus there. */
function go(form, index, focus = true) {
  const state = states.get(form);
  state.now = index;
  show(form);
  if (!focus) return;
  const part = parts(form)[state.now];
  (part.querySelector("input:checked") ?? part.querySelector("input, select")).focus();
  if (stepping(form)) say(form, form.querySelector("[data-at]").textContent);
}

/** Goes on, unless the question still wants an answer; then says so beside it. */
function forward(form) {
  const { now } = states.get(form);
  const part = parts(form)[now];
  const field = part.querySelector("input:checked, select");
  const line = part.querySelector(".field-message");
  const missing = "missing" in part.dataset && !field?.value;
  part.classList.toggle("field-bad", missing);
  line.hidden = !missing;
  line.textContent = missing ? part.dataset.missing : "";
  for (const input of part.querySelectorAll("[aria-invalid]")) input.removeAttribute("aria-invalid");
  if (!missing) { go(form, now + 1); return; }
  const first = part.querySelector("input, select");
  first.setAttribute("aria-invalid", "true");
  first.focus();
  say(form, part.dataset.missing);
}

function pressed(form, target) {
  const mode = target.closest("[data-mode-is]");
  if (mode) {
    form.dataset.mode = mode.dataset.modeIs;
    const open = parts(form).findIndex((part) => "missing" in part.dataset && !part.querySelector("input:checked, select")?.value);
    go(form, Math.max(0, open), false);
    say(form, stepping(form) ? form.querySelector("[data-at]").textContent : "All questions are shown");
  }
  const step = target.closest("[data-step]");
  if (step?.dataset.step === "back") go(form, states.get(form).now - 1);
  else if (step) forward(form);
}

/** Brings the questions forward again, at the one to be changed. */
function reopen(form, name) {
  const { result } = states.get(form);
  clear(form);
  result.replaceChildren();
  for (const kept of ["outcome", "rule"]) delete result.dataset[kept];
  const index = parts(form).findIndex((part) => part.dataset.field === name);
  go(form, Math.max(0, index), false);
}

/** Shows the record of the answer in place of the answer, or the answer again. */
function turn(result, open) {
  result.querySelector("[data-answer]").hidden = open;
  result.querySelector("[data-sheet]").hidden = !open;
  result.querySelector(open ? "[data-sheet] h1" : "[data-record=open]").focus();
  if (open) scrollTo(0, 0);
}

/** While the answer is shown, the questions step back. */
function answered(form, { title }) {
  form.closest(".page-aside").classList.add("page-answered");
  show(form);
  say(form, `Answer: ${title}`);
}

function clear(form) {
  form.closest(".page-aside").classList.remove("page-answered");
}

/** Something is missing: where one question is shown, shows the first that wants an answer. */
function wrong(form) {
  clear(form);
  const index = parts(form).findIndex((part) => part.classList.contains("field-bad"));
  go(form, Math.max(0, index), false);
}

function reset(form) {
  const state = states.get(form);
  delete form.dataset.pressed;
  form.dataset.mode = "all";
  state.now = 0;
  show(form);
  setTimeout(() => {
    show(form);
    say(form, "Everything is cleared");
    if (form.isConnected) form.querySelector("[data-field=partnership] input, [data-field=partnership] select").focus();
  });
}

/** Empties the page at once, then goes to a page that has nothing to do with this one. */
function leave(form, href) {
  form.reset();
  states.get(form).result.replaceChildren();
  document.documentElement.classList.add("leave-left");
  location.replace(href);
}

function setUp(form, result, leaving) {
  listOthers(form);
  states.set(form, { result, now: 0, said: document.querySelector("[data-said]") });
  form.dataset.mode = "all";
  form.querySelector("[data-modes]").removeAttribute("data-idle");
  show(form);
  form.addEventListener("change", ({ target }) => { if (target.matches("[type=radio]")) show(form); }, leaving);
  // Before the form is sent: Enter leads to the next question while there is one.
  form.addEventListener("submit", (event) => {
    if (!form.querySelector("[type=submit]").hidden) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    forward(form);
  }, { signal: leaving.signal, capture: true });
  form.addEventListener("click", ({ target }) => {
    const to = target.closest("[data-problems] a");
    if (to) go(form, parts(form).findIndex((part) => part.querySelector(to.getAttribute("href"))), false);
  }, { signal: leaving.signal, capture: true });
  result.addEventListener("click", ({ target }) => {
    const change = target.closest("[data-change]");
    if (change) reopen(form, change.dataset.change);
    const record = target.closest("[data-record]");
    if (record) turn(result, record.dataset.record === "open");
  }, { signal: leaving.signal, capture: true });

  const out = document.querySelector("[data-leave]");
  let escapes = 0;
  out.addEventListener("click", (event) => { event.preventDefault(); leave(form, out.href); }, leaving);
  document.addEventListener("keydown", ({ key, repeat }) => {
    if (repeat) return;
    escapes = key === "Escape" ? escapes + 1 : 0;
    if (escapes === PRESSES) leave(form, out.href);
    else if (escapes) say(form, `Press Escape ${escapes === 1 ? "two times more" : "once more"} to leave this page`);
  }, leaving);
  document.addEventListener("pointerdown", () => { escapes = 0; }, leaving);
  window.addEventListener("pageshow", ({ persisted }) => { if (persisted) form.reset(); }, leaving);
}

export const check = {
  ask: "check",
  none: "There is no answer",
  changed: "Your answers have changed since.",
  stopped: (button, to) => `The checker stopped in this browser before it had an answer. What you chose is still there: press “${button}” to try again. <a href="${to}">All outcomes on one page</a> gives the same answers.`,
  failed: (to) => `The checker could not start in this browser. <a href="${to}">All outcomes on one page</a> gives the same answers.`,
  setUp,
  choose,
  gather,
  pressed,
  reset,
  clear,
  wrong,
  answered,
  clearWarnings: () => {},
  take: dates.take,
};
