import { expect, test } from 'vitest'
import { contactChannels } from '@/db/vocabulary'
import { channelsFor } from './file-channels'

test('what has papers with it is offered no telephone and no text message; what has none may go any way', () => {
  expect(contactChannels.filter((channel) => !channelsFor({ files: 2 }).includes(channel))).toEqual(['PHONE', 'SMS'])
  expect(channelsFor({ files: 0 })).toEqual(contactChannels)
})
