/** How long the address of a file that is being saved stays, ms: nothing tells when a browser has read it, and some begin late. */
const stays = 60_000

/**
 * Has the browser save a file, without a request.
 *
 * @example saveFile(await chat.transcript('text'), 'conversation.txt')
 */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), stays)
}
