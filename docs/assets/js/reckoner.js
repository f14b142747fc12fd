// The ready reckoner's box: shows the row of the day that was chosen. It counts no day; the rows are there.

const rowId = (day, month) => `d${String(month).padStart(2, "0")}${String(day).padStart(2, "0")}`;

/** Shows the row with this id in its month, and goes to it; returns whether there is one. */
function show(id) {
  const row = document.getElementById(id);
  const table = row?.closest("table.rk");
  if (!table) return false;
  document.getElementById(table.id.replace("m", "month-")).checked = true;
  row.tabIndex = -1;
  row.scrollIntoView({ block: "start", behavior: "instant" });
  row.focus({ preventScroll: true });
  return true;
}

/** Sets up the box on this page: today is in it, and the months open at today's. */
export function reckoner() {
  const form = document.querySelector("form[data-reckoner]");
  if (!form || form.dataset.set) return;
  form.dataset.set = "yes";
  const { day, month, year } = form.elements;
  const none = form.querySelector("[data-none]");
  const here = location.pathname.match(/(\d{4})\/(?:index\.html)?$/)?.[1];
  const now = new Date();
  const known = [...year.options].some(({ value }) => value === String(now.getFullYear()));
  if (known) [day.value, month.value, year.value] = [now.getDate(), now.getMonth() + 1, now.getFullYear()];
  if (here === String(now.getFullYear())) document.getElementById(`month-${now.getMonth() + 1}`).checked = true;
  else if (here) year.value = here;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const id = rowId(day.value.trim(), month.value);
    none.hidden = true;
    if (year.value !== here) location.assign(`${form.dataset.reckoner}${year.value}/#${id}`);
    else if (!show(id)) none.hidden = false;
  });
  if (location.hash && here && !show(location.hash.slice(1)) && /^#d\d/.test(location.hash)) none.hidden = false;
}
