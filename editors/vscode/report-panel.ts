import { execFile } from "node:child_process";
import { dirname } from "node:path";
import { ViewColumn, window } from "vscode";

/** Runs a scenario and shows its report. */
export async function showReport([command, ...args]: readonly [string, ...string[]]): Promise<void> {
  const [picked] = (await window.showOpenDialog({ filters: { Scenarios: ["json"] }, title: "Scenario" })) ?? [];
  if (picked === undefined) return;
  const path = picked.fsPath;
  const run = [...args, "run", path, "--html", "-"];
  execFile(command, run, { cwd: dirname(path), maxBuffer: 64_000_000 }, (error, page, problems) => {
    if (page === "") void window.showErrorMessage(problems === "" ? (error?.message ?? "there is no page") : problems);
    else
      window.createWebviewPanel(
        "tenor.report",
        `Report: ${path.split(/[\\/]/).at(-1)}`,
        ViewColumn.Beside,
      ).webview.html = page;
  });
}
