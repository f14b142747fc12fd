// The look-up on the first page: goes to the partnership of the authority that was typed.
// Without this script the button leads to the list of all partnerships.

const plain = (words) => words.trim().toLowerCase().replace(/ (county |borough |city |metropolitan )*council$/, "");

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-look]");
  if (!form) return;
  const typed = plain(form.querySelector("input").value);
  const options = [...form.querySelectorAll("option[data-to]")];
  const found = typed && (options.find((option) => plain(option.value) === typed) ?? only(options.filter((option) => plain(option.value).includes(typed))));
  if (!found) return;
  event.preventDefault();
  location.assign(new URL(found.dataset.to, document.baseURI));
});

/** Returns the one partnership that all `options` lead to, or nothing. */
function only(options) {
  return new Set(options.map((option) => option.dataset.to)).size === 1 ? options[0] : undefined;
}
