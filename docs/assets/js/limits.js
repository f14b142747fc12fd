// The box on a page of deadlines: asks the engine for the dates that follow from one day, and puts
// each beside its limit. It counts no day: Python does. A link to a limit opens it.
import { fileOf } from "./chosen.js";
import { dateOf } from "./dates.js";
import { engine, runtimeOf } from "./engine.js";

const FAILED = "The dates could not be worked out in this browser. The ready reckoner gives the same dates.";

function setUp(form) {
  form.dataset.set = "yes";
  const runtime = runtimeOf(form);
  const { protocol } = form.dataset;
  const field = form.querySelector("[data-date]");
  const said = form.querySelector("[data-said]");
  const message = field.querySelector(".field-message");
  const begin = () => { engine.start(runtime).catch(() => {}); fileOf(form, protocol).catch(() => {}); };
  for (const touch of ["pointerdown", "focusin"]) form.addEventListener(touch, begin, { once: true });

  const show = (dates) => {
    for (const line of document.querySelectorAll("details[data-deadline]")) {
      line.querySelector("[data-date]").innerHTML = dates[line.dataset.deadline] ?? "";
    }
  };
  const wrong = (says) => {
    message.hidden = !says;
    message.textContent = says;
    field.classList.toggle("field-bad", Boolean(says));
    for (const input of field.querySelectorAll("input")) says ? input.setAttribute("aria-invalid", "true") : input.removeAttribute("aria-invalid");
    if (says) field.querySelector("input").focus();
  };
  form.addEventListener("input", () => { said.replaceChildren(); show({}); });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    wrong("");
    const typed = dateOf(field);
    if (!typed) return wrong("Enter the day, the month and the year.");
    said.textContent = "The dates will appear here in a moment.";
    try {
      const { policy } = await fileOf(form, protocol);
      const given = { partnership: protocol, policy, events: { [form.elements.event.value]: typed } };
      const answer = await engine.call(runtime, "limits", given);
      said.innerHTML = answer.html ?? "";
      show(answer.dates ?? {});
      if (answer.problems) wrong(answer.problems.map(({ says }) => says).join(" "));
    } catch (error) {
      console.error(error);
      said.textContent = FAILED;
    }
    return undefined;
  });
}

/** Opens the line that the address leads to. */
function openTarget() {
  const line = document.getElementById(location.hash.slice(1));
  if (line?.matches("details.dl")) { line.open = true; line.scrollIntoView({ block: "start", behavior: "instant" }); }
}

/** Sets up the box of this page, if it has one. */
export function limits() {
  const form = document.querySelector("form#date-box:not([data-set])");
  if (!form) return;
  setUp(form);
  openTarget();
}

window.addEventListener("hashchange", openTarget);
window.addEventListener("beforeprint", () => document.querySelectorAll("details.dl:not([open])").forEach((line) => { line.open = true; line.dataset.printed = ""; }));
window.addEventListener("afterprint", () => document.querySelectorAll("details.dl[data-printed]").forEach((line) => { line.open = false; delete line.dataset.printed; }));
