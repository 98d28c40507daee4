/** Words of the desk's server about plans, units and receipts. */
export const plans = {
  faultyPlan: '这个计划有错误，先改好再照抄',
  noTitle: '写上新计划的名称',
  badId: (id: string) => `文件名“${id}”不能作地址，只用小写英文、数字和连字符，如 conduct-2027`,
  planThere: (id: string) => `plans/${id}.yaml 已经有了，换一个文件名`,
  cannotCopy: '这个计划的写法特别，抄不了 — 到“源文件”里另存',
  copied: (title: string) => `照上年计划新建：${title}`,
  noCampaign: '没有这个专题活动',
  isWorkbook: (file: string) => `${file} 是 Excel 文件，编辑台不改它 — 到 Excel 里改，或另存为 CSV`,
  cannotRead: (file: string) => `${file} 的写法特别，改不了 — 到“源文件”里改`,
  rowElsewhere: (unit: string) => `${unit}的这一行写在别的表里，或写法特别 — 到“源文件”里改`,
  receipts: (name: string) => `报送情况：${name}`,
} as const;
