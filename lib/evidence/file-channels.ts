import type { ContactChannel } from '@/db/vocabulary'

const carrying: Record<ContactChannel, boolean> = {
  ...{ APP_CHAT: true, LETTER: true, EMAIL: true, PORTAL: true, VISIT: true },
  ...{ PHONE: false, SMS: false },
}

/** Whether documents can go this way: nobody hands over a file by telephone or in a text message. */
export const carriesFiles = (channel: ContactChannel): boolean => carrying[channel]
