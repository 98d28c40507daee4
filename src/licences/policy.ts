/**
 * The licences, by their SPDX identifiers, under which the project may use a package, and why: the project is MIT, is passed on as source
 * without the packages, and what it builds holds code of some of them. A licence that is not here has to be read before it comes in.
 */
export const ACCEPTED: Readonly<Record<string, string>> = {
  MIT: '保留版权声明即可',
  ISC: '保留版权声明即可',
  '0BSD': '没有条件',
  'BSD-2-Clause': '保留版权声明即可',
  'BSD-3-Clause': '保留版权声明，不借作者之名宣传',
  'Apache-2.0': '保留版权和变更声明，附专利许可',
  'BlueOak-1.0.0': '保留许可文本即可',
  'Python-2.0': '保留版权声明即可',
  'CC0-1.0': '放弃版权的数据',
  'MPL-2.0': '只约束它自己的文件；原样使用，不改动',
  'LGPL-3.0-or-later': '图像库 libvips，原样使用，可以替换；只在生成时用，网站里没有',
  'OFL-1.1': '字体；不单独出售。只用于测试和 PDF，网站里没有',
};

/** A thing under a licence of its own that lies in the project itself. */
export interface OwnPart {
  name: string;
  version: string;
  file: string;
  licence: string;
  /** Where the licence's text lies. */
  text: string;
  why: string;
}

/** What lies in the project under another licence than the project's. */
export const OWN_PARTS: readonly OwnPart[] = [
  {
    name: 'FandolFang',
    version: '0.3',
    file: 'src/papers/fonts/fang-gb2312.woff',
    licence: 'GPL-3.0-only WITH Font-exception-2.0',
    text: 'src/papers/fonts/COPYING',
    why: '字体例外：嵌入字体的文件不受 GPL 约束。只用于 PDF，网站里没有',
  },
];
