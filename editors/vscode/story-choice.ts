import { window } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { StoryAt } from "./story-tests.ts";

/** Asks for a story and a day; hovers show values of it from then on. */
export async function chooseStory(client: LanguageClient): Promise<void> {
  const uri = window.activeTextEditor?.document.uri.toString();
  if (uri === undefined) return;
  const stories = await client.sendRequest<readonly StoryAt[]>("tenor/stories", { uri });
  const none = "(none)";
  const story = await window.showQuickPick([none, ...stories.map(({ title }) => title)], { title: "Story" });
  if (story === undefined) return;
  if (story === none) {
    await client.sendRequest("tenor/choose", { uri });
    return;
  }
  const on = await window.showInputBox({
    title: "Day",
    prompt: "such as 2006-05-10; empty for the last day of the story",
  });
  if (on !== undefined) await client.sendRequest("tenor/choose", { uri, story, ...(on !== "" && { on }) });
}
