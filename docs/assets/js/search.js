// The search in the header of every page. Its files are fetched when somebody goes to the field,
// not before. What is typed stays here: it is kept nowhere and goes into no address.
const AT_FIRST = 8; // pages shown, and how many more with each press of the button
const PAUSE = 120; // milliseconds without a key before the words are searched
const LONGEST = 220; // signs of a block that are shown

const box = document.querySelector("[data-search]");
const field = box?.querySelector("input");
const said = box?.querySelector("[role=status]");
const list = box?.querySelector("ol");
const more = box?.querySelector(".search-more");
const folder = box && new URL(box.dataset.search, document.baseURI);
const root = folder && new URL("../../", folder);

let searching; // what finds pages, once it has come
let found = [];
let turn = 0;

function ready() {
  searching ??= import("./search-index.js").then(({ open }) => open(folder, root));
  searching.catch(() => { searching = undefined; });
  return searching;
}

function show(open) {
  box.toggleAttribute("data-open", open);
  if (open) return;
  list.replaceChildren();
  more.hidden = true;
  said.textContent = "";
}

async function search() {
  const mine = ++turn;
  const words = field.value.trim();
  show(true);
  if (!words) return tell([], "Type a word to search for");
  try {
    const index = await ready();
    const answer = await index.find(words);
    if (mine !== turn) return;
    tell(answer.pages, sentence(words, answer));
    box.dataset.found = words;
  } catch {
    if (mine === turn) tell([], "The search could not be loaded. The lists of pages in the menu lead everywhere.");
  }
}

function sentence(words, { pages, instead, apart }) {
  const own = apart ? " Add the name of a partnership or council to search its own pages." : "";
  if (!pages.length) return `No page has “${words}”.${own || " The glossary may have another word for it."}`;
  const count = pages.length === 1 ? "1 page." : `${pages.length} pages.`;
  return `${instead ? `No page has “${words}”. With ${instead}: ` : ""}${count}${own}`;
}

function tell(pages, words) {
  found = pages;
  list.replaceChildren();
  said.textContent = words;
  add();
}

function add() {
  const from = list.children.length;
  list.append(...found.slice(from, from + AT_FIRST).map(item));
  more.hidden = list.children.length >= found.length;
  return list.children[from];
}

function item({ title, head, href, block, terms }) {
  const link = document.createElement("a");
  link.href = href;
  link.append(...marked(title, terms));
  const one = document.createElement("li");
  one.append(link);
  if (head) one.append(line("search-head", head, terms));
  if (block) one.append(line("search-text", shortened(block, terms), terms));
  return one;
}

function line(name, words, terms) {
  const made = document.createElement("p");
  made.className = name;
  made.append(...marked(words, terms));
  return made;
}

/** Returns the words with each that was found in a mark. */
function marked(words, terms) {
  return words.split(/([\p{L}\p{N}]+)/u).map((word, place) => {
    if (place % 2 === 0 || !terms(word)) return word;
    const mark = document.createElement("mark");
    mark.textContent = word;
    return mark;
  });
}

/** Returns a long block from shortly before the first word that was found. */
function shortened(block, terms) {
  if (block.length <= LONGEST) return block;
  const first = [...block.matchAll(/[\p{L}\p{N}]+/gu)].find(([word]) => terms(word))?.index ?? 0;
  const begin = first < LONGEST - 40 ? 0 : block.lastIndexOf(" ", first - 60) + 1;
  const end = block.indexOf(" ", begin + LONGEST);
  return `${begin ? "… " : ""}${block.slice(begin, end < 0 ? undefined : end)}${end < 0 ? "" : " …"}`;
}

function move(event, step) {
  const stops = [field, ...list.querySelectorAll("a")];
  const next = stops[stops.indexOf(document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

if (box) {
  let timer;
  field.addEventListener("focus", () => { ready(); search(); });
  box.addEventListener("pointerover", ready, { once: true });
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(search, PAUSE); });
  box.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.focus();
  });
  box.querySelector(".search-close").addEventListener("click", () => { document.activeElement.blur(); show(false); });
  more.addEventListener("click", () => add()?.querySelector("a").focus());
  list.addEventListener("click", ({ target }) => { if (target.closest("a")) setTimeout(show, 0, false); });
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") move(event, 1);
    if (event.key === "ArrowUp") move(event, -1);
    if (event.key === "Escape" && box.hasAttribute("data-open")) {
      event.stopPropagation(); // of the field alone: three times elsewhere leaves the site
      field.value = "";
      field.focus();
      show(false);
    }
  });
  box.addEventListener("focusout", ({ relatedTarget }) => { if (relatedTarget && !box.contains(relatedTarget)) show(false); });
  document.addEventListener("pointerdown", ({ target }) => { if (!box.contains(target)) show(false); });
}
