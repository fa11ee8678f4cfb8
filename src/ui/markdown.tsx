import type { ReadableAtom } from 'nanostores'
import { createContext, h } from 'preact'
import type { ComponentChildren, VNode } from 'preact'
import { useContext, useMemo, useRef, useState } from 'preact/hooks'
import * as smd from 'streaming-markdown'
import type { MessageRow } from '../conversation/rows.ts'
import { textOf } from '../protocol/parts.ts'
import { allowedPicture } from './allowed-picture.ts'
import { addressLength, createMarkdownTree } from './markdown-tree.ts'
import type { MarkdownNode, MarkdownTree } from './markdown-tree.ts'
import { PictureOrigins } from './picture-origins.ts'
import { linkProps, safeLink } from './safe-link.ts'
import type { Strings } from './strings.ts'
import { useFrames } from './use-frames.ts'

/** The message that grows while this is shown: its words come from here, so that a delta renders nothing around them. */
export const Growing = createContext<ReadableAtom<MessageRow | null> | undefined>(undefined)

interface Parsed {
  readonly tree: MarkdownTree
  readonly kept: VNode[]
  /** The text that it was ended with. */
  ended: string | null
}

/** What stays the same within a text. */
const Setting = createContext<Pick<MarkdownProps, 'base' | 'copy'>>({ base: '' })

// Headings are set as bold lines: a chat must not disturb the outline of the page around it.
const tags: Readonly<Record<number, string>> = {
  [smd.PARAGRAPH]: 'p', [smd.BLOCKQUOTE]: 'blockquote',
  [smd.CODE_INLINE]: 'code', [smd.EQUATION_BLOCK]: 'code', [smd.EQUATION_INLINE]: 'code',
  [smd.ITALIC_AST]: 'em', [smd.ITALIC_UND]: 'em', [smd.STRONG_AST]: 'strong', [smd.STRONG_UND]: 'strong', [smd.STRIKE]: 's',
  [smd.LIST_UNORDERED]: 'ul', [smd.LIST_ORDERED]: 'ol', [smd.LIST_ITEM]: 'li',
}

const children = (node: MarkdownNode, from = 0, to?: number): ComponentChildren[] =>
  node.children.slice(from, to).map((child, index) =>
    typeof child === 'string' ? child : (child.vnode ??= h(Node, { node: child, key: from + index }) as VNode))

/**
 * Blocks that are looked at as one once all of them are finished, by the browser too: it does not paint them again, so that a long text costs
 * hardly more per frame than a short one.
 */
const CHUNK = 8
const Chunk = ({ node, from }: { readonly node: MarkdownNode; readonly from: number }) => (
  <div class="chunk">{children(node, from, from + CHUNK)}</div>
)

/** The vnodes of a text's chunks; those of finished ones are kept. */
function chunks({ tree: { root }, kept }: Parsed): VNode[] {
  return Array.from({ length: Math.ceil(root.children.length / CHUNK) }, (_, index) => {
    const from = index * CHUNK
    const last = root.children[from + CHUNK - 1]
    const vnode = kept[index] ?? (h(Chunk, { node: root, from, key: index }) as VNode)
    if (typeof last === 'object' && !last.open) kept[index] = vnode
    return vnode
  })
}

function Link({ node }: { readonly node: MarkdownNode }) {
  const { base } = useContext(Setting)
  const inner = children(node)
  if (node.href === undefined) return node.type === smd.RAW_URL ? inner : ['[', inner, node.open ? '' : ']']
  const raw = node.type === smd.RAW_URL
  const href = raw ? node.href.slice(0, addressLength(node.href)) : (node.href.split(/\s["'(]/, 1)[0] ?? '')
  const rest = node.href.slice(href.length)
  const closed = node.angled && rest.startsWith('>')
  const open = node.angled && !closed && '<'
  const link = safeLink(href, base)
  if (!link) return [open, inner]
  if (raw) return [open, <a key="a" {...linkProps(link)}>{href}</a>, closed ? rest.slice(1) : rest]
  const named = inner.some((part) => typeof part === 'string' && part.includes(link.host))
  return [<a key="a" {...linkProps(link)}>{inner}</a>, link.external && !named && <small key="h" class="host"> ({link.host})</small>]
}

const wordsIn = (node: MarkdownNode): string => node.children.map((child) => (typeof child === 'string' ? child : wordsIn(child))).join('')

/** Its words; the picture itself only from where it may come. One that is still being written has no address yet. */
function Picture({ node }: { readonly node: MarkdownNode }) {
  const { base } = useContext(Setting)
  const src = allowedPicture(node.href ?? '', useContext(PictureOrigins), base)
  return src && !node.open ? <img src={src} alt={wordsIn(node)} loading="lazy" referrerpolicy="no-referrer" /> : children(node)
}

/** A table may be wider than its bubble, and then scrolls for itself, also by keys. */
function Table({ node }: { readonly node: MarkdownNode }) {
  const rows = node.children.filter((row) => typeof row !== 'string')
  return (
    <div class="scrolls" tabIndex={0}>
      <table part="table">
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.children.map((cell, column) => typeof cell !== 'string' && h(index ? 'td' : 'th', { key: column, ref: cell }, children(cell)))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Code({ node }: { readonly node: MarkdownNode }) {
  const { copy } = useContext(Setting)
  const [copied, setCopied] = useState(false)
  const code = useRef<HTMLPreElement>(null)
  const pre = <pre key="pre" dir="ltr" part="code" ref={code}><code ref={node}>{children(node)}</code></pre>
  if (!copy) return pre
  const take = async () => {
    try {
      await navigator.clipboard.writeText(wordsIn(node))
      setCopied(true)
    } catch {
      // Pages without the right, or without encryption, have no clipboard: then it is selected, to be copied by hand.
      if (code.current) getSelection()?.selectAllChildren(code.current)
    }
  }
  return (
    <div class="code">
      {pre}
      {!node.open && (
        <button key="copy" type="button" class="copy" part="copy" onClick={take} onBlur={() => setCopied(false)}>
          {copied ? copy.copied : copy.copyCode}
        </button>
      )}
    </div>
  )
}

/** One element. Its vnode is kept while nothing inside changed, and Preact skips a component whose vnode is the same object. */
function Node({ node }: { readonly node: MarkdownNode }): ComponentChildren {
  const { type } = node
  if (type === smd.LINK || type === smd.RAW_URL) return <Link node={node} />
  if (type === smd.IMAGE) return <Picture node={node} />
  if (type === smd.LINE_BREAK) return <br />
  if (type === smd.RULE) return <hr />
  if (type === smd.CHECKBOX) return node.checked ? '☑ ' : '☐ '
  if (type === smd.TABLE) return <Table node={node} />
  if (type === smd.CODE_BLOCK || type === smd.CODE_FENCE) return <Code node={node} />
  const heading = type >= smd.HEADING_1 && type <= smd.HEADING_6
  const props = { ref: node, ...(heading && { class: 'heading' }), ...(node.start !== undefined && { start: node.start }) }
  return h(heading ? 'p' : (tags[type] ?? 'span'), props, children(node))
}

/** Shows a longer text without a rendering, where only words at the end of one element are new. */
function addWords({ tree, ended }: Parsed, text: string): boolean {
  if (ended !== null || !tree.feed(text)) return false
  const node = tree.grown()
  if (!node) return node === undefined
  const words = node.children.at(-1)
  const shown = node.current?.lastChild
  // a `<` at their end goes when an address begins there, which a rendering has to know of
  if (typeof words !== 'string' || words.endsWith('<') || !(shown instanceof Text)) return false
  shown.appendData(words.slice(shown.length))
  return true
}

export interface MarkdownProps {
  readonly text: string
  /** False while more text follows: marks that are not complete yet stay hidden. Default true. */
  readonly done?: boolean
  /** Address that relative links start from. */
  readonly base: string
  /** Words of a button at each block of code. Default: no button. */
  readonly copy?: Pick<Strings, 'copyCode' | 'copied'>
}

/**
 * Markdown as elements: never as HTML, and with nothing that loads but pictures of {@link PictureOrigins}; others are their alternative text.
 * Links are only those that {@link safeLink} allows. A text that grows costs what was added to it, at most about twenty times in a second.
 *
 * @example <Markdown text="See [the fees](/fees)" base={document.baseURI} />
 */
export function Markdown({ text: given, done = true, base, copy }: MarkdownProps) {
  const growing = useContext(Growing)
  const ref = useRef<Parsed | null>(null)
  const row = useFrames(done ? undefined : growing, (now) => now !== null && ref.current !== null && addWords(ref.current, textOf(now.parts)))
  const text = row ? textOf(row.parts) : given
  const setting = useMemo(() => ({ base, ...(copy && { copy }) }), [base, copy])
  // Once ended, only the very same text is still right; anything else is parsed from its start.
  if (!ref.current || (ref.current.ended ?? text) !== text || !(ref.current.ended !== null || ref.current.tree.feed(text))) {
    const tree = createMarkdownTree()
    tree.feed(text)
    ref.current = { tree, kept: [], ended: null }
  }
  if (done && ref.current.ended === null) {
    ref.current.tree.end()
    ref.current.ended = text
  }
  ref.current.tree.grown()
  return <Setting.Provider value={setting}><div class="md" dir="auto">{chunks(ref.current)}</div></Setting.Provider>
}
