import assert from 'node:assert/strict'
import { openApiProgram } from '#e2e/open-api-program.ts'
import { PLAN } from '#e2e/plan.ts'
import { journey } from '#e2e/running.ts'

type Thing = { id: string; version: number; [name: string]: unknown }

journey(
  'a program that knows only the OpenAPI document walks from the sentence to the confirmation',
  async ({ address }) => {
    const office = await openApiProgram(address)
    const welcome = await office.call('welcome')
    const password = welcome['password']
    const people = welcome['people'] as { login: string; role: string; unit: string }[]
    const login = (role: string, unit: RegExp) =>
      people.find((person) => person.role === role && unit.test(person.unit))?.login
    await office.call('signIn', { body: { login: login('officer', /^Bộ/), password } })
    // Programs go on with a token of their own.
    office.useToken(String((await office.call('makeToken', { body: { name: 'journey', days: 1 } }))['token']))

    const { id: directiveId } = await office.call('registerDirective', { body: { text: PLAN } })
    const directive = await office.call('getDirective', { path: { id: directiveId } })
    assert.equal(directive['symbol'], '15/KH-BPTCS')
    assert.equal(directive['issuedOn'], '2026-11-16')
    const { items } = await office.call('listProposals', { path: { id: directiveId } })
    const proposal = (items as (Thing & { quote: string })[]).find(({ quote }) =>
      quote.includes('Sở Phát triển Cơ sở tỉnh Lâm Đồng'),
    )
    assert.ok(proposal)
    assert.equal(
      (directive['text'] as string).slice(proposal['start'] as number, proposal['end'] as number),
      proposal.quote,
    )

    const accepted = await office.call('acceptProposal', {
      path: { id: proposal.id },
      version: proposal.version,
      body: {},
    })
    assert.equal(accepted['assignments'], 1)
    const task = (await office.call('getTask', { path: { id: accepted['taskId'] } })) as Thing
    const issued = await office.call('issueTask', { path: { id: task.id }, version: task.version })
    const [given] = issued['assignments'] as Thing[]
    assert.equal(given?.['state'], 'issued')
    await office.call('closeReading', {
      path: { id: directiveId },
      version: directive['version'] as number,
      body: { as: 'tasks-recorded' },
    })

    const unit = await openApiProgram(address)
    await unit.call('signIn', { body: { login: login('unit-head', /^Sở Phát triển Cơ sở tỉnh Lâm Đồng/), password } })
    const duties = (await unit.call('listDuties'))['items'] as { id: string; kind: string }[]
    assert.deepEqual(
      duties.map(({ id, kind }) => [id, kind]).filter(([id]) => id === given?.id),
      [[given?.id, 'answer']],
    )
    let assignment = (await unit.call('getAssignment', { path: { id: given?.id } })) as Thing
    assignment = (await unit.call('accept', {
      path: { id: assignment.id },
      version: assignment.version,
      body: {},
    })) as Thing
    assignment = (await unit.call('reportProgress', {
      path: { id: assignment.id },
      version: assignment.version,
      body: { text: 'Đã rà soát 100/124 đơn vị cấp xã', percent: 80 },
    })) as Thing
    const file = await unit.call('addFile', {
      query: { name: 'bao-cao.txt' },
      bytes: new TextEncoder().encode('Danh sách 124 đơn vị cấp xã đã rà soát'),
    })
    assignment = (await unit.call('reportComplete', {
      path: { id: assignment.id },
      version: assignment.version,
      body: { text: 'Đã hoàn thành', percent: 100, evidence: [file['id']] },
    })) as Thing
    assert.equal(assignment['state'], 'reported_complete')

    const waiting = (await office.call('listDuties'))['items'] as { id: string; kind: string }[]
    assert.ok(waiting.some(({ id, kind }) => id === assignment.id && kind === 'confirm'))
    const confirmed = await office.call('confirm', {
      path: { id: assignment.id },
      version: assignment.version,
      body: {},
    })
    assert.equal(confirmed['state'], 'confirmed')
    assert.equal((confirmed['lateness'] as Thing)['class'], 'done_on_time')
    const source = confirmed['source'] as { quote: string; citation: string; directive: { id: string } }
    assert.equal(source.directive.id, directiveId)
    assert.equal(source.quote, proposal.quote)
    const steps = (confirmed['history'] as { command: string }[]).map(({ command }) => command)
    assert.deepEqual(steps, [
      'assignment.draft',
      'assignment.issue',
      'assignment.accept',
      'assignment.report',
      'assignment.report_complete',
      'assignment.confirm',
    ])
  },
)
