import { basename } from 'node:path'
import { latePartsOf, oneLook } from '../../scripts/one-look.ts'
import { type Bundle, bundle, root } from './measure.ts'

export interface WidgetSizes {
  /** What a page loads before the first click. */
  readonly launcher: number
  /** With everything that the first opening loads. */
  readonly firstOpen: number
  /** With what looks at options: fetched with all but an address and a key, after the opening where there is a theme besides, and with facts. */
  readonly checked: number
  /** With the chat itself and what shows a conversation, both fetched while the visitor writes: all that is loaded when the first answer streams. */
  readonly firstMessage: number
  /** What is loaded when it is wanted: bytes that come on top of that. */
  readonly parts: readonly (readonly [name: string, gz: number])[]
  /** Minified bytes of the first opening by source, largest first. */
  readonly inside: readonly (readonly [source: string, bytes: number])[]
}

const engine = 'src/widget/compose.ts'
const look = 'src/widget/first-look.ts'
/** Fetched where there is something to look at. */
const checks = 'src/widget/checks.ts'
const thread = 'src/widget/thread-part.ts'
/** Comes with the first of the later parts. */
const base = 'src/ui/late-base.ts'

const largest = (bytes: ReadonlyMap<string, number>): [string, number][] => [...bytes].sort(([, a], [, b]) => b - a)

/** The modules that any of these can load later, directly or by one another. */
function allLater(built: Bundle, files: ReadonlySet<string>): readonly string[] {
  const found = new Set(built.later(files))
  for (const source of found) for (const next of built.later(built.closure(built.fileOf(source)))) found.add(next)
  return [...found].filter((source) => ![engine, look, checks, thread, base].includes(source))
}

/** The files of each stage. `place`: where a source is, if not there. */
function stages({ closure, fileOf }: Bundle, entry: string, place = (source: string): string => source) {
  const launcher = closure(fileOf(entry))
  const firstOpen = closure(...launcher, fileOf(place(look)))
  const firstMessage = closure(...firstOpen, ...[engine, thread, base].map((source) => fileOf(place(source))))
  return { launcher, firstOpen, firstMessage }
}

/** A widget by its element, as the browser build is made: what is loaded when. */
export async function widgetSizes(entry = 'src/widget/element.ts'): Promise<WidgetSizes> {
  const built = await bundle(entry, { plugins: [oneLook(root, await latePartsOf(root))] })
  const { closure, fileOf, gz } = built
  const { launcher, firstOpen, firstMessage } = stages(built, entry)
  const parts = allLater(built, firstMessage).map((source) => {
    const more = [...closure(fileOf(source))].filter((file) => !firstMessage.has(file))
    return [source.replace(/^src\//, ''), gz(more)] as const
  })
  const checked = gz(closure(...firstOpen, fileOf(checks)))
  return { launcher: gz(launcher), firstOpen: gz(firstOpen), checked, firstMessage: gz(firstMessage), parts, inside: largest(built.inputs(firstOpen)) }
}

/** The same of the built package, by a page's own bundler. */
export async function packedSizes(entry: 'element' | 'mount' = 'element'): Promise<Omit<WidgetSizes, 'parts' | 'inside'>> {
  const place = (source: string): string => `dist/widget/${basename(source).replace(/\.tsx?$/, '')}.js`
  const built = await bundle(place(entry))
  const { launcher, firstOpen, firstMessage } = stages(built, place(entry), place)
  const checked = built.closure(...firstOpen, built.fileOf(place(checks)))
  return { launcher: built.gz(launcher), firstOpen: built.gz(firstOpen), checked: built.gz(checked), firstMessage: built.gz(firstMessage) }
}

/** What an import of `source` costs at once. */
export async function importSize(source: string, options?: Parameters<typeof bundle>[1]): Promise<number> {
  const built = await bundle(source, options)
  return built.gz(built.closure(built.fileOf(/[\s;]/.test(source) ? 'entry.ts' : source)))
}
