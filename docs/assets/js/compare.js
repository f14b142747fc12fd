// Counts a comparison anew for the columns that are shown, and shows those that the address names:
// compare/#surrey+tees. Which answers are equal was found out when the page was built.
const COUNTS = ["None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"];

const boxes = () => [...document.querySelectorAll(".cmp-pick input")];

function verdict(values, kinds) {
  const said = values.filter(Boolean).length;
  if (said < 2) return `${COUNTS[said]} says`;
  if (kinds.size === 1) return said === values.length ? "Same" : `${COUNTS[said]} say the same`;
  if (kinds.size === said) return said === values.length ? "All differ" : `${COUNTS[said]} say, and differ`;
  return `${COUNTS[kinds.size]} different answers`;
}

function count(row, shown) {
  const cells = [...row.querySelectorAll("[data-value]")].filter((_, place) => shown[place]);
  const values = cells.map(({ dataset }) => dataset.value);
  const kinds = new Map();
  for (const value of values.filter(Boolean)) kinds.set(value, (kinds.get(value) ?? 0) + 1);
  const [first, second = 0] = [...kinds.values()].sort((a, b) => b - a);
  const said = values.filter(Boolean).length;
  const same = !kinds.size || (kinds.size === 1 && said === values.length);
  for (const { classList, dataset: { value } } of cells) {
    const usual = kinds.size > 1 && first > second && kinds.get(value) === first;
    classList.toggle("cmp-differs", Boolean(value) && !usual && (kinds.size > 1 || said === 1) && !same);
  }
  row.querySelector("small").textContent = verdict(values, kinds);
  row.classList.toggle("cmp-same", same);
}

function recount() {
  const shown = boxes().map(({ checked }) => checked);
  document.querySelectorAll(".cmp tr[id]").forEach((row) => count(row, shown));
}

/** Adds the column of a partnership from its own page: its head, its cells with their slips, its box. */
async function add(link) {
  const answer = await fetch(link.href);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const place = boxes().length + 1;
  const bring = (node) => {
    for (const one of node.querySelectorAll("a[href]")) one.href = new URL(one.getAttribute("href"), link.href).href;
    node.classList.replace("place-column-1", `place-column-${place}`);
    return document.adoptNode(node);
  };
  document.querySelector(".cmp thead .cmp-law").before(bring(page.querySelector(".cmp thead .place-column-1")));
  for (const cell of page.querySelectorAll(".cmp td.place-column-1")) {
    document.querySelector(`.cmp tr[id="${CSS.escape(cell.parentElement.id)}"] .cmp-law`)?.before(bring(cell));
  }
  const slips = [...page.querySelectorAll("[popover][id^='src-']")].filter(({ id }) => !document.getElementById(id));
  document.querySelector(".cmp").after(...slips.map(bring));
  const box = bring(page.querySelector(".cmp-pick label"));
  box.querySelector("input").id = `col-${place}`;
  document.querySelector(".cmp-pick").append(box);
  link.closest("li").remove();
  recount();
  return box.querySelector("input");
}

/** Ticks the partnerships that the address names, where it names at least two. */
async function chosen() {
  const names = decodeURIComponent(location.hash.slice(1)).split("+");
  const wanted = [...document.querySelectorAll("[data-adds]")].filter(({ dataset }) => names.includes(dataset.adds));
  if (names.length > 1) for (const link of wanted) await add(link);
  const all = boxes();
  if (all.filter(({ value }) => names.includes(value)).length < 2) return;
  for (const box of all) box.checked = names.includes(box.value);
  recount();
}

document.addEventListener("change", ({ target }) => { if (target.matches(".cmp-pick input")) recount(); });
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-adds]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  add(link).then((box) => box.focus(), () => location.assign(link.href));
}, true);
addEventListener("hashchange", chosen);
globalThis.document$?.subscribe(chosen) ?? chosen();
