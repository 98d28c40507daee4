/**
 * The one script that stands in the page itself: it runs in the head before anything is painted, so that a reader's choices never flash in
 * late. What was kept becomes `data-` attributes of the root; `document.write` is the one way by which also Chromium 86 waits for a style
 * sheet that a script asks for. The same words on every page, since the content policy names them by their hash.
 */
export const BEFORE_PAINT = [
  '{let page=document,root=page.documentElement.dataset;root.script="";try{',
  'Object.assign(root,JSON.parse(localStorage["zhixing.comfort"]));',
  'page.write("<link id=comfort rel=stylesheet href="+page.currentScript.dataset.styles+">")',
  '}catch{}}',
].join('');
