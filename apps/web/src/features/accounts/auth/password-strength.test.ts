import { expect, test } from "vitest";
import { strengthOf } from "./password-strength.ts";

const about = ["Ana Souza", "ana.souza@example.com"];

test.each([
  ["", null],
  ["abc1234", null],
  ["aaaaaaaaaaaaaaaa", "obvious"],
  ["abababab", "obvious"],
  ["souza123", "obvious"],
  ["SOUZA-souza-1", "obvious"],
  ["k3ramiko", "enough"],
  ["vento-telha", "enough"],
  ["vento-telha-9", "good"],
  ["vento-telha-caneca", "strong"],
  ["souza-vento-telha", "good"],
])("%j: %j", (password, strength) => {
  expect(strengthOf(password, about)).toBe(strength);
});
