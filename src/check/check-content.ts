import { compareFaults, type Fault } from '../source/fault.ts';
import { readContent, type Content } from '../source/read-content.ts';
import { bodyFaults } from './bodies.ts';
import { referenceFaults } from './references.ts';

/** A content folder read whole, with every fault of it in the order of files and lines. */
export async function checkContent(contentDir: string): Promise<{ content: Content; faults: Fault[] }> {
  const content = await readContent(contentDir);
  const faults = [...content.faults, ...referenceFaults(content), ...(await bodyFaults(content, contentDir))];
  return { content, faults: faults.sort(compareFaults) };
}
