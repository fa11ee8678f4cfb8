import type { Chat } from '../client/api.ts'

const viewers = new WeakMap<Chat, Set<object>>()

/** Several widgets may show one chat: it is looked at while any of them is. */
export function setViewing(chat: Chat, viewer: object, visible: boolean): void {
  const set = viewers.get(chat) ?? new Set()
  viewers.set(chat, set)
  if (visible) set.add(viewer)
  else set.delete(viewer)
  chat.setVisible(set.size > 0)
}
