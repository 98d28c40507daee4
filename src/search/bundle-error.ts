import { BUNDLE_FOLDER } from '../domain/search/bundle-page.ts';

/** Thrown where Pagefind made no bundle; the message says in Chinese why and what to do. */
export class BundleError extends Error {
  override name = 'BundleError';

  constructor(why: string, options?: ErrorOptions) {
    super(
      `Pagefind 的检索数据（${BUNDLE_FOLDER}）没有生成：${why} — 内存不足的关掉别的程序重试；没有装全的运行 npm ci；这台机器用不了的，在 site.yaml 里写 pagefind: false`,
      options,
    );
  }
}
