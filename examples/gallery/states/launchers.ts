import type { GalleryState } from '../state.ts'

const count = (unread: number): HTMLElement => {
  const words = document.createElement('span')
  words.textContent = unread ? `Help · ${unread}` : 'Need help?'
  words.style.padding = '0 22px'
  words.style.fontWeight = '650'
  return words
}

export const launchers: readonly GalleryState[] = [
  { name: 'launcher', title: 'Launcher', picture: {}, show: 'closed' },
  {
    name: 'launcher-unread', title: 'Launcher, unread', picture: { unread: 3 }, show: 'closed',
    after: async (_hand, widget) => void (await widget.chat()),
  },
  {
    name: 'launcher-many', title: 'Launcher, very many unread', picture: { unread: 250 }, show: 'closed', options: { position: 'start' },
    after: async (_hand, widget) => void (await widget.chat()),
  },
  {
    name: 'launcher-busy', title: 'Launcher, loading', picture: { start: 'never' }, show: 'closed',
    after: async (hand) => {
      await hand.press('.launcher')
      await hand.find('.launcher[aria-busy=true]')
    },
  },
  {
    name: 'launcher-failed', title: 'Launcher, could not load', picture: { start: 'fails' }, show: 'closed',
    after: async (hand) => {
      await hand.press('.launcher')
      await hand.find('.problem:not([hidden])')
    },
  },
  { name: 'launcher-own', title: 'Launcher, content of the page', picture: {}, show: 'closed', options: { renderLauncher: count } },
]
