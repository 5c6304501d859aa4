/** Large enough that a kill hits the load in the middle. */
export const LOADED = { entities: 1500, statements: 5000, articles: 200 }
