// Says at once that a tool cannot run here: a file opened from a disk, or a browser
// too old for the tools' scripts. Those never start there, so this one is in old words.
(function () {
  var old = !("noModule" in document.createElement("script"));
  var disk = location.protocol === "file:";
  var line = document.querySelector("[data-ready]");
  if (!line || !(old || disk)) return;
  var form = document.querySelector("form[data-failed]");
  var to = "../" + form.getAttribute("data-failed") + (disk ? "index.html" : "");
  line.lastChild.innerHTML = (disk
    ? "This tool does not run from a file on a disk. "
    : "This browser is too old for this tool. ") +
    'The same answers stand on <a href="' + to + '">pages that need no script</a>.';
  line.firstChild.hidden = true;
  line.removeAttribute("data-idle");
  document.documentElement.setAttribute("data-engine", "failed");
})();
