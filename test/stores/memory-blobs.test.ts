import { describe } from 'vitest'
import { memoryBlobs } from '../../src/stores/memory.ts'
import { blobStoreSuite } from '../../src/testing/index.ts'
import { kitTest } from './kit-test.ts'

describe('the memory store of files', () => {
  blobStoreSuite(kitTest, { create: () => memoryBlobs() })
})
