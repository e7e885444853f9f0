/** A point or a vector in drawing units, y downwards. */
export interface Point {
  x: number;
  y: number;
}

/** A cubic curve by its four control points. */
export type Curve = readonly [Point, Point, Point, Point];

/** Makes a point. */
export const at = (x: number, y: number): Point => ({ x, y });

/** Degrees in radians. */
export const degrees = (d: number): number => (d * Math.PI) / 180;

/** Turns "up, leaning by `angle` radians clockwise" into a unit vector. */
export const upwards = (angle: number): Point => at(Math.sin(angle), -Math.cos(angle));

/** The point at parameter t (0…1) of a curve. */
export function pointOn([a, b, c, d]: Curve, t: number): Point {
  const s = 1 - t;
  const [i, j, k, l] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
  return at(i * a.x + j * b.x + k * c.x + l * d.x, i * a.y + j * b.y + k * c.y + l * d.y);
}

/** The lean of a curve at t, radians clockwise from straight up. */
export function leanOn([a, b, c, d]: Curve, t: number): number {
  const s = 1 - t;
  const dx = s * s * (b.x - a.x) + 2 * s * t * (c.x - b.x) + t * t * (d.x - c.x);
  const dy = s * s * (b.y - a.y) + 2 * s * t * (c.y - b.y) + t * t * (d.y - c.y);
  return Math.atan2(dx, -dy);
}

/** A number with at most one decimal, shortest form. */
export function short(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return String(rounded === 0 ? 0 : rounded).replace(/^(-?)0\./, "$1.");
}

/** Numbers joined as in path data: no separator where the sign or the dot already parts them. */
export function join(...values: number[]): string {
  return values.map(short).reduce((out, v) => (out === "" || v.startsWith("-") ? out + v : `${out} ${v}`), "");
}

const whole = Math.round;

/**
 * A path writer with relative commands. Points are rounded before the difference is taken, so that errors do not
 * add up and shapes close exactly.
 */
export class Pen {
  private out = "";
  private here = at(0, 0);

  /** Lifts the pen to an absolute point (whole units). */
  move(p: Point): this {
    this.here = at(whole(p.x), whole(p.y));
    this.out += `M${join(this.here.x, this.here.y)}`;
    return this;
  }

  /** A cubic to an absolute point, whole units. */
  cubic(a: Point, b: Point, end: Point): this {
    this.out += `c${join(...this.relative(a, b, end))}`;
    return this;
  }

  /** A quadratic to an absolute point, whole units. */
  quad(a: Point, end: Point): this {
    this.out += `q${join(...this.relative(a, end))}`;
    return this;
  }

  /** Closes the shape. */
  close(): this {
    this.out += "z";
    return this;
  }

  /** The path data so far. */
  toString(): string {
    return this.out;
  }

  private relative(...points: Point[]): number[] {
    const numbers = points.flatMap((p) => [whole(p.x) - this.here.x, whole(p.y) - this.here.y]);
    const last = points[points.length - 1];
    if (last) this.here = at(whole(last.x), whole(last.y));
    return numbers;
  }
}

/** A curve as a filled, tapering stem. Widths in drawing units, one decimal. */
export function taper([a, b, c, d]: Curve, foot: number, top: number): string {
  const [f, t] = [foot / 2, top / 2];
  const mid = (f + t) / 2;
  return (
    `M${join(a.x - f, a.y)}C${join(b.x - mid, b.y, c.x - t, c.y, d.x - t, d.y)}` +
    `h${short(top)}C${join(c.x + t, c.y, b.x + mid, b.y, a.x + f, a.y)}z`
  );
}
