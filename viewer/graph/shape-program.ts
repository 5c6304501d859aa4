import { NodeProgram, type ProgramInfo } from 'sigma/rendering'
import type { NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'
import type { Shape } from './picture.ts'

/** Numbers that the shader knows the shapes by. */
const SHAPES: Readonly<Record<Shape, number>> = { circle: 0, square: 1, diamond: 2, triangle: 3, hexagon: 4 }

/** Each mark is one triangle with room for the widest shape; the fragment shader cuts the shape by its distance field. */
const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_rim;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec4 v_rim;
varying vec2 v_at;
varying float v_radius;
varying float v_shape;
const float bias = 255.0 / 254.0;
void main() {
  float radius = a_size * u_correctionRatio / u_sizeRatio * 2.0;
  vec2 at = radius * 2.9 * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + at, 1)).xy, 0, 1);
  v_at = at;
  v_radius = radius;
  v_shape = a_shape;
  v_rim = a_rim;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}`

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec4 v_rim;
varying vec2 v_at;
varying float v_radius;
varying float v_shape;
uniform float u_correctionRatio;
float far(vec2 p, float r) {
  if (v_shape < 0.5) return length(p) - r;
  if (v_shape < 1.5) return max(abs(p.x), abs(p.y)) - r * 0.88;
  if (v_shape < 2.5) return (abs(p.x) + abs(p.y)) * 0.7071 - r * 0.88;
  if (v_shape < 3.5) return max(abs(p.x) * 0.866 + p.y * 0.5, -p.y) - r * 0.62;
  return max(abs(p.x) * 0.866 + abs(p.y) * 0.5, abs(p.y)) - r * 0.92;
}
void main(void) {
  float pixel = u_correctionRatio * 2.0;
  float rim = clamp(v_radius * 0.35, 0.4 * pixel, 1.3 * pixel);
  float d = far(v_at, v_radius);
  #ifdef PICKING_MODE
  gl_FragColor = d > pixel ? vec4(0.0) : v_color;
  #else
  float inner = smoothstep(-0.5 * pixel, 0.5 * pixel, d);
  float outer = smoothstep(rim - 0.5 * pixel, rim + 0.5 * pixel, d);
  gl_FragColor = mix(mix(v_color, v_rim, inner), vec4(0.0), outer);
  #endif
}`

const UNIFORMS = ['u_sizeRatio', 'u_correctionRatio', 'u_matrix'] as const
type Uniform = (typeof UNIFORMS)[number]

interface ShapeData extends NodeDisplayData {
  readonly shape: Shape
  readonly rim: string
}

/** Draws a mark in the shape of its type with a rim of the paper's colour, so that colour is never the only cue. */
export class ShapeProgram extends NodeProgram<Uniform> {
  getDefinition() {
    const { UNSIGNED_BYTE, FLOAT, TRIANGLES } = WebGLRenderingContext
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES as 4,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_shape', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_rim', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_angle', size: 1, type: FLOAT }],
      CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
    }
  }

  processVisibleItem(nodeIndex: number, start: number, data: ShapeData): void {
    const values = [
      data.x,
      data.y,
      data.size,
      SHAPES[data.shape],
      floatColor(data.color),
      floatColor(data.rim),
      nodeIndex,
    ]
    this.array.set(values, start)
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>): void {
    gl.uniform1f(uniformLocations.u_correctionRatio, params.correctionRatio)
    gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio)
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix)
  }
}
