// Finds a local authority by what people type: its name, a district, an old county, a slip of
// the keyboard. It compares names and knows no rule. The command line does the same
// (py/handbook/areas/places.py).

const GENERIC = new Set("and boro borough city corporation council county district london mdc metropolitan of royal the ua unitary".split(" "));
const SHORT = 4; // letters from which one slip is forgiven
const LONG = 8; // and two
const [NAME, ALSO, DISTRICT, WITHIN] = [0, 1, 2, 3];

/** Returns the text plainly written, and again without the words that stand in every council's name. */
function forms(text) {
  const words = text.toLowerCase().replaceAll("&", " and ").replace(/[’'.]/g, "");
  const plain = words.replace(/[^a-z0-9]+/g, " ").trim();
  const short = plain.split(" ").filter((word) => !GENERIC.has(word)).join(" ");
  return [...new Set([plain, short])].filter(Boolean);
}

/** Returns the slips from `left` to `right` or, with `begun`, to a beginning of it; a number above `most` where they are more. */
function distance(left, right, most, begun = false) {
  if (left.length - right.length > most || (!begun && right.length - left.length > most)) return most + 1;
  let last;
  let before = [];
  let row = Array.from({ length: right.length + 1 }, (_, j) => j);
  for (let i = 1; i <= left.length; i += 1) {
    [last, before, row] = [before, row, [i]];
    for (let j = 1; j <= right.length; j += 1) {
      let least = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left[i - 1] !== right[j - 1]));
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) least = Math.min(least, last[j - 2] + 1);
      row.push(least);
    }
    if (Math.min(...row) > most) return most + 1;
  }
  return begun ? Math.min(...row) : row[right.length];
}

/**
 * Returns how well what was typed fits a name: [0, 0] exactly; [1, …] its beginning or one slip;
 * [2, …] the beginning of a later word; [3, …] two slips, or one in a beginning; nothing otherwise.
 */
function fit(typed, name) {
  if (typed === name) return [0, 0];
  const slips = (typed.length >= SHORT) + (typed.length >= LONG);
  const whole = distance(typed, name, Math.max(slips, 1));
  if (name.startsWith(typed)) return [1, name.length - typed.length];
  if (whole <= 1) return [1, whole];
  const starts = [...name.matchAll(/ /g)].map(({ index }) => index + 1);
  if (starts.some((start) => name.startsWith(typed, start))) return [2, name.length - typed.length];
  if (!slips) return undefined;
  if (whole <= slips) return [3, whole];
  const begun = Math.min(...[0, ...starts].map((start) => distance(typed, name.slice(start), slips, true)));
  return begun <= slips ? [3, begun + slips] : undefined;
}

const less = (one, other) => {
  const at = one.findIndex((part, place) => part !== other[place]);
  return at < 0 ? 0 : one[at] - other[at];
};

/** Returns the authorities of `day` ("2026-11-20") from `rows`, each with its names and those of what it succeeds. */
export function serving(rows, day) {
  const known = new Map(rows.map((row) => [row.id, { row, names: [[NAME, row.name], [NAME, row.authority], ...namesOf(row)] }]));
  for (const { row } of known.values()) {
    if (!row.until || row.until > day) continue;
    const heirs = row.succeeded_by.map((id) => known.get(id).names);
    const shared = new Set(heirs.flat().map(([, name]) => name)); // a district that one of them names is that one's alone
    const left = [row.name, row.authority, ...namesOf(row).map(([, name]) => name)].filter((name) => !shared.has(name));
    for (const names of heirs) names.push(...left.map((name) => [DISTRICT, name]));
  }
  return [...known.values()]
    .filter(({ row }) => (row.from ?? "") <= day && !(row.until <= day))
    .map(({ row, names }) => ({ row, names: names.map(([kind, name]) => ({ kind, name, forms: forms(name) })) }));
}

function namesOf(row) {
  const kinds = [[ALSO, row.also], [DISTRICT, row.districts], [WITHIN, row.within]];
  return kinds.flatMap(([kind, names = []]) => names.map((name) => [kind, name]));
}

/** Returns the authorities among `places` (see `serving`) that `typed` may mean, the best first, each with the name that fitted. */
export function find(places, typed) {
  const asked = forms(typed);
  const found = [];
  for (const { row, names } of places) {
    let best;
    for (const { kind, name, forms: written } of names) {
      for (const form of asked) {
        for (const one of written) {
          const rank = fit(form, one);
          if (rank && (!best || less([...rank, kind], best.rank) < 0)) best = { row, name, rank: [...rank, kind] };
        }
      }
    }
    if (best) found.push(best);
  }
  return found.sort((one, other) => less(one.rank, other.rank) || (one.row.name < other.row.name ? -1 : 1));
}
