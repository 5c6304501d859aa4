import { type ForceAsk, NODE_CELLS } from './force-protocol.ts'
import { forceSteps } from './force-steps.ts'

addEventListener('message', ({ data }: MessageEvent<ForceAsk>) => {
  const every = data.nodes.length / NODE_CELLS > 2000 ? 4 : 10
  for (const told of forceSteps(data, every)) postMessage(told, { transfer: [told.at.buffer] })
})
