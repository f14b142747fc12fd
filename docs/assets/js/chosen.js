// What was chosen, and the files that a choice needs. The choice is kept in this page's memory while
// the reader stays on the site (the theme swaps pages without a reload): it is stored nowhere.

export const memory = { value: "" };
const files = new Map();

/** Returns the folder of the files that a choice fetches; `part` names it in its page. */
export const folderOf = (part) => new URL(part.dataset.policies, location.href);

/** Returns a file of that folder, fetched once; one that did not come may be asked for again. */
export function fileOf(part, name) {
  const { href } = new URL(`${name}.json`, folderOf(part));
  if (!files.has(href)) {
    const got = fetch(href).then((answer) => {
      if (!answer.ok) throw new Error(`${href}: ${answer.status}`);
      return answer.json();
    });
    got.catch(() => files.delete(href));
    files.set(href, got);
  }
  return files.get(href);
}

/**
 * Fetches what a form's choices need before one is made, whoever the reader is: the look-up's list
 * and, where the form names them, the files of all protocols. So a choice asks the server for nothing.
 */
export function fetchAhead(part) {
  const names = part.dataset.ahead?.split(" ") ?? [];
  for (const name of ["places", ...names]) fileOf(part, name).catch(() => {}); // asked for again when it is needed
}

/** Takes the place that a page is about as chosen. */
export function notePlace() {
  const place = document.querySelector("[data-place-chosen]");
  if (place) memory.value = place.dataset.placeChosen;
}

// A page that the browser puts aside comes back with nothing chosen.
window.addEventListener("pagehide", () => { memory.value = ""; });
