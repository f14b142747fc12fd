// Finds pages: fetches what the build wrote of them, and lets MiniSearch index and rank it.
// Which words stand for one another, and which pages come first for them, is in the data.
import MiniSearch from "./minisearch.js";

const BOOST = { title: 4, also: 4, head: 3, text: 1 };
const INSTEAD = 0.7; // of the score, for a word that stands for the one typed
const FIRST = 8; // times the score, for the pages that the data names for just these words
const NAMED = 2; // and where these words are only some of those typed
const HERE = 1.6; // for the pages of the partnership that is being read
const WORD = /[^\p{L}\p{N}]+/u;

/** Returns a word as it is compared: small letters, one of several as the one. */
function plain(word) {
  const small = word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  if (small.length < 4 || small.endsWith("ss")) return small;
  return small.replace(/ies$/, "y").replace(/s$/, "");
}

const words = (text) => text.replace(/[’']s\b/gu, "").split(WORD).filter(Boolean).map(plain);

/** Returns the search over what lies in `folder`; `root` is the top of the site. */
export async function open(folder, root) {
  const file = async (name) => {
    const answer = await fetch(new URL(`${name}.json`, folder));
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.json();
  };
  const all = await file("all");
  const index = new MiniSearch({
    fields: Object.keys(BOOST),
    storeFields: ["page", "anchor", "head", "text"],
    idField: "number",
    tokenize: words,
    processTerm: (term) => term,
  });
  const groups = all.groups.map(({ words: members, pages: first }) => ({ members: members.map(words), first: first.map((page) => all.pages[page].at) }));
  const places = all.pages.map((row) => ({ name: words(row.title), of: folderOf(row.at) })).filter(({ of }) => all.own.includes(of));
  const pages = [];
  const come = new Map();
  let number = 0;

  const add = (rows) => index.addAllAsync(rows.map((row) => ({ ...row, number: number++ })), { chunkSize: 100 });
  const whole = (file) => {
    const from = pages.push(...file.pages) - file.pages.length;
    return add([
      ...file.pages.map((row, page) => ({ ...row, page: from + page })),
      ...file.parts.map((row) => ({ ...row, page: from + row.page, title: file.pages[row.page].title })),
    ]);
  };
  const own = (name) => {
    if (!come.has(name)) come.set(name, file(name).then(whole));
    return come.get(name);
  };
  const begun = Promise.all([
    whole(all),
    ...(all.together ? all.own.map(own) : []),
  ]);
  const here = () => folderOf(location.href.slice(root.href.length));

  return {
    async find(typed) {
      const asked = words(typed);
      const now = here();
      const named = places.filter(({ name }) => at(asked, name) >= 0).map(({ of }) => of);
      await Promise.all([begun, ...[...new Set([...named, now])].filter((one) => all.own.includes(one)).map(own)]);

      const times = new Map();
      for (const { members, first } of groups) {
        const fit = members.filter((one) => at(asked, one) >= 0);
        if (!fit.length) continue;
        const just = fit.some((one) => one.length === asked.length);
        for (const address of first) times.set(address, Math.max(times.get(address) ?? 1, just ? FIRST : NAMED));
      }
      const boostDocument = (id, term, { page }) => {
        const { at: address, weight, of } = pages[page];
        return weight * (times.get(address) ?? 1) * (of && of === now ? HERE : 1);
      };
      const slots = slotsOf(asked, groups);
      const ask = (combineWith, near) => index.search(
        { combineWith, queries: slots.map((slot, place) => wanted(slot, place === slots.length - 1, near)) },
        { boostDocument },
      );
      let results = ask("AND", false);
      let instead = "";
      if (!results.length) {
        results = ask("AND", true);
        if (!results.length) results = ask("OR", true);
        instead = [...new Set(results[0]?.terms)].slice(0, 3).map((term) => `“${term}”`).join(", ");
      }
      const found = byPage(results, pages, root, asked);
      const there = new Set(results.map(({ page }) => pages[page].at));
      const first = instead ? [] : pages.filter(({ at: address }) => times.get(address) === FIRST && !there.has(address));
      const led = ({ address }) => (instead || times.get(address) !== FIRST ? 2 : now && folderOf(address) === now ? 0 : 1);
      found.sort((a, b) => led(a) - led(b));
      return { pages: [...first.map((page) => bare(page, root)), ...found], instead, apart: !all.together && !named.length && !now };
    },
  };
}

/** Returns the partnership whose page, or whose area's page, is at an address from the root. */
function folderOf(address) {
  return /^areas\//.test(address) ? "england" : /^partnerships\/([^/]+)\//.exec(address)?.[1];
}

/** Returns where the words of `part` stand among `whole`, or -1. */
function at(whole, part) {
  return whole.findIndex((_, place) => part.every((word, step) => whole[place + step] === word));
}

/** Returns for each word or known phrase, in order, the wordings that will do for it, as typed first. */
function slotsOf(asked, groups) {
  const made = [];
  for (let place = 0; place < asked.length;) {
    const rest = asked.slice(place);
    const known = groups.flatMap(({ members }) => members).filter((one) => at(rest, one) === 0);
    const longest = known.sort((a, b) => b.length - a.length)[0] ?? [asked[place]];
    const others = groups.filter(({ members }) => members.some((one) => one.join(" ") === longest.join(" "))).flatMap(({ members }) => members);
    const wordings = new Map([longest, ...others].map((one) => [one.join(" "), one]));
    made.push([...wordings.values()]);
    place += longest.length;
  }
  return made;
}

/** Returns what is asked for one slot. The last word may be the beginning of one; where nothing was found, a slip will do. */
function wanted([typed, ...others], last, near) {
  const boost = Object.fromEntries(Object.entries(BOOST).map(([name, value]) => [name, value * INSTEAD]));
  const fuzzy = near && ((term) => (term.length > 4 ? 0.2 : false));
  const prefix = last && ((term, place, terms) => place === terms.length - 1 && term.length > 1);
  return {
    combineWith: "OR",
    queries: [
      { combineWith: "AND", queries: [typed.join(" ")], boost: BOOST, prefix, fuzzy },
      ...others.map((one) => ({ combineWith: "AND", queries: [one.join(" ")], boost, prefix: false, fuzzy: false })),
    ],
  };
}

const bare = ({ at: address, title }, root) => ({ title, head: "", block: "", href: new URL(address, root).href, terms: () => false });

/** Returns each page once, the best first, with its best part and the block of it that fits best. */
function byPage(results, pages, root, asked) {
  const found = new Map();
  for (const { page: number, anchor, head, text, terms: matched } of results) {
    const page = pages[number];
    const before = found.get(page.at);
    if (before && (before.block || text === undefined)) continue;
    const all = new Set(matched);
    const terms = (word) => all.has(plain(word));
    const one = {
      address: page.at,
      title: page.title,
      head: (text === undefined ? head?.split("\n").find((line) => line.split(WORD).some(terms)) : head) ?? "",
      href: new URL(page.at + (anchor ? `#${anchor}` : ""), root).href,
      block: text === undefined ? "" : best(text, head, terms, asked),
      terms,
    };
    if (before) Object.assign(before, one);
    else found.set(page.at, one);
  }
  return [...found.values()];
}

/** Returns the block with the most of the words, those that were typed above all; the longest where none has any. */
function best(text, head, terms, asked) {
  const worth = (block) => [...new Set(words(block))].reduce((sum, word) => sum + (asked.includes(word) ? 2 : terms(word) ? 1 : 0), 0);
  const blocks = text.split("\n").filter((block) => block !== head);
  const worths = blocks.map(worth);
  const most = Math.max(0, ...worths);
  const values = most ? worths : blocks.map(({ length }) => length);
  return blocks[values.indexOf(Math.max(...values))] ?? "";
}
