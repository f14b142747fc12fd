// Leaves the search's index, the largest file of a page, until somebody goes to the
// search. The theme would fetch it and build the search with every page, just when the
// page and Python start.
(function () {
  const search = document.querySelector("[data-md-component=search]");
  const { open, send } = XMLHttpRequest.prototype;
  const wanted = new Promise((resolve) => {
    for (const touch of ["focusin", "pointerover"]) search.addEventListener(touch, resolve, { once: true });
  });
  XMLHttpRequest.prototype.open = function (method, address, ...more) {
    this.later = String(address).endsWith("/search_index.json");
    open.call(this, method, address, ...more);
  };
  XMLHttpRequest.prototype.send = function (body) {
    if (this.later) wanted.then(() => send.call(this, body));
    else send.call(this, body);
  };
})();
