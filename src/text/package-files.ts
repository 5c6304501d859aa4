/** The folder of `package.json`: two steps up from `src/text`, `dist/text` and `dist/program` alike. */
const ROOT = new URL('../../', import.meta.url)

/** @returns where a file of the package lies, named from the folder of `package.json`: `seeds/extract/titles.csv` */
export const packageFile = (path: string): URL => new URL(path, ROOT)

/** Where the modules of the running program lie, one file each: `src/`, or `dist/` once it is compiled. */
export const MODULES_FOLDER = packageFile(import.meta.url.endsWith('.ts') ? 'src/' : 'dist/')
