// What was chosen, and what a choice fetches. The choice is kept in this page's memory while the
// reader stays on the site (the theme swaps pages without a reload): it is stored nowhere.

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

/** Takes the place that a page is about as chosen. */
export function notePlace() {
  const place = document.querySelector("[data-place-chosen]");
  if (place) memory.value = place.dataset.placeChosen;
}
