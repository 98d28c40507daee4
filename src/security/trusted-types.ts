/**
 * What scripts may hand to the places where a browser reads words as a page or runs what an address leads to
 * (https://www.w3.org/TR/trusted-types/): words to `DOMParser`, which runs nothing, and to the one `document.write` below; scripts and
 * workers of the site itself. Older browsers do not say for which place they ask. Where a browser knows no such rules, nothing is asked.
 */
export const TRUST = [
  'if(self.trustedTypes)trustedTypes.createPolicy("default",{',
  'createHTML:(words,_,place)=>/^(DOMParser|Document write|undefined)/.test(place)?words:null,',
  'createScriptURL:address=>new URL(address,document.baseURI).origin==origin?address:null});',
].join('');
