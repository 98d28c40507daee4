/** Words on the cover sheet and in the template of what is handed in. */
export const paperWords = {
  essayTitle: '题目',
  post: '单位职务',
  characters: '字数',
  blankCount: '　　　　字',
  asked: (length: string) => `要求${length}`,
  review: '审签盖章',
  secrecy: '保密审查',
  template: {
    coverTitle: '材料报送封面',
    title: '在这里写题目',
    author: '单位　姓名',
    opening: '开头一段直接写事情。选中这些提示文字，换成自己的内容，格式不变。',
    headings: ['一、一级标题', '（一）二级标题', '1. 三级标题', '（1）四级标题'],
    body: '正文写在这里。',
    signature: '单位　姓名',
    date: '年　月　日',
  },
} as const;
