/** What a CommonJS package exports, whether the declarations are read as Node has it (under `default`) or as bundlers have it. */
type Exported<Module> = Module extends { readonly default: infer Default } ? Default : Module

/** A CommonJS package whose declarations speak of a default export, though what arrives is the function itself. */
export const fromCommonJs = <Module>(module: Module): Exported<Module> => module as Exported<Module>
