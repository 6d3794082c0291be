import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ForestPlot } from './forest-plot'

const drawn = (estimate: number, interval: [number, number]) => {
  const html = renderToStaticMarkup(<ForestPlot ratio={{ estimate, interval }} tone="" label="" />)
  const ends = [...html.matchAll(/<path d="([^"]*)"/g)].map(([, path = '']) =>
    path === '' ? 'none' : path.includes('v8') ? 'bar' : 'arrow',
  )
  return { ends, mark: /<rect/.test(html) ? 'square' : /<circle/.test(html) ? 'circle' : 'none' }
}

test.each([
  [2, [1.2, 3.7], { ends: ['bar', 'bar'], mark: 'square' }],
  [0.9, [0.2, 1.4], { ends: ['arrow', 'bar'], mark: 'circle' }],
  [5.48, [2.44, 13.54], { ends: ['bar', 'arrow'], mark: 'none' }],
  [0.03, [0.01, 0.2], { ends: ['arrow', 'none'], mark: 'none' }],
] as const)(
  'an odds ratio of %d is drawn where it is, and by an arrow head alone where that is beyond the scale',
  (estimate, [low, high], look) => {
    expect(drawn(estimate, [low, high])).toEqual(look)
  },
)
