const none: readonly File[] = []

/**
 * The files of a clipboard. What is there as text stays text (office programs bring a picture of it too), unless that is only the
 * names of the files.
 */
export function pastedFiles(clipboard: DataTransfer | null): readonly File[] {
  if (!clipboard?.files.length) return none
  const files = [...clipboard.files]
  const lines = clipboard.getData('text/plain').split(/\r?\n/).filter((line) => line.trim())
  return lines.every((line) => files.some(({ name }) => line.trim() === name)) ? files : none
}
