// The look-up of a local authority: a box to type in, with the authorities that fit below it, as
// the combobox pattern asks. On the first page it leads to the authority's page; in a form it sets
// the list of authorities that stands there, which works without it. It compares names only.
import { fileOf, folderOf, memory, notePlace } from "./chosen.js";
import { find, serving } from "./places.js";

const MOST = 8; // authorities shown at once
let count = 0;

const today = () => { const now = new Date(); return new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10); };
const placesOf = (part) => fileOf(part, "places").then((rows) => serving(rows, today()));
const same = (one, other) => one.rank.every((part, place) => part === other.rank[place]);

/** Returns the one authority that was clearly meant, or nothing. */
function meant(found) {
  const [first, second] = found;
  return first && (!second || (first.rank[0] === 0 && !same(first, second))) ? first : undefined;
}

function element(name, attributes, text = "") {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}

/** Makes `input` a look-up over the files that `part` names; `choose` is handed what the reader chose. */
function combobox(input, part, choose) {
  count += 1;
  const id = `find-${count}`;
  const list = element("ul", { id, role: "listbox", class: "find-list", "aria-label": "Local authorities that fit" });
  const said = element("p", { role: "status", class: "find-said" });
  list.hidden = true;
  const box = element("div", { class: "find-box" });
  input.before(box);
  box.append(input, list);
  box.after(said);
  const state = { found: [], at: -1, asked: 0 };
  for (const [key, value] of Object.entries({ role: "combobox", autocomplete: "off", spellcheck: "false", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id })) input.setAttribute(key, value);

  const close = () => {
    list.hidden = true;
    state.at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const mark = (at) => {
    const options = [...list.children];
    state.at = (at + options.length) % options.length;
    options.forEach((option, place) => option.setAttribute("aria-selected", String(place === state.at)));
    input.setAttribute("aria-activedescendant", options[state.at].id);
    options[state.at].scrollIntoView({ block: "nearest" });
  };
  const take = ({ row }) => {
    input.value = row.name;
    close();
    said.textContent = "";
    choose(row);
  };
  const open = (found) => {
    list.replaceChildren(...found.slice(0, MOST).map(({ row, name }, place) => {
      const option = element("li", { id: `${id}-${place}`, role: "option", "aria-selected": "false" }, row.name);
      if (name !== row.name && name !== row.authority) option.append(element("span", { class: "find-for" }, ` for ${name}`));
      option.addEventListener("pointerdown", (event) => event.preventDefault()); // the box keeps the focus
      option.addEventListener("click", () => take(found[place]));
      return option;
    }));
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
    state.at = -1;
  };
  /** Looks up what stands in the box; returns what fits, or nothing where other letters were typed since. */
  const look = async () => {
    const typed = input.value.trim();
    const asked = (state.asked += 1);
    const found = typed ? find(await placesOf(part), typed) : [];
    if (asked !== state.asked) return undefined;
    state.found = found;
    return found;
  };
  /** Takes the one that is called just so, and closes the list. */
  const settle = () => {
    const one = meant(state.found);
    close();
    if (one?.rank[0] === 0) take(one);
  };
  const tell = (found) => {
    if (!input.value.trim()) said.textContent = "";
    else if (found.length) said.textContent = found.length === 1 ? `One fits: ${found[0].row.name}` : `${Math.min(found.length, MOST)} fit. Choose with the arrow keys, or go on typing`;
    else said.textContent = "No local authority of that name was found. Try the name of the council, or the list by region";
  };
  input.addEventListener("focus", () => { placesOf(part).catch(() => {}); }, { once: true });
  input.addEventListener("input", async () => {
    choose();
    const found = await look().catch(() => undefined);
    if (!found) return;
    if (document.activeElement !== input) { settle(); return; } // the reader has gone on
    open(found);
    tell(found);
  });
  input.addEventListener("keydown", async (event) => {
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) open((await look().catch(() => undefined)) ?? []);
      if (!list.hidden) mark(key === "ArrowDown" ? state.at + 1 : (state.at < 0 ? 0 : state.at) - 1);
    } else if (key === "Escape" && !list.hidden) {
      event.stopPropagation(); // it closes the list, and does no more
      close();
    } else if (key === "Enter" && !list.hidden) {
      event.preventDefault();
      const one = state.found[state.at] ?? meant(state.found);
      if (one) take(one);
    }
  });
  input.addEventListener("blur", () => { if (!list.hidden) settle(); });
  return { look, open, tell, take };
}

/** The look-up that leads to an authority's page. */
function leading(form) {
  const input = form.querySelector("input");
  const root = new URL("../../", folderOf(form));
  const box = combobox(input, form, (row) => {
    if (!row) return;
    memory.value = row.value;
    const link = element("a", { href: new URL(row.to, root).href });
    document.body.append(link); // the theme swaps the page, and what was chosen is remembered
    link.click();
    link.remove();
  });
  form.addEventListener("submit", async (event) => {
    if (!input.value.trim()) return;
    event.preventDefault();
    const found = await box.look().catch(() => undefined);
    if (!found) return;
    const one = meant(found);
    if (one) return box.take(one);
    box.open(found);
    box.tell(found);
    input.focus();
  });
}

/** The look-up that sets a form's list of authorities. */
function setting(select) {
  const form = select.form;
  const label = form.querySelector(`label[for="${select.id}"]`);
  const input = element("input", { type: "text", id: `${select.id}-find`, placeholder: "Council, district or old county", "aria-describedby": select.getAttribute("aria-describedby") });
  select.before(input);
  label.htmlFor = input.id;
  select.setAttribute("aria-label", "Local authority, from a list by region");
  const change = (value) => {
    if (select.value === value) return;
    select.value = value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  };
  combobox(input, form, (row) => change(row?.value ?? ""));
  const show = () => { input.value = select.value ? select.selectedOptions[0].text : ""; };
  select.addEventListener("change", () => { if (document.activeElement !== input) show(); });
  form.addEventListener("reset", () => setTimeout(show));
  show();
}

// What was typed is gone when the page is left, and when the browser brings it back.
window.addEventListener("pagehide", () => { for (const form of document.querySelectorAll("form[data-look]")) form.reset(); });

/** Sets up the look-ups of a page that are not yet. */
export function lookUps() {
  notePlace();
  for (const select of document.querySelectorAll("select[data-find]:not([data-found])")) {
    select.dataset.found = "";
    setting(select);
  }
  for (const form of document.querySelectorAll("form[data-look]:not([data-found])")) {
    form.dataset.found = "";
    leading(form);
  }
}
