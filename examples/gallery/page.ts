import { arabic } from 'handback/widget/locales/ar'
import * as whole from 'handback/widget'
import type { MountOptions, Theme } from 'handback/widget'
import * as ready from 'handback/widget/themes'
import { controls } from './controls.ts'
import { hand } from './state.ts'
import type { GalleryState } from './state.ts'
import { states } from './states/index.ts'
import { stillChat } from './still-chat.ts'
import { tokenTable } from './token-table.ts'

/** `?theme= &scheme=light|dark|auto &density= &dir=rtl &width= &accent= &state= &without=`; without `state` all of them but `without`. */
const query = new URLSearchParams(location.search)
const read = (name: string): string | undefined => query.get(name) ?? undefined

const themes: Readonly<Record<string, Theme>> = { default: {}, ...ready }
const scheme = read('scheme') === 'dark' ? 'dark' : read('scheme') === 'light' ? 'light' : 'auto'
const density = read('density') === 'compact' ? 'compact' : undefined
const accent = read('accent')
const theme: Theme = { ...themes[read('theme') ?? 'default'], colorScheme: scheme, ...(density && { density }), ...(accent && { accent }) }
const rtl = read('dir') === 'rtl'
const width = Number(read('width') ?? 380)

/** Not known when this is bundled. */
const address = '/half/index.js'

const main = document.querySelector('main')
if (!main) throw new Error('the page has no main')

async function show(state: GalleryState, place: Element): Promise<void> {
  const kind = state.show ?? 'open'
  const box = document.createElement('div')
  box.className = 'box'
  box.dataset['state'] = state.name
  // the panel in a corner has a width of its own
  box.style.width = `${kind === 'closed' ? Math.min(width, 300) : kind === 'floating' ? Math.max(width, 420) : width}px`
  box.style.height = kind === 'closed' ? '140px' : kind === 'floating' ? '690px' : state.options?.layout === 'page' ? '100vh' : '640px'
  place.append(box)
  const options: MountOptions = {
    chat: stillChat(state.picture),
    target: box,
    layout: kind === 'open' ? 'inline' : 'floating',
    theme,
    ...(rtl && { strings: arabic }),
    ...state.options,
  }
  const { mount } = state.half ? ((await import(address)) as typeof whole) : whole
  const widget = mount(options)
  const { shadowRoot } = widget.element
  if (!shadowRoot) throw new Error('the widget has no shadow root')
  if (kind === 'floating') await widget.open()
  const its = hand(shadowRoot)
  if (kind !== 'closed') await its.find('.panel footer')
  await state.after?.(its, widget)
}

async function all(place: Element): Promise<void> {
  document.documentElement.dataset['scheme'] = scheme
  if (rtl) document.documentElement.dir = 'rtl'
  const one = read('state')
  const without = read('without')?.split(',') ?? []
  const list = document.createElement('div')
  list.className = 'states'
  if (!one && !query.has('bare')) place.append(controls(query, Object.keys(themes)))
  place.append(list)
  const problems: string[] = []
  const places = states.filter(({ name }) => (!one || one.split(',').includes(name)) && !without.includes(name)).map((state) => {
    const figure = document.createElement('figure')
    const title = document.createElement('figcaption')
    const link = document.createElement('a')
    const address = new URLSearchParams(query)
    address.set('state', state.name)
    link.href = `?${address}`
    link.textContent = state.title
    title.append(link)
    figure.append(title)
    list.append(figure)
    return { state, figure }
  })
  const put = ({ state, figure }: (typeof places)[number]) => show(state, figure).catch((error: unknown) => problems.push(`${state.name}: ${String(error)}`))
  // most stand on their own; the others one after the other, when nothing moves any more
  await Promise.all(places.filter(({ state }) => !state.last).map(put))
  for (const place of places) if (place.state.last) await put(place)
  if (!one && !query.has('bare')) place.append(tokenTable(theme))
  document.documentElement.dataset['problems'] = problems.join('\n')
  document.documentElement.dataset['ready'] = 'true'
}

void all(main)
