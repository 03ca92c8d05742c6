import type { Binding } from '../types/policy.ts';

/** One constant with what its comment says. */
interface Constant {
  readonly part: Binding['part'];
  readonly name: string;
  readonly value: string;
  /** One line, without a full stop. */
  readonly summary: string;
}

/** The constants of one service. */
export interface Group {
  readonly environment: string;
  /** Of the service. */
  readonly name: string;
  /** Key of the service. */
  readonly service: string;
  readonly title: string;
  readonly constants: readonly Constant[];
}
