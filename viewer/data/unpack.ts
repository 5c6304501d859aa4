import { mostUnpacked } from '../../src/snapshot/unpack-limit.ts'

/** Data that unpacks to far more than a snapshot could: made to fill the memory of who opens it. */
export class BombError extends Error {}

/** The bytes of base64, in a plain loop: `Uint8Array.from` with a callback takes twenty times as long. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = binary.charCodeAt(at)
  return bytes
}

/**
 * Unpacks base64 of gzip with the platform's own decompressor, and stops where it becomes more than it can honestly be.
 * @throws BombError there, TypeError where it is damaged
 */
export async function unpack(slot: string): Promise<string> {
  const bytes = bytesOf(slot)
  const most = mostUnpacked(bytes.length)
  let size = 0
  const limit = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      size += chunk.length
      if (size > most) controller.error(new BombError())
      else controller.enqueue(chunk)
    },
  })
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).pipeThrough(limit)
  return new Response(stream).text().catch((error: unknown) => {
    throw size > most ? new BombError() : error
  })
}

/** Packs a text as `unpack` takes it. */
export async function pack(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
  let binary = ''
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(binary)
}
