import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The words that are named in what a module loads at once. */
async function wordsOf(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [join(root, entry)],
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    metafile: true,
    write: false,
    format: 'esm',
    outdir: 'out',
    logLevel: 'error',
  })
  const files = metafile.outputs
  const loaded = new Set(Object.keys(files).filter((file) => files[file]?.entryPoint === entry))
  for (const file of loaded) for (const { path, kind } of files[file]?.imports ?? []) if (kind === 'import-statement') loaded.add(path)
  const sources = new Set([...loaded].flatMap((file) => Object.keys(files[file]?.inputs ?? {})).filter((path) => path.startsWith('src/')))
  const named = [...sources].flatMap((path) => [...readFileSync(join(root, path), 'utf8').matchAll(/\bstrings(?:\.(?!ts\b)([A-Za-z]+)|\['([a-z-]+)'\])/g)])
  return [...new Set(named.map(([, word, quoted]) => word ?? quoted ?? ''))].sort()
}

test('a thread has all the words that it says, before any other is loaded', async () => {
  const words = await wordsOf('src/widget/thread-part.ts')
  const { threadEnglish } = await import('../../src/ui/thread-english.ts')
  expect(words.length).toBeGreaterThan(40)
  // of the menu, which brings it; of staff, whose console has all words at once
  const elsewhere = new Set(['downloadFailed', 'note'])
  expect(words.filter((word) => !(word in threadEnglish) && !elsewhere.has(word))).toEqual([])
})

test('each word stands in one place', async () => {
  const { firstEnglish } = await import('../../src/ui/first-english.ts')
  const first = Object.keys(firstEnglish)
  const { threadEnglish } = await import('../../src/ui/thread-english.ts')
  const { english } = await import('../../src/ui/english.ts')
  expect(first.length).toBeLessThan(Object.keys(english).length)
  expect(threadEnglish).toBe(english)
})
