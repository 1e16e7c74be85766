import { launchBrowser, openPage } from '#e2e/browser.ts'
import { enterAs } from '#e2e/sign-in.ts'
import { mkdirSync } from 'node:fs'
mkdirSync('/tmp/shots-demo', { recursive: true })
const address = 'http://127.0.0.1:4608'
const only = process.argv[2]
const shots: [string, string | null, string[]][] = [
  ['signin', null, ['/sign-in']],
  ['office', 'chuyenvien.vpb', ['/', '/assignments', '/directives', '/duties', '/tasks']],
  ['leader', 'lanhdao.bo', ['/']],
  ['province', 'giamdoc.lamdong', ['/', '/assignments']],
  ['commune', 'truongban.xuanhuong', ['/', '/assignments']],
]
for (const [name, login, paths] of shots) {
  if (only && only !== name) continue
  const browser = await launchBrowser()
  const page = await openPage(browser, address, { width: 1440, height: 900 })
  if (login) await enterAs(page, login)
  for (const path of paths) {
    const t = performance.now()
    await page
      .goto(address + path, { waitUntil: 'networkidle', timeout: 60000 })
      .catch((e) => console.log(String(e).slice(0, 100)))
    console.log(name, path, (performance.now() - t) | 0, 'ms')
    await page.screenshot({ path: `/tmp/shots-demo/${name}${path.replaceAll('/', '-')}.png` })
  }
  await browser.close()
}
