import { csv } from './csv.ts'
import { cypher } from './cypher.ts'
import type { Exporter } from './exporter.ts'
import { followTheMoney } from './followthemoney.ts'
import { gexf } from './gexf.ts'
import { graphml } from './graphml.ts'
import { graphology } from './graphology.ts'
import { jsonLd } from './json-ld.ts'
import { neo4jCsv } from './neo4j-csv.ts'
import { report } from './report.ts'
import { svg } from './svg.ts'
import { turtle } from './turtle.ts'

/** Every format that is text alone; the HTML file needs the built viewer and is made by the command line. */
export const EXPORTERS: readonly Exporter[] = [
  gexf,
  graphml,
  csv,
  neo4jCsv,
  cypher,
  graphology,
  turtle,
  jsonLd,
  followTheMoney,
  report,
  svg,
]
