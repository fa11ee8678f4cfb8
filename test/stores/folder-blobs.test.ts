import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { BlobInfo, BlobStore } from '../../src/contracts/index.ts'
import { folderBlobs } from '../../src/stores/folder.ts'
import { blobStoreSuite } from '../../src/testing/index.ts'
import { kitTest } from './kit-test.ts'

/** What the disk says to whoever syncs a file; the real one otherwise. */
const disk = vi.hoisted((): { says: string | undefined } => ({ says: undefined }))
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>()
  const open: typeof real.open = async (...args) => {
    const handle = await real.open(...args)
    if (disk.says !== undefined) handle.sync = () => Promise.reject(Object.assign(new Error('No'), { code: disk.says }))
    return handle
  }
  return { ...real, open }
})

const folders = new WeakMap<BlobStore, string>()

async function fresh(): Promise<BlobStore> {
  const folder = join(await mkdtemp(join(tmpdir(), 'handback-files-')), 'made', 'when needed')
  onTestFinished(() => rm(join(folder, '..', '..'), { recursive: true, force: true }))
  const store = folderBlobs(folder)
  folders.set(store, folder)
  return store
}
const folderOf = (store: BlobStore): string => folders.get(store) ?? ''

const info: BlobInfo = { blob: 'blob-number-1', conversation: 'conversation-1', by: 'visitor-maria', name: '../../etc/passwd', media: 'text/plain', size: 2, at: 1 }

const names = async (folder: string): Promise<string[]> => (await readdir(folder, { recursive: true })).sort()

describe('the folder of files', () => {
  blobStoreSuite(kitTest, { create: fresh, reopen: (store) => folderBlobs(folderOf(store)) })

  it('keeps no folder of a conversation whose last file is gone, whoever brings another in that moment', async () => {
    const store = await fresh()
    const bytes = new Uint8Array([104, 105])
    const other = { ...info, blob: 'blob-number-2' }
    await store.put(info, bytes)
    await store.put(other, bytes)
    await store.delete(info.conversation, info.blob)
    expect((await store.kept?.(info.conversation))?.map(({ blob }) => blob)).toEqual([other.blob])
    await store.delete(info.conversation, other.blob)
    expect(await names(folderOf(store))).toEqual([])
    for (let time = 0; time < 200; time += 1) {
      await store.put(info, bytes)
      await Promise.all([store.delete(info.conversation, info.blob), store.put(other, bytes)])
      expect((await store.kept?.(info.conversation))?.map(({ blob }) => blob)).toEqual([other.blob])
      await Promise.all([store.delete(info.conversation, other.blob), store.put(info, bytes)])
      await store.delete(info.conversation, info.blob)
    }
    expect(await names(folderOf(store))).toEqual([])
  })

  it('names everything by ids alone, whatever a file is called, and leaves nothing else behind', async () => {
    const store = await fresh()
    await store.put(info, new Uint8Array([1, 2]))
    const hex = (id: string): string => Buffer.from(id).toString('hex')
    expect(await names(folderOf(store))).toEqual([hex('conversation-1'), join(hex('conversation-1'), hex('blob-number-1'))])
  })

  it.each(['../escape', '..', '/etc/passwd', 'conversation-1/..', 'short', '', 'x'.repeat(65), 'nul\0nul-nul'])('takes no name that is no id: %j', async (name) => {
    const store = await fresh()
    await expect(store.put({ ...info, conversation: name }, new Uint8Array(1))).rejects.toMatchObject({ code: 'request/invalid' })
    await expect(store.put({ ...info, blob: name }, new Uint8Array(1))).rejects.toMatchObject({ code: 'request/invalid' })
    await expect(store.get(name, info.blob)).rejects.toMatchObject({ code: 'request/invalid' })
    await expect(store.delete(info.conversation, name)).rejects.toMatchObject({ code: 'request/invalid' })
    await expect(store.delete(name)).rejects.toMatchObject({ code: 'request/invalid' })
  })

  it('takes no notice of what a crash has left beside a file, and removes it with the conversation', async () => {
    const store = await fresh()
    await store.put(info, new Uint8Array([1, 2]))
    const [conversation = '', place = ''] = await names(folderOf(store))
    await writeFile(join(folderOf(store), `${place}.half-written`), 'half')
    expect((await folderBlobs(folderOf(store)).get(info.conversation, info.blob))?.bytes).toEqual(new Uint8Array([1, 2]))
    await store.delete(info.conversation)
    expect(await names(folderOf(store))).not.toContain(conversation)
  })

  it('says that it cannot be reached when the disk says no, and keeps nothing of it', async () => {
    const store = await fresh()
    await store.put(info, new Uint8Array([1, 2]))
    const [, place = ''] = await names(folderOf(store))
    // a file where a folder should be: also for who may do everything
    await rm(join(folderOf(store), place))
    await writeFile(join(folderOf(store), Buffer.from('conversation-2').toString('hex')), '')
    await expect(store.put({ ...info, conversation: 'conversation-2' }, new Uint8Array(1))).rejects.toMatchObject({ code: 'store/unavailable', retryable: true })
    await expect(store.get('conversation-2', info.blob)).rejects.toMatchObject({ code: 'store/unavailable' })
  })

  it.each(['ENOSPC', 'EDQUOT'])('says that it is full when the disk is, and leaves nothing half (%s)', async (code) => {
    const store = await fresh()
    await store.put(info, new Uint8Array([1, 2]))
    disk.says = code
    onTestFinished(() => void (disk.says = undefined))
    await expect(store.put({ ...info, blob: 'blob-number-2' }, new Uint8Array([1, 2]))).rejects.toMatchObject({ code: 'store/full', retryable: true })
    expect(await names(folderOf(store))).toHaveLength(2)
    expect((await store.get(info.conversation, info.blob))?.bytes).toEqual(new Uint8Array([1, 2]))
    disk.says = undefined
    await store.put({ ...info, blob: 'blob-number-2' }, new Uint8Array([3]))
    expect((await store.get(info.conversation, 'blob-number-2'))?.bytes).toEqual(new Uint8Array([3]))
  })
})
