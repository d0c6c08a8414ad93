import { window } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { StoryAt } from "./story-tests.ts";

/** Asks for a story and a day; hovers show values of it from then on, and hints the prices of readings. A scenario is chosen as it stands. */
export async function chooseStory(client: LanguageClient): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined) return;
  const uri = document.uri.toString();
  if (document.languageId === "json") {
    await choose(client, { uri });
    return;
  }
  const stories = await client.sendRequest<readonly StoryAt[]>("tenor/stories", { uri });
  const none = "(none)";
  const story = await window.showQuickPick([none, ...stories.map(({ title }) => title)], { title: "Story" });
  if (story === undefined) return;
  if (story === none) {
    await client.sendRequest("tenor/choose", { uri });
    return;
  }
  await choose(client, { uri, story });
}

async function choose(
  client: LanguageClient,
  chosen: { readonly uri: string; readonly story?: string },
): Promise<void> {
  const on = await window.showInputBox({ title: "Day", prompt: "such as 2006-05-10; empty for the last day" });
  if (on !== undefined) await client.sendRequest("tenor/choose", { ...chosen, ...(on !== "" && { on }) });
}
