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
  /** An address whose `<` was taken away: `<https://…>`. */
  angled?: boolean
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

/** An address may follow these: the parser knows only those after a space. `[` and quotes begin other things. */
const before = new Set(['(', '<'])
const beforeAddress = /(?<=[(<])(?=h)/

/** Lets an address begin here, if nothing else has begun. */
function allowAddress(p: Parser): void {
  const inside = p.tokens[p.len] ?? 0
  if (!before.has(p.pending) || p.token !== inside || inside === smd.LINK || literal.has(inside)) return
  // at the start of a line this makes the parser begin a paragraph
  if (!p.text) smd.parser_write(p, '\\')
  else p.text += p.pending
  p.pending = ''
}

/** A browser takes up to a second to draw thousands of marks on one letter: as many as a stream is safe with stay (UAX #15, 30 in a row). */
export const drawn = (text: string): string => text.replace(/(\p{M}{30})\p{M}+/gu, '$1')

/** The text that was parsed to its end last: once it is shown whole, it is asked for in words, and forgotten then. */
let newest: { readonly text: string; readonly root: MarkdownNode } | undefined

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
      const words = node.children.at(-1)
      if (type === smd.RAW_URL && typeof words === 'string' && words.endsWith('<')) {
        node.children[node.children.length - 1] = words.slice(0, -1)
        child.angled = true
      }
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
      for (const part of piece.split(beforeAddress)) {
        if (part[0] === 'h') allowAddress(parser)
        smd.parser_write(parser, part)
      }
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
    feed(given) {
      const text = drawn(given)
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
      newest = { text: fed, root }
    },
    grown() {
      const now = grown
      grown = undefined
      return now
    },
  }
}

const isBlock = (node: MarkdownNode): boolean => node.type < smd.CODE_INLINE || node.type === smd.LIST_ITEM || node.type === smd.TABLE_ROW

/** How many characters of a text that begins with an address are that address: not what closes it, nor the full stop of its sentence. */
export function addressLength(text: string): number {
  let end = text.search(/[<>"]/)
  if (end < 0) end = text.length
  let left = 0
  for (const letter of text.slice(0, end)) left += letter === '(' ? 1 : letter === ')' ? -1 : 0
  for (; end > 0; end -= 1) {
    const last = text[end - 1] ?? ''
    if (last === ')' && left < 0) left += 1
    else if (!'.,;:!?]\''.includes(last)) break
  }
  return end
}

const textIn = (node: MarkdownNode): string => {
  const text = node.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('')
  const bare = text.replace('>', '')
  return (!node.angled ? text : bare === text ? `<${text}` : bare) + (isBlock(node) || node.type === smd.LINE_BREAK ? '\n' : '')
}

function parsed(text: string): MarkdownNode {
  const tree = createMarkdownTree()
  tree.feed(text)
  tree.end()
  return tree.root
}

/** The words of a Markdown text without its marks, for screen readers and previews. */
export function plainText(text: string): string {
  const words = textIn(newest?.text === text ? newest.root : parsed(text)).trim()
  newest = undefined
  return words
}
