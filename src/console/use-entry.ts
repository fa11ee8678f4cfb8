import type { Id, IndexEntry } from '../protocol/index.ts'
import { useStore } from '../ui/use-store.ts'
import { useEnvironment } from './environment.ts'

/** What the lists say of an open conversation. */
export function useEntry(conversation: Id): IndexEntry | undefined {
  const { desk } = useEnvironment()
  const lists = [useStore(desk.$queue), useStore(desk.$mine), useStore(desk.$others)]
  const here = (entry: IndexEntry): boolean => entry.conversation === conversation
  return lists.find((list) => list.some(here))?.find(here)
}
