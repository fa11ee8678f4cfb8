import { scripted } from 'handback/providers/scripted'
import { expect, it, onTestFinished } from 'vitest'
import { launchChromium } from './chromium.ts'
import { hubInTest } from './hub-in-test.ts'
import { PATIENCE } from './rig.ts'

it('who begins a new conversation by keyboard goes on in what is asked first, and then in the box', async () => {
  const site = await hubInTest({ provider: scripted(() => ['I see.']) })
  onTestFinished(() => site.stop())
  const browser = await launchChromium()
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  page.setDefaultTimeout(PATIENCE)
  const code = `import { mount } from '/handback/widget.js'
    window.widget = mount({ endpoint: '/handback', preChat: { fields: [{ name: 'email', label: 'E-mail', kind: 'email' }] } })
    await widget.open()`
  await page.route(`${site.base}/page`, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><html lang="en"><title>Page</title><script type="module">${code}</script>` }))
  await page.goto(`${site.base}/page`)
  const focused = () =>
    expect.poll(() => page.evaluate(() => {
      const inside = document.activeElement?.shadowRoot?.activeElement
      return inside?.getAttribute('name') ?? inside?.getAttribute('aria-label') ?? document.activeElement?.tagName
    }), { timeout: PATIENCE })
  for (const round of [1, 2]) {
    await focused().toBe('email')
    // what they said the last time stands there
    await page.keyboard.press('Control+a')
    await page.keyboard.type('maria@example.com')
    await page.keyboard.press('Enter')
    await focused().toBe('Message')
    await page.keyboard.type('Hello')
    await page.keyboard.press('Enter')
    await page.getByRole('log').getByText('I see.').first().waitFor()
    if (round === 2) return
    await page.evaluate('widget.endConversation()')
    const again = page.getByRole('button', { name: 'New conversation' })
    await again.focus()
    await page.keyboard.press('Enter')
  }
})
