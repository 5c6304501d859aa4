/** Large enough that a kill hits the load in the middle. */
export const LOADED = { entities: 800, statements: 2500, articles: 100 }
