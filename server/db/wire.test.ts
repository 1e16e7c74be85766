import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  errorAnswer,
  expectsReady,
  frameBatches,
  frameStartup,
  queryMessage,
  transactionStatus,
} from '#server/db/wire.ts'

function message(type: string, body = ''): Buffer {
  const bytes = Buffer.alloc(5 + body.length)
  bytes.write(type)
  bytes.writeInt32BE(4 + body.length, 1)
  bytes.write(body, 5, 'latin1')
  return bytes
}

test('wherever the bytes of a batch are cut, it is forwarded whole', () => {
  const batch = Buffer.concat([message('P', 'parse'), message('B', 'bind'), message('E'), message('S')])
  for (let cut = 0; cut < batch.length; cut++) {
    const first = frameBatches(batch.subarray(0, cut))
    assert.equal(first.batches.length, 0)
    const second = frameBatches(Buffer.concat([first.rest, batch.subarray(cut)]))
    assert.deepEqual(second.batches, batch)
    assert.equal(second.rest.length, 0)
  }
})

test('a batch that is complete goes ahead of one that is not', () => {
  const whole = Buffer.from(queryMessage('select 1'))
  const { batches, rest, ended } = frameBatches(Buffer.concat([whole, message('P', 'x')]))
  assert.deepEqual(batches, whole)
  assert.deepEqual(rest, message('P', 'x'))
  assert.equal(ended, false)
  assert.equal(frameBatches(Buffer.concat([whole, message('X')])).ended, true)
})

test('the start-up message waits for its own length', () => {
  const startup = Buffer.from([0, 0, 0, 9, 0, 3, 0, 0, 0])
  assert.equal(frameStartup(startup.subarray(0, 8)).startup, undefined)
  assert.deepEqual(frameStartup(Buffer.concat([startup, message('S')])), { startup, rest: message('S') })
})

test('only a batch that ends in Flush may be answered without ReadyForQuery', () => {
  assert.equal(expectsReady(Buffer.concat([message('P', 'parse'), message('S')])), true)
  assert.equal(expectsReady(Buffer.concat([message('P', 'parse'), message('H')])), false)
})

test('the status of the transaction stands at the end of an answer', () => {
  assert.equal(transactionStatus(Buffer.concat([message('C', 'BEGIN\0'), message('Z', 'T')])), 'T')
  assert.equal(transactionStatus(errorAnswer('55P03', 'too late')), 'I')
  assert.equal(transactionStatus(message('C', 'BEGIN\0')), undefined)
})
