import { defineCollection } from 'astro:content';
import { contentFolder } from './loader/content-folder.ts';

/** One loader reads the whole folder: every collection of it has its schema in `schemas/collections.ts`, by which its files are checked. */
export const collections = { content: defineCollection({ loader: contentFolder() }) };
