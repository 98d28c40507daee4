/** The `site.yaml` of an edition without content. */
export const START_SITE = '# 网站的名称和单位，可以在编辑台里改。\nname: 学习资料库\norganisation: 本单位\n';
