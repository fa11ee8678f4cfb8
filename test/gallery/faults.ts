import type { Page } from 'playwright-core'

/**
 * What a careful look at a page of the gallery finds: text or boxes that are wider than their room, words that are cut off, controls that
 * lie on each other, and controls that are smaller than 24 pixels. One line for each, with the state that it is in.
 */
export const faults = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const nameOf = (element: Element) =>
      `${element.localName}${element.className && typeof element.className === 'string' ? `.${element.className.trim().replaceAll(/\s+/g, '.')}` : ''} "${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 30)}"`
    const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.sr,[inert]') && getComputedStyle(element).clipPath === 'none'
    /** What is left of a rectangle inside everything that clips it; `null` when nothing is. */
    const shown = (element: Element, own: DOMRect): DOMRect | null => {
      let { left, right, top, bottom } = own
      for (let box = element.parentElement; box; box = box.parentElement) {
        if (getComputedStyle(box).overflowY === 'visible') continue
        const room = box.getBoundingClientRect()
        left = Math.max(left, room.left)
        right = Math.min(right, room.right)
        top = Math.max(top, room.top)
        bottom = Math.min(bottom, room.bottom)
      }
      return right - left > 1 && bottom - top > 1 ? new DOMRect(left, top, right - left, bottom - top) : null
    }
    for (const box of document.querySelectorAll<HTMLElement>('.box')) {
      const root = box.firstElementChild?.shadowRoot
      if (!root) continue
      const say = (fault: string, element: Element, more = '') => found.push(`${box.dataset['state']}: ${fault}: ${nameOf(element)} ${more}`)
      const all = [...root.querySelectorAll<HTMLElement>('*')].filter((element) => seen(element))

      for (const element of all) {
        const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(element)
        // these scroll, or shorten on purpose and say all of it elsewhere
        const meant = element.matches('.scrolls,textarea,.name>bdi,svg,svg *') || webkitLineClamp !== 'none'
        if (!meant && element.scrollWidth > element.clientWidth + 1 && overflowX !== 'visible') say('wider than its room', element, `${element.scrollWidth} > ${element.clientWidth}`)
        if (!meant && overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 2 && !element.matches('.panel,.avatar')) say('cut off', element)
      }

      const panel = root.querySelector('.panel')?.getBoundingClientRect()
      if (panel) {
        const range = document.createRange()
        for (const element of all) {
          for (const node of element.childNodes) {
            if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim() || element.closest('.scrolls,.name>bdi')) continue
            range.selectNodeContents(node)
            const { left, right } = range.getBoundingClientRect()
            if (left < panel.left - 1 || right > panel.right + 1) say('text outside the panel', element)
          }
        }
      }

      const controls = all.filter((element) => element.matches('button,a[href],input:not([type=file]),select,textarea,[role=menuitem],[role=menuitemcheckbox]'))
      for (const control of controls) {
        const { width, height } = control.getBoundingClientRect()
        const inText = control.localName === 'a' && getComputedStyle(control).display === 'inline'
        if (!inText && (width < 23.5 || height < 23.5)) say('smaller than 24 pixels', control, `${width.toFixed(0)} × ${height.toFixed(0)}`)
      }
      const layers = ['.menu', '.sheet', '.jump', '.stack > .thumbs']
      const layerOf = (element: Element) => layers.findIndex((layer) => element.closest(layer))
      // a link that goes on in the next line has a piece in each
      const places = controls.flatMap((control) => [...control.getClientRects()].flatMap((piece) => {
        const rect = shown(control, piece)
        return rect ? [{ control, rect, layer: layerOf(control) }] : []
      }))
      for (const [index, one] of places.entries()) {
        for (const other of places.slice(index + 1)) {
          if (one.layer !== other.layer || one.control.contains(other.control) || other.control.contains(one.control)) continue
          const across = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left)
          const down = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top)
          if (across > 1 && down > 1) say('lies on another control', one.control, `and ${nameOf(other.control)}`)
        }
      }
    }
    return found
  })
