import { type ContactChannel, contactChannels } from '@/db/vocabulary'

const carrying: Record<ContactChannel, boolean> = {
  ...{ APP_CHAT: true, LETTER: true, EMAIL: true, PORTAL: true, VISIT: true },
  ...{ PHONE: false, SMS: false },
}

/** The ways something can go: with documents only those that carry them, as nobody hands over a file by telephone or in a text message. */
export const channelsFor = ({ files }: { files: number }): readonly ContactChannel[] =>
  contactChannels.filter((channel) => files === 0 || carrying[channel])
