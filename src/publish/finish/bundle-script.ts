import { rolldown } from 'rolldown';
import { LANGUAGE } from '../render/client-build.ts';

/** Puts a script and everything it imports, at once or later, into one classic script. Throws when a part is missing. */
export async function bundleScript(file: string): Promise<string> {
  const bundle = await rolldown({
    input: file,
    platform: 'browser',
    transform: { target: LANGUAGE },
    logLevel: 'silent',
  });
  try {
    const { output } = await bundle.generate({ format: 'iife', codeSplitting: false, minify: true });
    return output[0].code;
  } finally {
    await bundle.close();
  }
}
