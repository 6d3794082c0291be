// @ts-check
// The floor: the same statements behind nothing but node:http.
import http from 'node:http'
import { replay } from './floor/replay.mjs'

http
  .createServer((request, response) => {
    const [, , name = '', index = ''] = (request.url ?? '').split('/')
    replay(name, Number.parseInt(index, 10)).then(
      (text) => response.writeHead(200, { 'content-type': 'application/json' }).end(text),
      (error) => response.writeHead(500).end(String(error)),
    )
  })
  .listen(Number.parseInt(process.env.PORT ?? '', 10), '127.0.0.1')
