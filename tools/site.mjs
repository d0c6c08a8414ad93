// `npm run site` builds the pages as a site in dist/site; `npm run site -- serve` shows it. Its packages are its own: tests and
// commands do not need them.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("site/", import.meta.url));
const root = fileURLToPath(new URL("..", import.meta.url));
const shell = process.platform === "win32";

const isPage = (path) => /^(README|CONTRIBUTING|(docs|examples|grammar|terms)\/.*)\.md$/.test(path);

copyPages();
if (!existsSync(`${folder}node_modules/vitepress`)) run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
const [command = "build"] = process.argv.slice(2);
run("npx", ["vitepress", command === "serve" ? "preview" : command]);

/** The pages alone, as the site's builder looks for its packages beside them. */
function copyPages() {
  rmSync(`${folder}pages`, { recursive: true, force: true });
  const { stdout } = spawnSync("git", ["ls-files"], { cwd: root, encoding: "utf8" });
  const pages = stdout.split("\n").filter(isPage);
  for (const page of pages) {
    const copy = join(folder, "pages", page);
    mkdirSync(dirname(copy), { recursive: true });
    writeFileSync(copy, withoutDeadLinks(readFileSync(join(root, page), "utf8"), page, pages));
  }
  cpSync(`${root}docs/grammar.html`, `${folder}pages/public/docs/grammar.html`);
}

/** Links to what is no page, such as a template or a source file, become their words alone. */
function withoutDeadLinks(markdown, page, pages) {
  return markdown.replace(/\[([^\]]+)\]\(([^)#\s]+)(#[^)]*)?\)/g, (link, words, target) => {
    if (/^[a-z]+:/.test(target)) return link;
    const path = posix.join(posix.dirname(page), target);
    return pages.includes(path) || path === "docs/grammar.html" ? link : words;
  });
}

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: folder, stdio: "inherit", shell });
  if (status !== 0) process.exit(status ?? 1);
}
