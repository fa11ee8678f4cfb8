/** What a theme may set by name; what each one colours stands in docs/theming.md. */
export type Token =
  | 'bg' | 'sunken' | 'text' | 'muted' | 'line' | 'edge' | 'accent' | 'on-accent' | 'focus' | 'soft' | 'on-soft' | 'own' | 'on-own'
  | 'bubble' | 'bubble-shadow' | 'human' | 'on-human' | 'header' | 'on-header' | 'header-muted' | 'header-line' | 'dot' | 'live' | 'wait'
  | 'danger' | 'note' | 'card' | 'unread' | 'on-unread' | 'shadow' | 'radius' | 'bubble-radius' | 'tail' | 'control-radius' | 'field-radius'
  | 'composer-radius' | 'launcher-radius' | 'stroke' | 'space' | 'size' | 'bubble-padding' | 'font' | 'title-font' | 'inset' | 'layer'

/** A CSS value, or a colour for light and another for dark. */
export type TokenValue = string | readonly [light: string, dark: string]

/**
 * How the widget looks: plain data. Ready ones: `handback/widget/themes`.
 *
 * @example const theme: Theme = { accent: 'rebeccapurple', radius: 12, density: 'compact', tokens: { sunken: ['#fff', '#111'] } }
 */
export interface Theme {
  /** Default `auto`: what the reader's system prefers. */
  readonly colorScheme?: 'light' | 'dark' | 'auto'
  /** Any CSS colour, or one for light and one for dark. The text on it is black or white, whichever reads better. */
  readonly accent?: TokenValue
  /** Corner radius of the panel in pixels; smaller parts follow, and 0 makes everything square. Default 20. */
  readonly radius?: number
  /** Default `comfortable`. */
  readonly density?: 'comfortable' | 'compact'
  readonly typography?: {
    /** A font-family list. Default: the font of the page around the widget. */
    readonly family?: string
    /** Text size in pixels. Default 15; 14 in `compact`. */
    readonly size?: number
  }
  /** Default `auto`: moves unless the reader's system asks for less. */
  readonly motion?: 'auto' | 'none'
  /** Any further `--handback-*` property, by its name without that prefix. */
  readonly tokens?: Readonly<Partial<Record<Token, TokenValue>>>
}

/** What the last theme of a host has set. */
const given = new WeakMap<HTMLElement, readonly string[]>()

/** Puts a theme on a host as custom properties and attributes; what it leaves out goes back to the default. */
export function applyTheme(host: HTMLElement, { colorScheme, accent, radius, density, typography, motion, tokens }: Theme): void {
  // the names of what is usual, `auto` and `comfortable`, are marks that no style knows
  Object.assign(host.dataset, { colorScheme: colorScheme ?? 'auto', density: density ?? 'comfortable', motion: motion ?? 'auto' })
  // what is no length or colour would leave nothing to be seen
  const px = (value = -1) => value >= 0 && `${value}px`
  const colour = [accent].flat().every((one) => CSS.supports('color', one as string)) && accent
  for (const name of given.get(host) ?? []) host.style.removeProperty(name)
  // the later wins
  const values: readonly (readonly [token: string, value: TokenValue | false | undefined])[] = [
    ...Object.entries(tokens ?? {}), ['accent', colour], ['radius', px(radius)], ['font', typography?.family], ['size', px(typography?.size)],
  ]
  given.set(host, values.flatMap(([token, value]) => {
    if (!value) return []
    const name = `--handback-${token}`
    host.style.setProperty(name, typeof value === 'string' ? value : `light-dark(${value})`)
    return name
  }))
}
