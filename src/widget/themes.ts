/**
 * Ready themes: plain data for `mount({ theme })` and `handle.setTheme()`, each for light and dark. What is set beside one wins: `{ ...aurora, accent: '#c2185b' }`.
 *
 * @module handback/widget/themes
 */
import type { Theme } from '../ui/theme.ts'

/** Warm and quiet, like a printed page: the assistant's words stand on the paper, without a bubble, under titles with serifs. */
export const paper: Theme = {
  radius: 8,
  typography: { size: 16 },
  tokens: {
    bg: ['#fffdf8', '#1e1b16'], sunken: ['#fbf6ea', '#181511'], text: ['#25211a', '#ece5d7'], muted: ['#675f50', '#ada28f'],
    line: ['#e5dcc8', '#39322a'], edge: ['#8b806b', '#857a68'], accent: ['#8a2f1c', '#eb9b80'], focus: ['#8a2f1c', '#eb9b80'],
    soft: ['#f4e8d8', '#35291f'], 'on-soft': ['#6b2414', '#f3bda8'], bubble: 'transparent', 'bubble-shadow': 'none', 'bubble-padding': '1px 4px',
    own: ['#efe3cc', '#3b3329'], 'on-own': ['#25211a', '#f3ecdf'], human: ['#e6ecdf', '#262d22'], 'on-human': ['#2f4a25', '#bfdab2'],
    note: ['#fdf1c2', '#332d12'], card: ['#fffdf8', '#221e19'], danger: ['#a3201a', '#ff9a8c'], unread: '#8a2f1c',
    'title-font': 'ui-serif,"Iowan Old Style",Charter,Georgia,serif', 'bubble-radius': '10px', tail: '10px', 'control-radius': '6px', 'field-radius': '6px',
    'composer-radius': '8px', 'launcher-radius': '14px',
    shadow: '0 1px 2px light-dark(#3b2a0a1f,#0006),0 12px 36px -10px light-dark(#3b2a0a40,#000a)',
  },
}

/** Loud and plain: heavy outlines, square corners, a hard shadow and a yellow headline. */
export const ink: Theme = {
  radius: 0,
  tokens: {
    bg: ['#fff', '#101010'], sunken: ['#f7f6f1', '#181818'], text: ['#111', '#f4f4f0'], muted: ['#4a4a46', '#b9b9b2'],
    line: ['#111', '#f4f4f0'], edge: ['#111', '#f4f4f0'], accent: ['#111', '#ffe14d'], focus: ['#0b57d0', '#ffe14d'],
    soft: ['#fff1a3', '#3d370f'], 'on-soft': ['#111', '#ffeb8a'], bubble: ['#fff', '#101010'], own: ['#111', '#f4f4f0'], 'on-own': ['#fff', '#111'],
    human: ['#d6efff', '#0f2f40'], 'on-human': ['#04344f', '#aee0ff'], header: ['#ffe14d', '#ffe14d'], 'on-header': '#111', 'header-muted': '#3a3a2c',
    dot: '#111', live: '#04703a', wait: '#a03d00', danger: ['#b00020', '#ff8f88'], note: ['#fff7cf', '#332d12'], unread: '#d4002a',
    stroke: '2px', 'composer-radius': '0px', shadow: '0 0 0 2px light-dark(#111,#f4f4f0),6px 6px 0 light-dark(#ffe14d,#5c5526),6px 6px 0 2px light-dark(#111,#f4f4f0)',
  },
}

/** Soft and bright: a headline that runs from one colour into the next, round bubbles that float on shadows instead of lines. */
export const aurora: Theme = {
  radius: 28,
  tokens: {
    bg: ['#fff', '#16151f'], sunken: ['#f5f4fd', '#100f18'], text: ['#1c1833', '#eceafb'], muted: ['#5c5775', '#aba7c6'],
    line: ['#e6e3f4', '#2c2a40'], edge: ['#827ca0', '#7f7aa0'], accent: ['#5b3de8', '#a996ff'],
    bubble: ['#fff', '#232133'], 'bubble-shadow': '0 1px 2px light-dark(#1c18331a,#0004),0 6px 18px -8px light-dark(#1c18332e,#0008)',
    human: ['#dff5f0', '#14332e'], 'on-human': ['#0a4d43', '#9fe6d8'], note: ['#fff5d0', '#352e14'], danger: ['#b3203f', '#ff93a3'], unread: '#c01048',
    header:
      'linear-gradient(115deg,light-dark(var(--handback-accent),color-mix(in srgb,var(--handback-accent) 40%,var(--handback-bg))),'
      + 'light-dark(color-mix(in srgb,var(--handback-accent) 70%,color(from var(--handback-on-accent) srgb-linear calc(1 - r) calc(1 - g) calc(1 - b))),'
      + 'color-mix(in srgb,var(--handback-accent) 14%,var(--handback-bg))))',
    'on-header': 'light-dark(var(--handback-on-accent),var(--handback-text))', 'header-muted': 'light-dark(var(--handback-on-accent),var(--handback-text))',
    'header-line': 'transparent', dot: 'currentColor', live: ['#7df0b4', '#4fd68f'], wait: ['#ffd479', '#f0b04a'],
    'bubble-radius': '20px', tail: '8px', 'field-radius': '14px', 'launcher-radius': '30px',
    shadow: '0 2px 6px light-dark(#1c183314,#0006),0 24px 60px -12px light-dark(#3a20a759,#000c)',
  },
}

/** Calm and dense, for tools: one surface, grey on grey, colour only where something can be pressed. */
export const slate: Theme = {
  radius: 12,
  density: 'compact',
  tokens: {
    bg: ['#fff', '#16181d'], sunken: ['#fff', '#16181d'], text: ['#171a20', '#e6e8ec'], muted: ['#575f6b', '#a3abb7'],
    line: ['#e2e5ea', '#30343d'], edge: ['#7d8694', '#757d8b'], accent: ['#2552d8', '#8fb3ff'],
    bubble: ['#eff1f4', '#23262e'], 'bubble-shadow': 'none', own: ['#262c38', '#e6e8ec'], 'on-own': ['#fff', '#16181d'],
    human: ['#dbe1ea', '#323a49'], 'on-human': ['#27364d', '#d3dded'], note: ['#fff6d1', '#302b15'], danger: ['#b42318', '#ff958b'],
    'bubble-radius': '12px', tail: '4px', 'control-radius': '8px', 'field-radius': '8px', 'composer-radius': '12px', 'launcher-radius': '16px',
    shadow: '0 1px 2px light-dark(#10182814,#0006),0 10px 30px -8px light-dark(#10182833,#000a)',
  },
}
