/** The page that shows all pictures: a row for each scene, a column for each look. */
export function gallery(
  scenes: readonly string[],
  looks: readonly string[],
  problems: readonly string[],
): string {
  const escape = (text: string) =>
    text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  const cell = (scene: string, look: string) =>
    `<td><a href="${scene}/${look}.png"><img loading="lazy" alt="${scene}, ${look}" src="${scene}/${look}.png"></a></td>`;
  const rows = scenes.map(
    (scene) =>
      `<tr id="${scene}"><th scope="row"><a href="#${scene}">${scene}</a></th>${looks.map((look) => cell(scene, look)).join("")}</tr>`,
  );
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Odys, every page</title>
<style>
  body { font: 15px/1.5 system-ui, sans-serif; margin: 24px; background: #eee; color: #222 }
  table { border-spacing: 16px 24px } th { text-align: left; vertical-align: top; white-space: nowrap }
  thead th { position: sticky; top: 0; background: #eee } td { vertical-align: top }
  img { display: block; max-width: 380px; max-height: 640px; border: 1px solid #ccc; background: #fff }
  pre { background: #fdd; padding: 12px; white-space: pre-wrap }
</style>
<h1>Every page</h1>
${problems.length > 0 ? `<pre>${escape(problems.join("\n"))}</pre>` : ""}
<table><thead><tr><th></th>${looks.map((look) => `<th scope="col">${look}</th>`).join("")}</tr></thead>
<tbody>${rows.join("\n")}</tbody></table></html>
`;
}
