import { z } from 'zod';

const words = z.string().trim().min(1);
const entryAddress = z.string().regex(/^(texts|speeches|articles)\/[a-z0-9-]+(#p[1-9]\d*)?$/, {
  error: '应写成 texts/outline 或 texts/outline#p3',
});

/** How a component is written, for messages. */
export interface AuthorComponent {
  example: string;
  props: z.ZodObject;
}

/** The components that authors may use in `.mdx`; each stands in `src/mdx/` under the same name. */
export const AUTHOR_COMPONENTS: Record<string, AuthorComponent> = {
  Quote: {
    example: '<Quote from="texts/outline#p3">引文</Quote>',
    props: z.strictObject({ from: entryAddress.optional(), source: words.optional() }),
  },
  Note: {
    example: '<Note title="说明">内容</Note>',
    props: z.strictObject({ title: words.optional() }),
  },
  Figure: {
    example: '<Figure src="flow.svg" alt="图中内容" caption="图题" />',
    props: z.strictObject({
      src: z.string().regex(/^[^\p{C}\\:*|"<>?#]+\.(?:svg|png|jpe?g|webp|gif|avif)(?:[?#][^\s"<>]*)?$/iu, {
        error: '应写 media/ 里的图片文件名，如 flow.svg',
      }),
      alt: words,
      caption: words.optional(),
    }),
  },
  Formula: {
    example: '<Formula name="six-actions">列表</Formula>',
    props: z.strictObject({
      name: z
        .string()
        .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: '应写 formulas/ 里的文件名，如 six-actions' }),
    }),
  },
  Ref: {
    example: '<Ref to="speeches/mid-year#p2">讲话第二段</Ref>',
    props: z.strictObject({ to: entryAddress }),
  },
};

export const COMPONENT_NAMES = Object.keys(AUTHOR_COMPONENTS);
