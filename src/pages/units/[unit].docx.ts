import { writeDocument } from '../../ooxml/document/write-document.ts';
import { formDocument, type Papers } from '../../ooxml/form-document.ts';
import { DOCX } from '../../ooxml/media-types.ts';
import { attendanceDocuments } from '../../views/attendance.ts';
import { pathsOf } from '../../views/paths.ts';

export const getStaticPaths = () => pathsOf(attendanceDocuments);

/** A unit's year of study as a table with what is planned, to be filled in Word. */
export function GET({ props }: { props: Papers }): Response {
  const file = writeDocument(formDocument(props));
  return new Response(new Uint8Array(file), { headers: { 'content-type': DOCX } });
}
