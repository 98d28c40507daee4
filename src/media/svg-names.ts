/** Elements that draw or describe (SVG 2, Filter Effects, SVG Animations). */
export const ELEMENTS: ReadonlySet<string> = new Set(
  `svg g defs symbol use title desc switch view style a image
  path rect circle ellipse line polyline polygon text tspan textPath
  linearGradient radialGradient stop pattern clipPath mask marker
  animate animateColor animateMotion animateTransform mpath set
  filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight
  feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight
  feSpecularLighting feSpotLight feTile feTurbulence`.split(/\s+/),
);

export const ANIMATIONS: ReadonlySet<string> = new Set(
  'animate animateColor animateMotion animateTransform set'.split(' '),
);

/** Attributes of those elements, `aria-…` aside. */
export const ATTRIBUTES: ReadonlySet<string> = new Set(
  `id class style lang role tabindex type media title version baseProfile enable-background
  x y x1 x2 y1 y2 dx dy cx cy r rx ry fx fy fr width height d points path pathLength rotate transform transform-origin transform-box
  viewBox preserveAspectRatio zoomAndPan viewTarget href target systemLanguage requiredExtensions requiredFeatures
  offset gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform clipPathUnits
  maskUnits maskContentUnits mask-type markerUnits markerWidth markerHeight refX refY orient
  textLength lengthAdjust startOffset method spacing side
  filterUnits primitiveUnits filterRes in in2 result mode values operator k1 k2 k3 k4 order kernelMatrix kernelUnitLength divisor bias
  targetX targetY edgeMode preserveAlpha surfaceScale diffuseConstant specularConstant specularExponent limitingConeAngle scale
  xChannelSelector yChannelSelector azimuth elevation z pointsAtX pointsAtY pointsAtZ stdDeviation radius baseFrequency numOctaves seed
  stitchTiles tableValues slope intercept amplitude exponent
  attributeName attributeType begin dur end min max restart repeatCount repeatDur fill calcMode keyTimes keySplines keyPoints from to by
  additive accumulate origin
  alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters color-profile
  color-rendering cursor direction display dominant-baseline fill-opacity fill-rule filter flood-color flood-opacity
  font font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style font-variant font-weight
  glyph-orientation-horizontal glyph-orientation-vertical image-rendering isolation kerning letter-spacing lighting-color line-height
  marker marker-end marker-mid marker-start mask mix-blend-mode opacity overflow paint-order pointer-events shape-rendering
  solid-color solid-opacity stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
  stroke-miterlimit stroke-opacity stroke-width text-align text-anchor text-decoration text-orientation text-overflow text-rendering
  unicode-bidi vector-effect visibility white-space word-spacing writing-mode`.split(/\s+/),
);

export const SVG = 'http://www.w3.org/2000/svg';
export const XLINK = 'http://www.w3.org/1999/xlink';
export const XML = 'http://www.w3.org/XML/1998/namespace';
const XHTML = 'http://www.w3.org/1999/xhtml';

/** What attributes of other namespaces stay: `xlink:href` and its kin, `xml:space`. */
export const XLINK_ATTRIBUTES: ReadonlySet<string> = new Set(['href', 'title', 'type', 'show', 'actuate']);
export const XML_ATTRIBUTES: ReadonlySet<string> = new Set(['space', 'lang', 'id']);

const DRAWING_PROGRAMS =
  /inkscape|sodipodi|adobe|bohemiancoding|figma|corel|boxy|serif|vectornator|draw\.io|diagrams\.net|microsoft/i;
const REMARKS = /\/(?:22-rdf-syntax-ns|dc\/elements|cc)|creativecommons|purl\.org/i;

/** What is taken out with an element that may not stay. */
export function kindOfElement(namespace: string, name: string) {
  if (/^(?:script|handler|listener)$/i.test(name)) return '脚本';
  if (/^(?:foreignObject|iframe|embed|object|video|audio|canvas)$/i.test(name) || namespace === XHTML)
    return '嵌入的网页';
  if (name === 'metadata' || REMARKS.test(namespace)) return '元数据';
  return DRAWING_PROGRAMS.test(namespace) ? '绘图软件的数据' : '不认识的内容';
}
