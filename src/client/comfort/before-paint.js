// Runs in the head before anything is painted, so that a reader's choices never flash in late. It stands in the page itself, word for
// word the same on every page: a content security policy names it by its hash. `document.write` is the one way by which also
// Chromium 86 waits for a stylesheet that a script asks for.
(function (data, styles) {
  data.script = '';
  try {
    var kept = JSON.parse(localStorage.getItem('zhixing.comfort'));
    if (!kept) return;
    for (var name of ['theme', 'size', 'face', 'line', 'paragraphs', 'large'])
      if (kept[name]) data[name] = kept[name];
    document.write('<link rel="stylesheet" media="screen" data-comfort-styles href=' + styles + '>');
  } catch {}
})(document.documentElement.dataset, document.currentScript.dataset.styles);
