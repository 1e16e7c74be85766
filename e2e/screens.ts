import type { Page } from 'playwright-core'

/** A screen, dialog or state: where it is, and how what has no address of its own is opened from there. */
export interface Screen {
  name: string
  path: string
  /** Answers false where the look has no such thing: a phone has no drawer and chooses no rows. */
  open?: (page: Page) => Promise<unknown>
  /** As it leaves the printer. */
  paper?: boolean
}

const isPhone = (page: Page) => (page.viewportSize()?.width ?? 0) < 640

const press = (name: RegExp, where = 'main') => {
  return async (page: Page) => page.locator(where).getByRole('button', { name }).first().click()
}

/** The first link that leads there. */
const follow = (selector: string) => async (page: Page) => {
  const address = await page.locator(selector).first().getAttribute('href')
  if (address === null) throw new Error(`no address at ${selector}`)
  await page.goto(address)
}

const onDesk = (open: (page: Page) => Promise<unknown>) => async (page: Page) => (isPhone(page) ? false : open(page))

const firstRow = onDesk((page) => page.locator('tr[data-row] td:nth-child(5)').first().click())

const chooseTwo = async (page: Page) => {
  for (const at of [0, 1]) await page.locator('tr[data-row] input[type=checkbox]').nth(at).check()
}

const ASSIGNMENT = 'main a[href^="/assignments/0"]'

export const SCREENS: Readonly<Record<string, readonly Screen[]>> = {
  'chuyenvien.vpb': [
    { name: 'home', path: '/' },
    { name: 'duties', path: '/duties' },
    { name: 'register', path: '/directives' },
    { name: 'register-none', path: '/directives?q=zzzz' },
    { name: 'register-found', path: '/directives?q=phan anh' },
    { name: 'register-drawer', path: '/directives', open: firstRow },
    { name: 'register-intake', path: '/directives', open: press(/Vào sổ văn bản|Register a directive/) },
    { name: 'register-stub', path: '/directives', open: onDesk(press(/Ghi văn bản mật|Register a secret/)) },
    { name: 'register-print', path: '/directives/print', paper: true },
    { name: 'reader', path: '/directives', open: follow('main a[href^="/directives/0"]') },
    { name: 'tasks', path: '/tasks' },
    { name: 'task', path: '/tasks', open: follow('main a[href^="/tasks/0"]') },
    { name: 'task-given', path: '/tasks?q=NV-0317', open: follow('main a[href^="/tasks/0"]') },
    {
      name: 'task-edit',
      path: '/tasks',
      open: async (page) => {
        await follow('main a[href^="/tasks/0"]')(page)
        await press(/Sửa dự thảo|Edit the draft/)(page)
      },
    },
    { name: 'new-task', path: '/tasks/new' },
    { name: 'assignments', path: '/assignments' },
    { name: 'assignments-by-unit', path: '/assignments?group=lead' },
    { name: 'assignments-none', path: '/assignments?q=zzzz' },
    { name: 'assignments-drawer', path: '/assignments?class=open_overdue', open: firstRow },
    { name: 'assignments-condition', path: '/assignments', open: press(/^(Thêm điều kiện|Add a condition)/) },
    {
      name: 'assignments-columns',
      path: '/assignments',
      open: onDesk(press(/^(Cột và độ cao của dòng|Columns and row height)/)),
    },
    { name: 'assignments-view', path: '/assignments?class=open_overdue', open: press(/^(Lưu bộ lọc|Save view)/) },
    { name: 'assignments-bulk', path: '/assignments?class=open_overdue', open: onDesk(chooseTwo) },
    {
      name: 'assignments-bulk-form',
      path: '/assignments?class=open_overdue',
      open: onDesk(async (page) => {
        await chooseTwo(page)
        await press(/Điều chỉnh thời hạn|Change due date/, '[role=toolbar]')(page)
      }),
    },
    { name: 'assignments-print', path: '/assignments/print?state=returned', paper: true },
    {
      name: 'assignment-revise',
      path: '/assignments?class=open_overdue',
      open: async (page) => {
        await follow(ASSIGNMENT)(page)
        await press(/^(Điều chỉnh, kết thúc|Correct or end)/)(page)
        await press(/^(Điều chỉnh|Correct)$/)(page)
      },
    },
    { name: 'import', path: '/import' },
    { name: 'dictionary', path: '/dictionary' },
    { name: 'search', path: '/search?q=phan anh' },
    {
      name: 'palette',
      path: '/',
      open: async (page) => {
        await page.keyboard.press('Control+k')
        await page.getByRole('combobox').first().fill('phan anh')
      },
    },
    { name: 'shortcuts', path: '/assignments', open: onDesk((page) => page.keyboard.press('Control+/')) },
    { name: 'guide', path: '/duties', open: press(/^(Hướng dẫn của màn hình này|Guide to this screen)/) },
    { name: 'changes', path: '/changes' },
    { name: 'me', path: '/me' },
    { name: 'no-such-page', path: '/nothing-is-here' },
    { name: 'no-such-assignment', path: '/assignments/019ef1ea-0000-7000-8000-000000000000' },
    {
      name: 'loading',
      path: '/duties',
      open: async (page) => {
        await page.route('**/api/v1/duties*', () => undefined)
        await page.reload()
        await page.locator('.ldg').waitFor()
      },
    },
  ],
  'lanhdao.bo': [
    { name: 'leader-home', path: '/' },
    { name: 'leader-assignments', path: '/assignments' },
  ],
  'giamdoc.lamdong': [
    { name: 'head-home', path: '/' },
    { name: 'head-duties', path: '/duties' },
    { name: 'head-assignment', path: '/duties', open: follow(ASSIGNMENT) },
    {
      name: 'head-report',
      path: '/assignments?state=in_progress',
      open: async (page) => {
        await follow(ASSIGNMENT)(page)
        await press(/^(Báo cáo tiến độ|Report progress)/)(page)
      },
    },
  ],
  'quantri.bo': [
    { name: 'people', path: '/people' },
    {
      name: 'person',
      path: '/people?q=lamdong',
      open: onDesk((page) => page.locator('tr[data-row] td').nth(1).click()),
    },
    { name: 'person-new', path: '/people', open: press(/^(Thêm người|Add a person)/) },
    { name: 'settings', path: '/settings' },
  ],
  'kiemtoan.bo': [{ name: 'journal', path: '/journal' }],
}
