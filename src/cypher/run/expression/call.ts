import type { CallExpr } from '../../analyse/expr.ts'
import { CypherError } from '../../error.ts'
import type { ArgType, FunctionRow } from '../../functions/row.ts'
import { functionOf } from '../../functions/signatures.ts'
import { refuseArgument, typeTest } from '../../functions/types.ts'
import type { Value } from '../../values/value.ts'
import type { Env, Evaluate } from '../env.ts'

/** A call with its arguments checked: null answers null, a wrong type is refused. */
export function compileCall(expr: CallExpr, args: readonly Evaluate[], env: Env): Evaluate {
  const row = functionOf(expr.name)
  if (!row)
    throw new CypherError({
      code: 'semantic',
      message: { en: `no function is named ${expr.name}`, zh: `没有名为 ${expr.name} 的函数` },
      start: expr.start,
      end: expr.end,
    })
  if (expr.name === 'coalesce') return coalesce(args)
  const [a, b, c] = args.map((arg, i) => checked(row, i, arg))
  const { call } = row
  const context = env.functions
  if (!a) return () => call(null, null, null, context)
  if (row.seesNull) return r => call(a(r), b ? b(r) : null, c ? c(r) : null, context)
  if (!b) {
    return r => {
      const x = a(r)
      return x === null ? null : call(x, null, null, context)
    }
  }
  if (!c) {
    return r => {
      const x = a(r)
      const y = b(r)
      return x === null || y === null ? null : call(x, y, null, context)
    }
  }
  return r => {
    const x = a(r)
    const y = b(r)
    const z = c(r)
    return x === null || y === null || z === null ? null : call(x, y, z, context)
  }
}

function checked(row: FunctionRow, position: number, arg: Evaluate): Evaluate {
  const type = row.args[Math.min(position, row.args.length - 1)] as ArgType
  if (type === 'any') return arg
  const test = typeTest(type)
  const open = position >= row.needed
  return r => {
    const value: Value = arg(r)
    return (open && value === null) || test(value) ? value : refuseArgument(row.name, position, type, value)
  }
}

function coalesce(args: readonly Evaluate[]): Evaluate {
  return r => {
    for (const arg of args) {
      const value = arg(r)
      if (value !== null) return value
    }
    return null
  }
}
