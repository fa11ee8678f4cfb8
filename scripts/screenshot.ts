import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { launchChromium } from '../test/browser/chromium.ts'
import { newAgent, newVisitor, startServer } from '../test/browser/rig.ts'

/** Makes docs/screenshot.png: one conversation as its visitor and as its agent see it. */

const target = fileURLToPath(new URL('../docs/screenshot.png', import.meta.url))
const server = await startServer()
const browser = await launchChromium()
const agent = await newAgent(browser, server.base)
const visitor = await newVisitor(browser, server.base)
await visitor.open()
await visitor.say("My card still hasn't arrived, what can I do?")
await visitor.chat.getByRole('log').getByRole('link').first().waitFor()
await visitor.chat.getByRole('button', { name: 'Talk to a human' }).click()
await agent.claimFirst()
await agent.say('Hello, this is Sarah. I can see your card left us on Monday. Shall I send a new one by express?')
await visitor.sees('by express')
await visitor.say('Yes please, that would be great')
await agent.sees('that would be great')
await agent.thread.getByRole('textbox', { name: 'Message' }).pressSequentially('Done')
await visitor.status('Sarah is typing…')
const pictures = await Promise.all([visitor.page, agent.page].map((page) => page.screenshot()))
const page = await browser.newPage({ viewport: { width: 1600, height: 560 } })
await page.setContent(
  `<body style="margin:0;display:flex;gap:24px;padding:24px;background:#e9ece9">${pictures
    .map((png) => `<img style="width:764px;height:auto;border-radius:12px;box-shadow:0 4px 24px #0003" src="data:image/png;base64,${png.toString('base64')}">`)
    .join('')}</body>`,
)
writeFileSync(target, await page.screenshot())
await browser.close()
await server.stop()
