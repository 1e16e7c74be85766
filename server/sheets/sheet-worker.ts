// The thread that writes a workbook: twenty thousand rows take a second or two, in which the server answers others.
import { parentPort, workerData } from 'node:worker_threads'
import { writeXlsx } from 'hucre/xlsx'
import { layOutSheet } from '#server/sheets/lay-out-sheet.ts'
import type { Sheet } from '#core/sheets/sheet.ts'

const bytes = await writeXlsx(layOutSheet(workerData as Sheet))
parentPort?.postMessage(bytes)
