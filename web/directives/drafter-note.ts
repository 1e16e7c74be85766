import type { Directive } from '#core/directives/directive.ts'
import type { Element } from '#core/directives/missing.ts'
import type { Proposal } from '#core/directives/proposal.ts'
import { formatDay } from '#core/kernel/written-day.ts'
import { capitalised } from '#core/kernel/capitalised.ts'

export interface Asking {
  proposal: Proposal
  elements: readonly Element[]
}

const ASKED: Readonly<Record<Element, string>> = {
  lead: 'đơn vị chủ trì',
  deliverable: 'sản phẩm phải có',
  deadline: 'thời hạn hoàn thành',
  measure: 'mức phải đạt',
}

/**
 * The text that goes to the drafting unit, in the style of official correspondence. It is Vietnamese in whatever language the screen is: it
 * goes into the file.
 */
export function drafterNote(directive: Directive, asked: readonly Asking[]): string {
  const { type, symbol, issuedOn, subject, issuer, owner } = directive
  const dated = issuedOn ? ` ngày ${formatDay(issuedOn, 'vi')}` : ''
  const name = [capitalised(type ?? 'văn bản'), symbol ? `số ${symbol}` : ''].filter(Boolean).join(' ')
  const items = asked.map(({ proposal, elements }, at) => {
    const where = proposal.citation ? `Tại ${proposal.citation}: ` : ''
    const wanted = elements.map((element) => ASKED[element]).join('; ')
    return `${at + 1}. ${where}“${proposal.quote.replace(/\s+/g, ' ').trim()}”\n   Đề nghị bổ sung: ${wanted}.`
  })
  return [
    `Kính gửi: ${issuer ? `Đơn vị soạn thảo, ${issuer}` : 'Đơn vị soạn thảo'}`,
    '',
    `Qua nghiên cứu ${name}${dated} (“${subject}”), ${owner.name} nhận thấy một số nội dung giao nhiệm vụ chưa nêu đủ các yếu tố để giao và theo dõi thực hiện. Để có cơ sở triển khai, đề nghị quý đơn vị bổ sung, làm rõ ${asked.length} nội dung sau:`,
    '',
    items.join('\n\n'),
    '',
    `Ý kiến của quý đơn vị xin gửi về ${owner.name} để tổng hợp, giao nhiệm vụ theo quy định./.`,
    '',
  ].join('\n')
}
