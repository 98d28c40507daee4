import type { ServerResponse } from 'node:http';
import type { AstroIntegration } from 'astro';
import { readMedia } from '../../check/media.ts';
import { fromPercent } from '../../domain/percent.ts';
import { MEDIA } from '../../domain/site-references.ts';
import { LEFT_ALONE, MEDIA_FOLDER } from '../../source/content-files.ts';
import type { Settings } from '../../source/settings.ts';
import { mediaTypeOf } from '../hosting/media-types.ts';

/** Lets `dev` show the files of `media/` as they would go out, those of drafts too; a build puts them into its output by itself. */
export function showMedia({
  contentDir,
  basePath,
}: Pick<Settings, 'contentDir' | 'basePath'>): AstroIntegration {
  return {
    name: 'zhixing-show-media',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          // Vite has taken the base path off `url` by now.
          const file = mediaFile(request.originalUrl ?? '', basePath);
          if (file === undefined) next();
          else void answer(contentDir, file, response);
        });
      },
    },
  };
}

/** The path below the content folder of the file that an address asks for; nothing for any other address, and for what is left alone. */
export function mediaFile(address: string, basePath: string): string | undefined {
  const path = address.replace(/[?#][^]*$/, '');
  const start = basePath + MEDIA.slice(1);
  if (!path.startsWith(start)) return undefined;
  const parts = fromPercent(path.slice(start.length)).split(/[\\/]/);
  return parts.some((part) => part === '' || part.includes('\0') || LEFT_ALONE.test(part))
    ? undefined
    : [MEDIA_FOLDER, ...parts].join('/');
}

async function answer(contentDir: string, file: string, response: ServerResponse): Promise<void> {
  const read = await readMedia(contentDir, file);
  const isRefused = 'refusal' in read;
  response.writeHead(isRefused ? 404 : 200, {
    'cache-control': 'no-store',
    'content-type': isRefused
      ? 'text/plain; charset=utf-8'
      : (mediaTypeOf(file) ?? 'application/octet-stream'),
    'x-content-type-options': 'nosniff',
  });
  response.end(isRefused ? `${file}：${read.refusal.reason} — ${read.refusal.remedy}` : read.bytes);
}
