import { raise } from '#src/shared/contract/errors.ts'
import type { EngineContext } from '../context.ts'

/** A kept document as bytes: a PDF, or a picture of paper. Raises NOT_FOUND, or FILE_DAMAGED where the bytes no longer match their hash. */
export async function readDocument(context: EngineContext, documentId: string): Promise<{ pdf: Blob; name: string }> {
  const { bytes, name, mediaType } = await documentBytes(context, documentId)
  return { pdf: new Blob([new Uint8Array(bytes)], { type: mediaType }), name }
}

/** Writes a kept PDF to a granted place. */
export async function saveDocument(
  context: EngineContext,
  { documentId, file }: { documentId: string; file: string },
): Promise<{ fileName: string }> {
  const { bytes } = await documentBytes(context, documentId)
  return { fileName: await context.grants.writeBytes(file, bytes) }
}

export async function documentBytes(
  { read, files }: Pick<EngineContext, 'read' | 'files'>,
  documentId: string,
): Promise<{ bytes: Buffer; name: string; mediaType: string }> {
  const row = await read
    .selectFrom('contract_document as d')
    .innerJoin('file as f', 'f.id', 'd.file_id')
    .select(['d.file_id', 'd.name', 'f.media_type'])
    .where('d.id', '=', documentId)
    .executeTakeFirst()
  if (!row) raise('NOT_FOUND', 'This document is no longer in the workspace.')
  return { bytes: await files.read(row.file_id), name: row.name, mediaType: row.media_type }
}
