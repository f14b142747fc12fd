// Keeps a picture of Python's memory in the reader's own browser, and finds it again.

const DIGEST = "x-sha256"; // the header in which a picture's hash is kept beside it
const SIZE = "x-bytes"; // and how much memory it is a picture of
const BLOCK = 65_536; // bytes: memory in which nothing is written is left out by blocks of this size

/**
 * Where a picture of Python's memory lies: in the cache of this version's files, which the
 * service worker removes with the version. One of no memory says that pictures do not work here.
 */
function place(folder) {
  return [`${new URL("../../../", folder).href} python ${folder.split("/").at(-2)}`, `${folder}memory`];
}

/** Returns what is kept as a picture, whole or not, if there is anything. */
export async function known(folder) {
  const [name, url] = place(folder);
  return self.caches?.match(url, { cacheName: name });
}

/**
 * Returns memory of the size of the picture that an earlier page left, if there is one. It is
 * `whole` once the picture lies in it; that fails when the picture is not as it was kept.
 */
export async function recalled(folder) {
  const found = await known(folder);
  const size = Number(found?.headers.get(SIZE));
  if (!size) return undefined;
  const memory = new Uint8Array(size);
  const whole = (async () => {
    const kept = await found.arrayBuffer();
    const hash = digest(kept);
    unfold(kept, memory);
    if ((await hash) !== found.headers.get(DIGEST)) throw new Error("the picture is not as it was kept");
  })();
  return { memory, whole };
}

/** Keeps what is written in `memory` as the picture; no memory says that pictures do not work here. */
export async function keep(folder, memory = new Uint8Array()) {
  const [name, url] = place(folder);
  const picture = await fold(memory);
  const headers = { [DIGEST]: await digest(picture), [SIZE]: memory.length };
  await (await caches.open(name)).put(url, new Response(picture, { headers }));
}

/** Returns the blocks of `memory` in which anything is written: how many, where each begins, and all of them. */
function fold(memory) {
  const starts = [];
  for (let at = 0; at < memory.length; at += BLOCK) if (memory.subarray(at, at + BLOCK).some(Boolean)) starts.push(at);
  return new Blob([Uint32Array.of(starts.length, ...starts), ...starts.map((at) => memory.subarray(at, at + BLOCK))]).arrayBuffer();
}

/** Puts the blocks of a picture back to where they were. */
function unfold(picture, memory) {
  const [count] = new Uint32Array(picture, 0, 1);
  const starts = new Uint32Array(picture, 4, count);
  let from = starts.byteOffset + starts.byteLength;
  for (const at of starts) {
    const block = new Uint8Array(picture, from, Math.min(BLOCK, memory.length - at));
    memory.set(block, at);
    from += block.length;
  }
}

async function digest(bytes) {
  return btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))));
}
