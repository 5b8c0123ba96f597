// How large a thing the table layer takes in, so that no file can eat the memory or the time. Technical limits, in characters unless said.

/** One record, its line ends included. Excel's longest cell is 32,767 characters; thirty of them full still pass. */
export const MAX_RECORD = 1_000_000;
/** What is kept of a record that is longer, so that a person can find it again. */
export const KEPT_OF_LONG = 1_000;
/** Lines that one quoted cell may run over before its quote is taken for one that was never closed. */
export const MAX_LINES_IN_RECORD = 2_000;
/** Named columns. No screening is this wide; a file that is has lost its line ends or its delimiter. */
export const MAX_COLUMNS = 2_000;
/** Records that hypotheses (dialect, header, decimal mark) are decided on. */
export const SAMPLE_RECORDS = 2_000;
/** Text that dialects are compared on. */
export const DIALECT_CHARS = 65_536;
/** Text handed to the parser at once: about a thousand records. */
export const BLOCK_CHARS = 60_000;
/** Records handed on at once, at most. */
export const BATCH_RECORDS = 1_000;
/** Bytes that are checked for their encoding before the first record is handed on; later surprises are met line by line. */
export const ENCODING_SCAN_BYTES = 64 * 1024 * 1024;
/** Messages of one code that are listed one by one; the rest are counted in one. */
export const MAX_MESSAGES_PER_CODE = 1_000;
/** A workbook as it lies on disk, bytes. */
export const MAX_WORKBOOK_BYTES = 50 * 1024 * 1024;
/** A workbook unpacked, bytes: more than this in so small a file is a zip bomb or belongs in a CSV. */
export const MAX_WORKBOOK_UNPACKED = 200 * 1024 * 1024;
/** Records with broken quotes that are mended one by one in a file, and in one trial of a dialect; a file with more has other quotes than ours. */
export const MAX_MENDS = 5_000;
export const MENDS_PER_TRIAL = 40;
