import 'i18next'
import type { Texts } from '#web/i18n/vi.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell'
    resources: Texts
  }
}
