import { z } from 'zod';
import { readBasePath } from '../domain/address/base-path.ts';
import type { Reading } from '../domain/address/host.ts';
import { readServedFolder } from '../domain/address/served-folder.ts';
import { readOrigin, readSiteAddress } from '../domain/address/site-address.ts';
import { contactSchema } from './contact.ts';
import { listOfWords, words } from './entry.ts';
import { formatSchema } from './format.ts';

/** Words that one of the readers of addresses understands. */
const readBy = (read: (text: string) => Reading<string>) =>
  z.string({ error: '应为文字' }).superRefine((text, context) => {
    const { problem } = read(text);
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
  });

/** Where the site is published. */
export const addressFields = {
  url: readBy(readOrigin)
    .describe('网站的网址，如 https://study.example.gov.cn，只写到域名和端口为止')
    .optional(),
  base: readBy(readBasePath).describe('网站所在的子路径，如 /study；不在子路径下的不写').optional(),
};

/** `site.yaml`: what the whole site says of itself. */
export const siteSchema = z.strictObject({
  name: words('网站名称，必填'),
  organisation: words('主办单位，必填'),
  ...addressFields,
  deploy: readBy(readServedFolder)
    .describe(
      '网站目录：发布时把网站放进哪个文件夹，如 /srv/study、D:\\www\\study，或从内容文件夹往外写，如 ../served',
    )
    .optional(),
  description: words('网站说明，一句话').optional(),
  contact: contactSchema.optional(),
  notice: words('每页都显示的标记，如 示例、试运行、内部资料').optional(),
  footer: listOfWords('页脚文字，每项一行，如备案号').optional(),
  campaign: words('首页默认的专题活动，写 campaigns/ 里的文件名').optional(),
  print: z
    .strictObject({
      code: z
        .boolean({ error: '只能是 true 或 false' })
        .describe('打印件上要不要二维码；不写时，只有网址在外网打得开才印')
        .optional(),
      sealed: z
        .boolean({ error: '只能是 true 或 false' })
        .describe('通知等是否加盖印章：true 时署名和日期按盖章的位置排；打印前还可以改')
        .optional(),
      format: formatSchema.describe('通知、报告、通报的版式；不写即 GB/T 9704-2012').optional(),
      visitRules: listOfWords('走访“五不准”，印在走访调研记录表背面，每项一条').optional(),
    })
    .describe('打印')
    .optional(),
  federation: z
    .array(
      z.strictObject({
        name: words('单位名称'),
        url: readBy(readSiteAddress).describe('网站地址，如 https://study.example.gov.cn/'),
      }),
    )
    .superRefine((offices, context) => {
      offices.forEach(({ name }, at) => {
        if (offices.findIndex((office) => office.name === name) < at)
          context.addIssue({ code: 'custom', path: [at, 'name'], message: '单位名称重复，应各不相同' });
      });
    })
    .describe('一起检索的其他网站')
    .optional(),
  pagefind: z
    .boolean({ error: '只能是 true 或 false' })
    .describe(
      '要不要另做一份 Pagefind 的检索数据，供它的检索框和别的网站使用；不写即 true，篇目上万的可以写 false',
    )
    .optional(),
});
