import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A file of labelled questions beside the project, or in the folder that HANDBACK_DATA names; `undefined` where there is none. */
export function dataFile(name: string): string | undefined {
  const folder = process.env['HANDBACK_DATA'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url))
  const file = `${folder}/${name}`
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** The first column of a CSV with a head line; quoted fields may hold commas, quotes and line breaks. */
export function firstColumn(csv: string): string[] {
  const rows = csv.matchAll(/^(?:"((?:[^"]|"")*)"|([^,\r\n]*)),[^\r\n]*$/gm)
  return [...rows].slice(1).map(([, quoted, bare]) => (quoted?.replaceAll('""', '"') ?? bare ?? '').trim())
}
