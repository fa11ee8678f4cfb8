import * as smd from 'streaming-markdown'
import type { Parser, Token } from 'streaming-markdown'
import type { VNode } from 'preact'

/** One element of a parsed text. Mutated while it is open, never afterwards. */
export interface MarkdownNode {
  /** Where it is shown, when its children are the children of one element. */
  current: HTMLElement | null
  readonly type: Token
  readonly parent: MarkdownNode | null
  readonly children: (MarkdownNode | string)[]
  open: boolean
  /** Raw address of a link or image. */
  href?: string
  start?: number
  checked?: boolean
  /** Rendered form, dropped at each change inside. */
  vnode?: VNode | undefined
}

export interface MarkdownTree {
  readonly root: MarkdownNode
  /** Takes the whole text so far; only what is new is parsed. A text that does not continue the last one starts over: false. */
  feed(text: string): boolean
  /** No more text follows. */
  end(): void
  /** What changed since the last call, when that was nothing but words at the end of one element; false: more. Undefined: nothing. */
  grown(): MarkdownNode | false | undefined
}

/** Deeper nesting is flattened: nobody writes it, and rendering is recursive. */
const maxDepth = 16

/** The parser holds back what may become a mark. So often, in characters, it is looked at how much that is, wherever a text was cut. */
const STRIDE = 256
/** No address is longer: what is held back as one is then ended. */
const ADDRESS = 2304

const literal = new Set<number>([smd.CODE_BLOCK, smd.CODE_FENCE, smd.CODE_INLINE, smd.EQUATION_BLOCK, smd.EQUATION_INLINE, smd.RAW_URL, smd.IMAGE])

/** Whether a `$` here would start a formula. In a chat it is money, so it is escaped before the parser sees it. */
const isMoney = (p: Parser): boolean =>
  !literal.has(p.tokens[p.len] ?? 0) && !p.pending.startsWith('](') && p.pending[0] !== '`' && p.pending !== '\\'

/**
 * Parses Markdown as it grows, into a tree. Any way of cutting a text into pieces gives the same tree.
 *
 * @example
 * const tree = createMarkdownTree()
 * tree.feed('Hello **wor')
 * tree.feed('Hello **world**')
 * tree.end()
 */
export function createMarkdownTree(): MarkdownTree {
  const root: MarkdownNode = { type: smd.DOCUMENT, parent: null, children: [], open: true, current: null }
  let node = root
  let depth = 0
  let fed = ''

  let grown: MarkdownNode | false | undefined

  const touch = (words = false) => {
    grown = words && (grown ?? node) === node && node
    for (let at: MarkdownNode | null = node; at; at = at.parent) at.vnode = undefined
  }

  const parser = smd.parser({
    data: undefined,
    add_token(_, type) {
      depth += 1
      if (depth > maxDepth) return
      const child: MarkdownNode = { type, parent: node, children: [], open: true, current: null }
      node.children.push(child)
      node = child
      touch()
    },
    end_token() {
      if (depth <= maxDepth && node.parent) {
        node.open = false
        touch()
        node = node.parent
      }
      depth -= 1
    },
    add_text(_, text) {
      const last = node.children.length - 1
      const words = typeof node.children[last] === 'string'
      if (words) node.children[last] += text
      else node.children.push(text)
      touch(words)
    },
    set_attr(_, type, value) {
      if (depth > maxDepth) return
      if (type === smd.HREF || type === smd.SRC) node.href = value
      else if (type === smd.START) node.start = Number(value)
      else if (type === smd.CHECKED) node.checked = true
      touch()
    },
  })

  const writePiece = (text: string) => {
    const pieces = text.split('$')
    pieces.forEach((piece, index) => {
      if (index > 0) smd.parser_write(parser, isMoney(parser) ? '\\$' : '$')
      smd.parser_write(parser, piece)
    })
  }

  /** What is held back is looked through with each further character: a run of marks is broken where nobody sees it, an endless address ended. */
  const release = ({ pending, token }: Parser) => {
    if (pending.length > ADDRESS && pending.startsWith('](')) smd.parser_write(parser, ')')
    else if (pending.length > ADDRESS && token === smd.RAW_URL) smd.parser_write(parser, ' ')
    else if (pending.length > ADDRESS || (pending.length >= STRIDE / 2 && /^(.)\1+$/.test(pending))) smd.parser_write(parser, '\u2060')
  }

  const write = (text: string) => {
    for (let at = 0; at < text.length; ) {
      const end = Math.min(text.length, at + STRIDE - ((fed.length + at) % STRIDE))
      writePiece(text.slice(at, end))
      at = end
      if ((fed.length + at) % STRIDE === 0) release(parser)
    }
  }

  return {
    root,
    feed(text) {
      if (!text.startsWith(fed)) return false
      // Half of a surrogate pair waits for its other half.
      const end = /[\uD800-\uDBFF]$/.test(text) ? text.length - 1 : text.length
      if (end > fed.length) {
        write(text.slice(fed.length, end))
        fed = text.slice(0, end)
      }
      return true
    },
    end() {
      smd.parser_end(parser)
    },
    grown() {
      const now = grown
      grown = undefined
      return now
    },
  }
}

const isBlock = (node: MarkdownNode): boolean => node.type < smd.CODE_INLINE || node.type === smd.LIST_ITEM || node.type === smd.TABLE_ROW

const textIn = (node: MarkdownNode): string =>
  node.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('') +
  (isBlock(node) || node.type === smd.LINE_BREAK ? '\n' : '')

/** The words of a Markdown text without its marks, for screen readers and previews. */
export function plainText(text: string): string {
  const tree = createMarkdownTree()
  tree.feed(text)
  tree.end()
  return textIn(tree.root).trim()
}
