// Copies an address at the press of the button beside it, and says so. Nothing moves: the sign
// in the button changes, and the words are for a screen reader.
const SHOWN = 2_000; // milliseconds for which the sign stays

const said = document.createElement("p");
said.className = "vh";
said.setAttribute("role", "status");
document.body.append(said);

document.addEventListener("click", async ({ target }) => {
  const button = target.closest?.("[data-copy]");
  if (!button) return;
  const address = button.dataset.copy;
  said.textContent = "";
  try {
    await navigator.clipboard.writeText(address);
  } catch {
    said.textContent = "This browser does not let the page copy. Mark the address and copy it.";
    return;
  }
  button.dataset.copied = "";
  said.textContent = `Copied: ${address}`;
  setTimeout(() => delete button.dataset.copied, SHOWN);
});
