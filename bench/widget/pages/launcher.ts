import { mount } from '../../../src/widget/mount.ts'
import { place } from './stage.ts'

/** What every page of a site pays: the launcher, and nothing behind it. */

window.stage = {
  show: () => void mount({ endpoint: '/handback' }),
  start: () => undefined,
  scope: place,
}
