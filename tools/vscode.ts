/** `npm run vscode`: packs the VS Code extension to dist/tenor.vsix, without a network. A .vsix is a zip with a manifest. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { zipSync } from "fflate";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, "editors/vscode");

/** The files of the extension as they lie in the archive, by path. */
export async function extensionFiles(): Promise<Record<string, Uint8Array>> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(folder, "extension.ts")],
    outfile: "extension.cjs",
    bundle: true,
    write: false,
    platform: "node",
    target: "node20",
    format: "cjs",
    // VS Code gives this module itself.
    external: ["vscode"],
    mainFields: ["module", "main"],
    conditions: ["node"],
    minify: true,
    logLevel: "warning",
  });
  const manifest = readFileSync(join(folder, "package.json"), "utf8");
  const asTheyAre = ["README.md", "language-configuration.json", "snippets.json", "tenor.tmLanguage.json"];
  const files: Record<string, Uint8Array> = {
    "extension.vsixmanifest": text(vsixManifest(JSON.parse(manifest))),
    "[Content_Types].xml": text(contentTypes),
    "extension/package.json": text(manifest),
    "extension/LICENSE.txt": readFileSync(join(root, "LICENSE")),
  };
  for (const { contents } of outputFiles) files["extension/extension.cjs"] = contents;
  for (const name of asTheyAre) files[`extension/${name}`] = readFileSync(join(folder, name));
  return files;
}

const text = (words: string) => new TextEncoder().encode(words);

interface Manifest {
  readonly name: string;
  readonly publisher: string;
  readonly version: string;
  readonly displayName: string;
  readonly description: string;
  readonly engines: { readonly vscode: string };
  readonly categories: readonly string[];
}

function vsixManifest(manifest: Manifest): string {
  const { name, publisher, version, displayName, description, engines, categories } = manifest;
  const asset = (type: string, path: string) => `<Asset Type="${type}" Path="${path}" Addressable="true" />`;
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-US" Id="${name}" Version="${version}" Publisher="${publisher}" />
    <DisplayName>${displayName}</DisplayName>
    <Description xml:space="preserve">${description}</Description>
    <Categories>${categories.join(",")}</Categories>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value="${engines.vscode}" />
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="workspace" />
    </Properties>
    <License>extension/LICENSE.txt</License>
  </Metadata>
  <Installation><InstallationTarget Id="Microsoft.VisualStudio.Code" /></Installation>
  <Dependencies />
  <Assets>
    ${asset("Microsoft.VisualStudio.Code.Manifest", "extension/package.json")}
    ${asset("Microsoft.VisualStudio.Services.Content.Details", "extension/README.md")}
    ${asset("Microsoft.VisualStudio.Services.Content.License", "extension/LICENSE.txt")}
  </Assets>
</PackageManifest>
`;
}

const contentTypes = `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
  <Default Extension=".json" ContentType="application/json" />
  <Default Extension=".cjs" ContentType="application/javascript" />
  <Default Extension=".md" ContentType="text/markdown" />
  <Default Extension=".txt" ContentType="text/plain" />
  <Default Extension=".vsixmanifest" ContentType="text/xml" />
</Types>
`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = join(root, "dist/tenor.vsix");
  mkdirSync(join(root, "dist"), { recursive: true });
  // A fixed time: the same sources give the same bytes.
  writeFileSync(path, zipSync(await extensionFiles(), { mtime: new Date(1980, 0, 1, 12) }));
  process.stdout.write(`wrote ${path}\n`);
}
