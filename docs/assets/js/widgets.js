// Shows the forms, hands what was chosen to Python, and shows what Python returns.
// Nothing is kept: no storage, no cookie, no address. Nothing is fetched for an answer; for a choice
// only where the protocols are too many to fetch ahead. What is shown answers what stands in the
// form, or says that it does not: it never outlives what it was worked out from.
import "./copy.js";
import { check } from "./check.js";
import { fetchAhead, fileOf, memory } from "./chosen.js";
import { dates } from "./dates.js";
import { engine, runtimeOf } from "./engine.js";
import { limits } from "./limits.js";
import { lookUps } from "./lookup.js";
import { offline } from "./offline.js";
import { reckoner } from "./reckoner.js";

const here = import.meta.url;
const TOOLS = { deadlines: dates, notifiable: check };

function clearProblems(form) {
  TOOLS[form.id].clearWarnings(form);
  form.querySelectorAll(".field-bad").forEach((field) => field.classList.remove("field-bad"));
  form.querySelectorAll(".field-message").forEach((line) => { line.hidden = true; line.textContent = ""; });
  form.querySelectorAll("[aria-invalid]").forEach((input) => input.removeAttribute("aria-invalid"));
  const summary = form.querySelector("[data-problems]");
  summary.hidden = true;
  summary.replaceChildren();
}

/** Puts each sentence beside its field and lists them, linked, above the form. */
function showProblems(form, problems) {
  const list = document.createElement("ul");
  list.className = "ticks";
  for (const { field: name, says } of problems) {
    const field = form.querySelector(`[data-field="${CSS.escape(name)}"]:not([disabled])`);
    const target = field?.querySelector("input, select") ?? form.elements.partnership;
    target.id ||= `at-${name}`;
    const line = field?.querySelector(".field-message");
    if (line) {
      field.classList.add("field-bad");
      field.closest("details")?.setAttribute("open", ""); // what is wrong is never out of sight
      line.id ||= `msg-${field.id || name}`;
      line.textContent = says;
      line.hidden = false;
    }
    target.setAttribute("aria-invalid", "true");
    const link = document.createElement("a");
    link.href = `#${target.id}`;
    link.className = "lone";
    link.textContent = says;
    link.addEventListener("click", (event) => { stay(event); target.focus(); });
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  const heading = document.createElement("h2");
  heading.textContent = problems.length === 1 ? "One thing needs another look" : `${problems.length} things need another look`;
  heading.tabIndex = -1;
  const summary = form.querySelector("[data-problems]");
  summary.replaceChildren(heading, list);
  summary.hidden = false;
  heading.focus();
}

/** Keeps a link inside the page from the theme, which would fetch the page anew and lose what was chosen. */
function stay(event) {
  event.preventDefault();
  event.stopPropagation();
}

function showReady(form, words, progress) {
  const line = form.querySelector("[data-ready]");
  line.toggleAttribute("data-idle", !words); // its place is kept: nothing below it moves
  line.querySelector("span").innerHTML = words;
  const bar = line.querySelector("progress");
  bar.hidden = progress === undefined;
  if (progress !== undefined) bar.value = Math.round(progress * 100);
}

const waysOut = (form) => new URL(form.dataset.failed, new URL("../../", here)).href;

function showFailed(form) {
  showReady(form, TOOLS[form.id].failed(waysOut(form)));
}

/** Says in place of an answer that there is none, and why, where the reader is looking. */
function showNone(form, result) {
  const tool = TOOLS[form.id];
  const started = document.documentElement.dataset.engine !== "failed";
  const to = waysOut(form);
  result.innerHTML = `<div class="sum" id="res" tabindex="-1"><h2>${tool.none}</h2><p>${started ? tool.stopped(buttonOf(form), to) : tool.failed(to)}</p></div>`;
  result.querySelector("#res").focus();
}

/** Puts the answer's heading at the top of what is seen, so that the answer itself is in view. */
function showFromTop(heading) {
  heading.scrollIntoView({ block: "start", behavior: "instant" });
  heading.focus({ preventScroll: true });
}

const buttonOf = (form) => form.querySelector("[type=submit]").textContent.trim();

/** Says over a result that it no longer answers what stands in the form, and takes its files away; or takes that back. */
function showChanged(form, result, changed) {
  const note = result.querySelector("[data-changed]");
  for (const button of result.querySelectorAll("[data-take]:not([data-take=clear])")) button.disabled = changed;
  if (!changed) note?.remove();
  if (!changed || note) return;
  const line = document.createElement("p");
  line.className = "sum sum-changed";
  line.dataset.changed = "";
  line.textContent = `${TOOLS[form.id].changed} Press “${buttonOf(form)}” again.`;
  result.prepend(line);
  TOOLS[form.id].clearWarnings(form);
}

function setUp(form) {
  if (form.dataset.set) return;
  form.dataset.set = "yes";
  const result = document.querySelector(`[data-result="${form.id}"]`);
  const runtime = runtimeOf(form);
  const leaving = new AbortController();
  const tool = TOOLS[form.id];
  const list = form.elements.partnership;
  let last;
  let sent;
  let asking;
  let own;

  const drop = () => {
    tool.clear?.(form);
    result.replaceChildren();
    for (const name of ["outcome", "rule"]) delete result.dataset[name];
    last = undefined;
  };
  const clear = () => {
    asking?.abort();
    drop();
    clearProblems(form);
  };
  const compare = () => {
    if (last && result.hasChildNodes()) showChanged(form, result, JSON.stringify(tool.gather(form)) !== JSON.stringify(last));
  };
  for (const event of ["input", "change"]) form.addEventListener(event, compare);
  const begin = () => {
    fetchAhead(form);
    engine.start(runtime).then(() => showReady(form, readyWords()), () => showFailed(form));
  };

  engine.addEventListener("progress", ({ detail }) => {
    if (document.documentElement.dataset.engine === "loading") {
      showReady(form, form.dataset.pressed ? "Your answer will appear here in a moment" : "Getting ready… you can answer already", detail);
    }
  }, leaving);
  offline.addEventListener("kept", () => {
    if (document.documentElement.dataset.engine === "ready") showReady(form, readyWords());
  }, leaving);
  /** Puts into the form what the chosen protocol alone asks, as soon as its file is here. */
  const follow = () => {
    const name = list.value.split(":")[0];
    if (name) fetchAhead(form); // all or none: the one that is needed is not told apart
    tool.choose(form);
    const putIn = (file) => { if (mine === own && form.isConnected) tool.choose(form, file ?? {}); return file; };
    const mine = (own = (name ? fileOf(form, name) : Promise.resolve()).then(putIn));
    mine.catch(() => { putIn(); if (mine === own) own = undefined; }); // the next press tries again
  };
  list.addEventListener("change", () => { memory.value = list.value; follow(); clear(); });
  const known = [...list.options].map((option) => option.value);
  const place = location.hash.slice(1);
  const wanted = [place, place.split(":")[0], memory.value].find((value) => value && known.includes(value));
  if (wanted) memory.value = list.value = wanted;
  tool.setUp?.(form, result, leaving);
  follow();

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    form.dataset.pressed = "yes";
    clearProblems(form);
    compare();
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    try {
      if (!own) follow();
      const file = await own;
      if (signal.aborted) return;
      const given = tool.gather(form);
      sent = { ...given, policy: file?.policy ?? "", policies: await policiesOf(form, given.others) };
      if (signal.aborted) return;
      const answer = await engine.call(runtime, tool.ask, sent, signal);
      showReady(form, readyWords());
      if (answer.problems) {
        drop();
        showProblems(form, answer.problems);
        tool.wrong?.(form);
        return;
      }
      last = given;
      result.innerHTML = answer.html;
      if (answer.outcome) Object.assign(result.dataset, { outcome: answer.outcome, rule: answer.rule });
      tool.answered(form, answer);
      compare(); // what was typed while Python worked is not in it
      showFromTop(result.querySelector("#res"));
    } catch (error) {
      if (signal.aborted) return;
      console.error(error);
      drop();
      if (document.documentElement.dataset.engine === "failed") showFailed(form);
      showNone(form, result);
    }
  });
  form.addEventListener("click", ({ target }) => tool.pressed(form, target));
  form.addEventListener("reset", () => setTimeout(() => { tool.reset(form); memory.value = ""; follow(); clear(); }));
  result.addEventListener("click", async (event) => {
    const { target } = event;
    const change = target.closest("[data-change]");
    if (change) {
      stay(event);
      form.querySelector(`[data-field="${change.dataset.change}"]:not([disabled])`)?.querySelector("input:checked, input, select")?.focus();
      return;
    }
    const inside = target.closest('a[href^="#"]');
    if (inside) {
      stay(event);
      const place = document.getElementById(inside.hash.slice(1));
      place.tabIndex = -1;
      place.focus();
      return;
    }
    const button = target.closest("[data-take]");
    if (!button) return;
    const kind = button.dataset.take;
    if (kind === "clear") { form.reset(); form.scrollIntoView(); }
    else if (last) await tool.take(runtime, { ...sent, kind }, button).catch(() => { button.lastChild.textContent = "This could not be made: press again"; });
  });
  window.addEventListener("pagehide", () => { form.reset(); clear(); }, leaving);
  whenPainted(form, begin);
  shown.push({ form, leave: () => { asking?.abort(); leaving.abort(); } });
}

/** Returns the policies of the other authorities that were named, by the field that names each. */
async function policiesOf(form, others = {}) {
  const named = Object.entries(others).map(([field, value]) => [field, value.split(":")[0]]).filter(([, name]) => name);
  return Object.fromEntries(await Promise.all(named.map(async ([field, name]) => [field, (await fileOf(form, name)).policy])));
}

/** Calls `begin` once: when the page has been painted, or at the first touch. A page nobody sees waits. */
function whenPainted(form, begin) {
  const once = () => { if (!begun) { begun = true; begin(); } };
  let begun = false;
  for (const touch of ["pointerdown", "focusin", "keydown"]) form.addEventListener(touch, once, { once: true });
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(once))); // the first frame has been shown then
}

function readyWords() {
  return document.documentElement.dataset.offline ? "Available offline: this also works without a network" : "";
}

let shown = [];

function look() {
  shown = shown.filter(({ form, leave }) => form.isConnected || leave());
  document.querySelectorAll("form#notifiable, form#deadlines").forEach(setUp);
  lookUps();
  reckoner();
  limits();
}

// The theme swaps pages without a reload; the worker lives on.
if (window.document$) window.document$.subscribe(look);
else look();
