import * as catalogue from "./catalogue.ts";
import * as colours from "./colours.ts";
import * as directives from "./directives.ts";
import * as docs from "./docs.ts";
import * as docstrings from "./docstrings.ts";
import * as env from "./env.ts";
import * as layers from "./layers.ts";
import * as looseEnds from "./loose-ends.ts";
import * as procedures from "./procedures.ts";
import * as pure from "./pure.ts";
import * as roomFiles from "./room-files.ts";
import * as rooms from "./rooms.ts";
import * as sizes from "./sizes.ts";
import type { Source, Violation } from "./source.ts";
import * as tests from "./tests.ts";
import * as types from "./types.ts";
import * as useCases from "./use-cases.ts";

/** A rule of the house: pure, so that its own test can show it a good and a bad house. */
interface Check {
  readonly name: string;
  readonly check: (files: readonly Source[]) => Violation[];
}

export const CHECKS: readonly Check[] = [
  rooms,
  layers,
  pure,
  useCases,
  procedures,
  roomFiles,
  sizes,
  env,
  types,
  tests,
  catalogue,
  docs,
  docstrings,
  colours,
  directives,
  looseEnds,
];
