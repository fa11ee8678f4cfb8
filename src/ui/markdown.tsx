import { createContext, h } from 'preact'
import type { ComponentChildren, VNode } from 'preact'
import { useContext, useRef } from 'preact/hooks'
import * as smd from 'streaming-markdown'
import { createMarkdownTree } from './markdown-tree.ts'
import type { MarkdownNode, MarkdownTree } from './markdown-tree.ts'
import { linkProps, safeLink } from './safe-link.ts'

/** Address that relative links start from. */
const Base = createContext('')

// Headings are set as bold lines: a chat must not disturb the outline of the page around it.
const tags: Readonly<Record<number, string>> = {
  [smd.PARAGRAPH]: 'p', [smd.BLOCKQUOTE]: 'blockquote',
  [smd.CODE_INLINE]: 'code', [smd.EQUATION_BLOCK]: 'code', [smd.EQUATION_INLINE]: 'code',
  [smd.ITALIC_AST]: 'em', [smd.ITALIC_UND]: 'em', [smd.STRONG_AST]: 'strong', [smd.STRONG_UND]: 'strong', [smd.STRIKE]: 's',
  [smd.LIST_UNORDERED]: 'ul', [smd.LIST_ORDERED]: 'ol', [smd.LIST_ITEM]: 'li',
}

const children = (node: MarkdownNode): ComponentChildren[] =>
  node.children.map((child, index) => (typeof child === 'string' ? child : (child.vnode ??= h(Node, { node: child, key: index }) as VNode)))

function Link({ node }: { readonly node: MarkdownNode }) {
  const base = useContext(Base)
  const inner = children(node)
  if (node.href === undefined) return node.type === smd.RAW_URL ? inner : ['[', inner, node.open ? '' : ']']
  const raw = node.type === smd.RAW_URL
  // A sentence that ends in an address: its full stop is not part of it.
  const href = raw ? node.href.replace(/[.,;:!?)\]'"]{1,9}$/, '') : (node.href.split(/\s["'(]/, 1)[0] ?? '')
  const link = safeLink(href, base)
  if (!link) return inner
  if (raw) return [<a key="a" {...linkProps(link)}>{href}</a>, node.href.slice(href.length)]
  const named = inner.some((part) => typeof part === 'string' && part.includes(link.host))
  return [<a key="a" {...linkProps(link)}>{inner}</a>, link.external && !named && <small key="h" class="host"> ({link.host})</small>]
}

function Table({ node }: { readonly node: MarkdownNode }) {
  const rows = node.children.filter((row) => typeof row !== 'string')
  return (
    <table>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.children.map((cell, column) => typeof cell !== 'string' && h(index ? 'td' : 'th', { key: column }, children(cell)))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** One element. Its vnode is kept while nothing inside changed, and Preact skips a component whose vnode is the same object. */
function Node({ node }: { readonly node: MarkdownNode }): ComponentChildren {
  const { type } = node
  if (type === smd.LINK || type === smd.RAW_URL) return <Link node={node} />
  if (type === smd.IMAGE) return children(node)
  if (type === smd.LINE_BREAK) return <br />
  if (type === smd.RULE) return <hr />
  if (type === smd.CHECKBOX) return node.checked ? '☑ ' : '☐ '
  if (type === smd.TABLE) return <Table node={node} />
  if (type === smd.CODE_BLOCK || type === smd.CODE_FENCE) return <pre dir="ltr"><code>{children(node)}</code></pre>
  if (type >= smd.HEADING_1 && type <= smd.HEADING_6) return <p class="heading">{children(node)}</p>
  const tag = tags[type] ?? 'span'
  return h(tag, node.start === undefined ? null : { start: node.start }, children(node))
}

export interface MarkdownProps {
  readonly text: string
  /** False while more text follows: marks that are not complete yet stay hidden. Default true. */
  readonly done?: boolean
  /** Address that relative links start from. */
  readonly base: string
}

/**
 * Markdown as elements: never as HTML, never with anything that loads. Images are their alternative text, links are only those
 * that {@link safeLink} allows. A text that grows costs what was added to it.
 *
 * @example <Markdown text="See [the fees](/fees)" base={document.baseURI} />
 */
export function Markdown({ text, done = true, base }: MarkdownProps) {
  const ref = useRef<{ tree: MarkdownTree; ended: string | null } | null>(null)
  // Once ended, only the very same text is still right; anything else is parsed from its start.
  if (!ref.current || (ref.current.ended ?? text) !== text || !(ref.current.ended !== null || ref.current.tree.feed(text))) {
    const tree = createMarkdownTree()
    tree.feed(text)
    ref.current = { tree, ended: null }
  }
  if (done && ref.current.ended === null) {
    ref.current.tree.end()
    ref.current.ended = text
  }
  return <Base.Provider value={base}><div class="md" dir="auto">{children(ref.current.tree.root)}</div></Base.Provider>
}
