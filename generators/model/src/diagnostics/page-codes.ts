import { pageDocumentCodes } from './page-document-codes.ts';
import { pageIgnoreCodes } from './page-ignore-codes.ts';
import { pageMarkupCodes } from './page-markup-codes.ts';
import { pageTableCodes } from './page-table-codes.ts';
import { pageTextCodes } from './page-text-codes.ts';

/** What is wrong in a resource page itself. */
export const pageCodes = {
  ...pageDocumentCodes,
  ...pageTableCodes,
  ...pageMarkupCodes,
  ...pageTextCodes,
  ...pageIgnoreCodes,
};
