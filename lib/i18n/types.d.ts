import type { Locale } from '@/db/vocabulary'
import type { Messages as AllMessages } from './catalogue'

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: AllMessages
  }
}
