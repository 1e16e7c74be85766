import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { anAdministration, everyRoleAt, loginOf } from '#server/testing/administration.ts'
import { aPdf } from '#server/testing/a-pdf.ts'
import { aScan } from '#server/testing/a-scan.ts'
import { withStore } from '#server/testing/harness.ts'
import { type Answer, type Call, caller, signedIn, testApp } from '#server/testing/signed-in.ts'

interface Stage {
  officer: Call
  nobody: Call
  add: (name: string, bytes: Uint8Array) => Promise<string>
  /** The bytes of an answer. */
  image: (path: string) => Promise<{ status: number; headers: Answer['headers']; bytes: Buffer }>
}

function withOffice(body: (stage: Stage) => Promise<void>) {
  return withStore(async (store) => {
    await everyRoleAt(await anAdministration(store), ['ministry', 'caMau'])
    const { app, close } = await testApp(store)
    const officer = signedIn(app, loginOf('officer', 'ministry'))
    try {
      await body({
        officer,
        nobody: caller(app, {}),
        add: async (name, bytes) => {
          const headers = { 'content-type': 'application/octet-stream' }
          const {
            status,
            text,
            body: file,
          } = await officer('POST', `/files?name=${name}`, {
            body: Buffer.from(bytes),
            headers,
          })
          assert.equal(status, 200, text)
          return file.id
        },
        image: async (path) => {
          const { status, headers, raw } = await officer('GET', path)
          return { status, headers, bytes: raw }
        },
      })
    } finally {
      await close()
    }
  })
}

test(
  'a page of a PDF is drawn where its author drew it',
  withOffice(async ({ add, image }) => {
    // 200 by 100 points, 100 points from the left and 200 from the top of A4.
    const box = { raw: `0 0 0 rg 100 ${842 - 300} 200 100 re f` }
    const id = await add('hinh.pdf', aPdf([[], [box]]))
    const { status, headers, bytes } = await image(`/files/${id}/pages/2?width=595`)
    assert.equal(status, 200)
    assert.equal(headers['content-type'], 'image/jpeg')
    assert.equal(headers['cache-control'], 'private, no-store')
    assert.equal(headers['x-content-type-options'], 'nosniff')
    assert.equal(headers['content-security-policy'], "default-src 'none'; sandbox")
    const grey = await greyIn(bytes)
    assert.deepEqual([grey.width, grey.height], [595, 842])
    for (const [x, y] of [
      [104, 204],
      [200, 250],
      [296, 296],
    ] as const)
      assert.ok(grey.at(x, y) < 40, `${x} ${y} is dark`)
    for (const [x, y] of [
      [90, 250],
      [310, 250],
      [200, 190],
      [200, 310],
    ] as const)
      assert.ok(grey.at(x, y) > 215, `${x} ${y} is light`)
    const again = await image(`/files/${id}/pages/2?width=595`)
    assert.deepEqual(again.bytes, bytes)
  }),
)

test(
  'a scan shows what lay on the glass, turned as the file says',
  withOffice(async ({ add, image }) => {
    const upright = await aScan([['*CHỈ THỊ*']], { skew: 0 })
    const id = await add('quet.pdf', upright)
    const page = await greyIn((await image(`/files/${id}/pages/1`)).bytes)
    assert.deepEqual([page.width, page.height], [1240, 1755])
    assert.ok(page.darkest(0.4, 0.05, 0.6, 0.12) < 90, 'the title')
    assert.ok(page.darkest(0.1, 0.5, 0.9, 0.9) > 150, 'empty paper')

    const text = Buffer.from(upright).toString('latin1').replace('/MediaBox', '/Rotate 180 /MediaBox')
    const turned = await add('nguoc.pdf', Buffer.from(text, 'latin1'))
    const back = await greyIn((await image(`/files/${turned}/pages/1`)).bytes)
    assert.ok(back.darkest(0.4, 0.88, 0.6, 0.95) < 90, 'the title is at the foot')
  }),
)

test(
  'a picture is its own page 1, made smaller and never larger',
  withOffice(async ({ add, image }) => {
    const canvas = createCanvas(800, 600)
    const context = canvas.getContext('2d')
    context.fillStyle = '#fff'
    context.fillRect(0, 0, 800, 600)
    context.fillStyle = '#000'
    context.fillRect(400, 0, 400, 600)
    for (const bytes of [canvas.toBuffer('image/png'), canvas.toBuffer('image/jpeg')]) {
      const id = await add('anh.png', bytes)
      const small = await greyIn((await image(`/files/${id}/pages/1?width=400`)).bytes)
      assert.deepEqual([small.width, small.height], [400, 300])
      assert.ok(small.at(100, 150) > 240 && small.at(300, 150) < 15)
      const large = await greyIn((await image(`/files/${id}/pages/1?width=2400`)).bytes)
      assert.equal(large.width, 800)
    }
  }),
)

test(
  'what has no such page, no pages at all, or is not to be seen, is refused by name',
  withOffice(async ({ officer, nobody, add }) => {
    const id = await add('hinh.pdf', aPdf([[]]))
    const code = async (path: string, by = officer) => (await by('GET', path)).body?.code
    assert.equal(await code(`/files/${id}/pages/2`), 'page/none')
    assert.equal(await code(`/files/${id}/pages/0`), 'request/not_found')
    assert.equal(await code(`/files/${id}/pages/1?width=10000`), 'request/invalid')
    assert.equal(await code(`/files/${id}/pages/1`, nobody), 'person/not_signed_in')
    const text = await add('chu.txt', Buffer.from('Kính gửi: Các đơn vị'))
    assert.equal(await code(`/files/${text}/pages/1`), 'file/no_pages')
    assert.equal(await code(`/files/${crypto.randomUUID()}/pages/1`), 'request/not_found')
    const broken = await add('hong.pdf', Buffer.from('%PDF-1.7\nnothing of the kind'))
    assert.equal(await code(`/files/${broken}/pages/1`), 'page/broken')
    const locked = await add('khoa.pdf', aPdf([[]], { locked: true }))
    assert.equal(await code(`/files/${locked}/pages/1`), 'file/pdf_encrypted')
    const cut = await add('cut.png', createCanvas(50, 50).toBuffer('image/png').subarray(0, 20))
    assert.equal(await code(`/files/${cut}/pages/1`), 'page/broken')
  }),
)

test(
  'a file that nobody has used yet is seen by whoever handed it in, and as a picture no more than as a file',
  withStore(async (store) => {
    await everyRoleAt(await anAdministration(store), ['ministry', 'caMau'])
    const { app, close } = await testApp(store)
    try {
      const [officer, other] = [
        signedIn(app, loginOf('officer', 'ministry')),
        signedIn(app, loginOf('reporter', 'caMau')),
      ]
      const headers = { 'content-type': 'application/octet-stream' }
      const { body } = await officer('POST', '/files?name=a.pdf', { body: Buffer.from(aPdf([[]])), headers })
      const path = `/files/${body.id}/pages/1`
      assert.equal((await officer('GET', path)).status, 200)
      // The picture is in memory by now; that opens it to nobody.
      assert.equal((await other('GET', path)).status, 404)
    } finally {
      await close()
    }
  }),
)

async function greyIn(jpeg: Buffer) {
  const picture = await loadImage(jpeg)
  const { width, height } = picture
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.drawImage(picture, 0, 0)
  const { data } = context.getImageData(0, 0, width, height)
  const at = (x: number, y: number) => data[(y * width + x) * 4] ?? 0
  /** In an area, given in shares of the sides. */
  const darkest = (left: number, top: number, right: number, bottom: number) => {
    let found = 255
    for (let y = Math.round(top * height); y < bottom * height; y++)
      for (let x = Math.round(left * width); x < right * width; x++) found = Math.min(found, at(x, y))
    return found
  }
  return { width, height, at, darkest }
}
