// Takes in the files of a form, counted and measured while they arrive; nothing touches the disk.
import type { Request, Response } from 'express';
import multer, { MulterError } from 'multer';
import type { UploadRule } from '../http/route.ts';
import type { UploadedFile } from '../http/visit.ts';

/** What is read of a body that is too large, so that the browser gets to see the answer; beyond it the connection ends. */
const MOST_READ = 128 * 1024 * 1024;

/** @returns the files, or why they were not taken in */
export function readFiles(
  request: Request,
  response: Response,
  rule: UploadRule,
): Promise<readonly UploadedFile[] | 'too-large' | 'bad-request'> {
  const take = multer({
    storage: multer.memoryStorage(),
    limits: {
      fileSize: rule.largestBytes,
      files: rule.mostFiles,
      fields: 40,
      fieldSize: 256 * 1024,
      parts: 60,
      headerPairs: 50,
    },
    defParamCharset: 'utf8',
  }).array(rule.field, rule.mostFiles);
  let received = 0;
  request.on('data', (part: Buffer) => {
    received += part.length;
    if (received > MOST_READ) request.destroy();
  });
  return new Promise((resolve) => {
    take(request, response, (error: unknown) => {
      if (error !== undefined && error !== null) {
        resolve(
          error instanceof MulterError && ['LIMIT_FILE_SIZE', 'LIMIT_FIELD_VALUE'].includes(error.code)
            ? 'too-large'
            : 'bad-request',
        );
        return;
      }
      const files = Array.isArray(request.files) ? request.files : [];
      resolve(
        files.map((file) => ({ field: file.fieldname, fileName: file.originalname, bytes: file.buffer })),
      );
    });
  });
}
