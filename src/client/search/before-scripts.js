// Runs in the head of the search page and asks for the catalogue at once, where the page's scripts would ask for it only when they
// have come: one journey to the server less. It stands in the page itself, word for word the same: a content security policy names it
// by its hash.
(function (address) {
  window.earlyCatalogue = fetch(address, { cache: 'no-cache' });
  window.earlyCatalogue.catch(function () {
    return undefined;
  });
})(document.currentScript.dataset.catalogue);
