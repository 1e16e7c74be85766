import assert from 'node:assert/strict'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import type { Browser, Page } from 'playwright-core'
import { assertAccessible } from '#e2e/accessible.ts'
import { launchBrowser, openPage } from '#e2e/browser.ts'
import { journey } from '#e2e/running.ts'
import { enterAs } from '#e2e/sign-in.ts'
import { CHAPTERS, type ChapterId, isChapter } from '#web/help/chapters.ts'
import { parseGuide } from '#web/help/guide-text.ts'

// The guide against the running system: every screen that a chapter explains is there under the names that the chapter uses, and opens that
// chapter beside itself. `npm run guide` takes the pictures anew on the way.

const LANGUAGES = ['vi', 'en'] as const
type Language = (typeof LANGUAGES)[number]
const PICTURE = { width: 1280, height: 800 }
const KEPT = { width: 960, height: 600 }
const MOST_BYTES = 60 * 1024
const isTaking = process.env['GUIDE_PICTURES'] === 'take'

/** As whom a screen is opened, and what it is called on it. */
const SCREENS: Record<
  Exclude<ChapterId, 'signing-in'>,
  { login: string; path: string; says?: Record<Language, RegExp> }
> = {
  home: { login: 'chuyenvien.vpb', path: '/' },
  duties: { login: 'chuyenvien.vpb', path: '/duties' },
  register: { login: 'chuyenvien.vpb', path: '/directives', says: { vi: /Văn bản chỉ đạo/, en: /Directives/ } },
  reading: { login: 'chuyenvien.vpb', path: '/directives/…' },
  tasks: { login: 'chuyenvien.vpb', path: '/tasks', says: { vi: /Nhiệm vụ/, en: /Tasks/ } },
  assignments: { login: 'chuyenvien.vpb', path: '/assignments', says: { vi: /Lượt giao/, en: /Assignments/ } },
  import: { login: 'chuyenvien.vpb', path: '/import?kind=tasks', says: { vi: /Nhập từ Excel/, en: /Import/ } },
  dictionary: { login: 'chuyenvien.vpb', path: '/dictionary', says: { vi: /Từ điển/, en: /Dictionary/ } },
  settings: { login: 'quantri.bo', path: '/settings', says: { vi: /Thiết lập/, en: /Settings/ } },
  people: { login: 'quantri.bo', path: '/people', says: { vi: /Người dùng/, en: /People/ } },
  journal: { login: 'kiemtoan.bo', path: '/journal', says: { vi: /Nhật ký/, en: /Journal/ } },
}

const textOf = (language: Language, id: ChapterId) => readFileSync(`web/help/${language}/${id}.md`, 'utf8')
const pictureOf = (language: Language, id: ChapterId) => `web/public/help/${language}/${id}.webp`

for (const language of LANGUAGES)
  test(`every chapter in ${language} has its title, its parts, its picture, and links that lead somewhere`, () => {
    for (const { id } of CHAPTERS) {
      const text = textOf(language, id)
      const { title, blocks } = parseGuide(text)
      assert.ok(title !== '' && !title.includes('#'), id)
      assert.ok(blocks.filter(({ kind }) => kind === 'heading').length >= 2, id)
      assert.ok(
        blocks.some((block) => block.kind === 'picture' && block.name === id),
        id,
      )
      const targets = [...text.matchAll(/[^!]\[[^\]]+\]\(([^)]+)\)/g)].map((match) => match[1] ?? '')
      assert.deepEqual(
        targets.filter((target) => !isChapter(target)),
        [],
        id,
      )
      if (isTaking) continue
      assert.ok(existsSync(pictureOf(language, id)), `${id}: no picture; npm run guide`)
      assert.ok(statSync(pictureOf(language, id)).size <= MOST_BYTES, id)
    }
  })

test('both languages have the same parts in every chapter', () => {
  for (const { id } of CHAPTERS) {
    const [vi, en] = LANGUAGES.map((language) => parseGuide(textOf(language, id)).blocks.map(({ kind }) => kind))
    assert.deepEqual(vi, en, id)
  }
})

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

journey('every screen of the guide is there, and opens its chapter beside itself', async ({ address }) => {
  const first = await openPage(browser, address, PICTURE)
  await first.goto('/sign-in')
  for (const language of LANGUAGES) {
    await speak(first, language)
    await first.getByRole('button', { name: language === 'vi' ? 'Đăng nhập' : 'Sign in', exact: true }).waitFor()
    await take(first, language, 'signing-in')
  }
  for (const login of new Set(Object.values(SCREENS).map((screen) => screen.login))) {
    const page = await openPage(browser, address, PICTURE)
    await enterAs(page, login)
    for (const language of LANGUAGES) {
      await speak(page, language)
      for (const [id, screen] of Object.entries(SCREENS) as [keyof typeof SCREENS, (typeof SCREENS)['home']][])
        if (screen.login === login) await visit(page, language, id, screen)
    }
  }
})

async function visit(
  page: Page,
  language: Language,
  id: keyof typeof SCREENS,
  screen: (typeof SCREENS)['home'],
): Promise<void> {
  await page.goto(screen.path.replace('…', screen.path.endsWith('…') ? await aDirective(page) : ''))
  const heading = page.getByRole('heading', { level: 1, ...(screen.says ? { name: screen.says[language] } : {}) })
  await heading.first().waitFor()
  await take(page, language, id)
  // An address that has become another's leads to that screen's chapter.
  const here = CHAPTERS.find(({ at }) => at.test(new URL(page.url()).pathname))?.id ?? id
  await page
    .getByRole('button', { name: language === 'vi' ? 'Hướng dẫn của màn hình này' : 'Guide to this screen' })
    .click()
  const panel = page.getByRole('complementary', { name: language === 'vi' ? 'Hướng dẫn sử dụng' : 'User guide' })
  await panel.getByRole('heading', { level: 2, name: parseGuide(textOf(language, here)).title }).waitFor()
  if (id === 'register' && language === 'vi') {
    await assertAccessible(page, 'the guide beside the register')
    await panel.getByRole('searchbox').fill('cong nhan')
    await panel.getByText(/chỗ khớp/).waitFor()
    await panel.getByRole('button', { name: 'Lượt giao' }).first().click()
    await panel.getByRole('heading', { level: 2, name: 'Lượt giao' }).waitFor()
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
  }
}

async function aDirective(page: Page): Promise<string> {
  const answer = await page.request.get('/api/v1/directives?limit=20')
  const { items } = (await answer.json()) as { items: { id: string; proposals: number }[] }
  const most = items.toSorted((a, b) => b.proposals - a.proposals)[0]
  assert.ok(most, 'the demo has directives')
  return most.id
}

async function speak(page: Page, language: Language): Promise<void> {
  await page.evaluate((chosen) => localStorage.setItem('throughline.language', chosen), language)
  await page.reload()
}

/** The picture of the screen as it stands, small enough to be kept beside the text. */
async function take(page: Page, language: Language, id: ChapterId): Promise<void> {
  if (!isTaking) return
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(400)
  const image = await loadImage(await page.screenshot({ type: 'png' }))
  const canvas = createCanvas(KEPT.width, KEPT.height)
  canvas.getContext('2d').drawImage(image, 0, 0, KEPT.width, KEPT.height)
  let quality = 80
  let bytes = await canvas.encode('webp', quality)
  while (bytes.length > MOST_BYTES && quality > 20) bytes = await canvas.encode('webp', (quality -= 10))
  await mkdir(`web/public/help/${language}`, { recursive: true })
  await writeFile(pictureOf(language, id), bytes)
}
