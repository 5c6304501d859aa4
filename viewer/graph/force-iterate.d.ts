declare module 'graphology-layout-forceatlas2/iterate' {
  import type { ForceAtlas2Settings } from 'graphology-layout-forceatlas2'

  /** One step of ForceAtlas2, in place: ten numbers a node, three an edge. */
  function iterate(settings: ForceAtlas2Settings, nodes: Float32Array, edges: Float32Array): void
  export = iterate
}
