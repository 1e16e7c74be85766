import type { Page } from 'playwright-core'
import { DEMO_PASSWORD } from '#demo/people.ts'

/** Signs in by name and password, as everybody does outside the demo. */
export async function enterAs(page: Page, login: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel(/^(Tên đăng nhập|Sign-in name)$/).fill(login)
  await page.getByLabel(/^(Mật khẩu|Password)$/).fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: /^(Đăng nhập|Sign in)$/ }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}
