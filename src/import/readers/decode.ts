export { decode, UnreadableFile, type Decoded } from '../../tables/decode.ts';
