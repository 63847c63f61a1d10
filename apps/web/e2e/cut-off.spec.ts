import { findCutOff } from "./support/cut-off.ts";
import { expect, test } from "./support/test.ts";

const box = (style: string) =>
  `<div style="width: 120px; white-space: nowrap; ${style}">um texto que não cabe na sua caixa</div>`;

test("what is cut off is found; what is shortened with an ellipsis, or can be scrolled to, is not", async ({
  page,
}) => {
  await page.setContent(box("overflow: hidden"));
  expect(await findCutOff(page)).toEqual([expect.stringContaining("um texto")]);
  await page.setContent(`<div style="overflow: hidden; width: 200px">${box("width: 400px")}</div>`);
  expect(await findCutOff(page)).toHaveLength(1);
  for (const style of ["overflow: hidden; text-overflow: ellipsis", "overflow: auto"]) {
    await page.setContent(box(style));
    expect(await findCutOff(page)).toEqual([]);
  }
  await page.setContent(`<p style="width: 3000px">larga</p>`);
  expect(await findCutOff(page)).toEqual([expect.stringMatching(/3\d{3} wide/)]);
});
