import { createMarkdownTree } from '../../src/ui/markdown-tree.ts'
import { safeLink } from '../../src/ui/safe-link.ts'

/** Texts that make a careless parser slow, each so many times as it is asked for. */
const hostile: Readonly<Record<string, (times: number) => string>> = {
  'open brackets': (times) => '['.repeat(times),
  'stars': (times) => '*'.repeat(times),
  'stars and words': (times) => '*a **b _c '.repeat(times / 10),
  'open pictures': (times) => '!['.repeat(times / 2),
  'nested quotes': (times) => '>'.repeat(times),
  'quotes with spaces': (times) => '> '.repeat(times / 2),
  'backticks': (times) => '`'.repeat(times),
  'runs of backticks': (times) => Array.from({ length: Math.round(Math.sqrt(times * 2)) }, (_, index) => '`'.repeat(index + 1)).join(' '),
  'angle brackets': (times) => '<'.repeat(times),
  'mail addresses': (times) => 'a@'.repeat(times / 2),
  'entities': (times) => '&amp;'.repeat(times / 5),
  'links that never end': (times) => '[a]('.repeat(times / 4),
  'addresses': (times) => `https://${'a.'.repeat(times / 2)}`,
  'tables': (times) => `| a | b |\n|---|---|\n${'| x | y |\n'.repeat(times / 10)}`,
  'a wide table': (times) => `${'| a '.repeat(times / 8)}|\n${'|---'.repeat(times / 8)}|\n`,
  'nested lists': (times) => Array.from({ length: Math.round(Math.sqrt(times)) }, (_, index) => `${' '.repeat(index % 40)}- a`).join('\n'),
  'one word': (times) => 'a'.repeat(times),
  'lines': (times) => '\n'.repeat(times),
  'money': (times) => '$'.repeat(times),
}

/** Letters of a hostile text, and twice as many. */
const LETTERS = 50_000
const RUNS = 9
const PIECES = 50

/** The fastest of the runs: whatever a machine does besides, and a compiler that comes in between, only adds. */
function cost(text: string): number {
  const times = Array.from({ length: RUNS }, () => {
    const began = performance.now()
    const tree = createMarkdownTree()
    // as it comes over the wire
    for (let piece = 1; piece <= PIECES; piece += 1) tree.feed(text.slice(0, Math.ceil((text.length * piece) / PIECES)))
    tree.end()
    safeLink(text, 'https://shop.example/')
    return performance.now() - began
  })
  return Math.min(...times)
}

/** How many times as long each hostile text takes when it is twice as long, with its time in ms; less than a millisecond tells nothing. */
export function linear(): { readonly name: string; readonly ms: number; readonly times: number }[] {
  // the parser's own assertions, which go to the console, are no part of the work
  const { assert } = console
  console.assert = () => undefined
  try {
    return Object.entries(hostile).map(([name, text]) => {
      const [once, twice] = [cost(text(LETTERS)), cost(text(2 * LETTERS))]
      return { name, ms: twice, times: twice < 1 ? 1 : twice / once }
    })
  } finally {
    console.assert = assert
  }
}
