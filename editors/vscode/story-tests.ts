import type { Disposable, TestItem, TestRun, TextDocument } from "vscode";
import { Location, TestMessage, TestRunProfileKind, TestRunRequest, tests, Uri } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { Location as ProtocolLocation } from "vscode-languageserver-types";

export interface StoryAt {
  readonly title: string;
  readonly location: ProtocolLocation;
}

interface StoryResult {
  readonly verdicts: readonly {
    readonly passed: boolean;
    readonly says: string;
    readonly location?: ProtocolLocation;
  }[];
  readonly problems: readonly string[];
}

/** The stories of templates in the test view, each with its result beside it. */
export class StoryTests implements Disposable {
  readonly #client: LanguageClient;
  readonly #controller = tests.createTestController("tenor", "Tenor stories");

  constructor(client: LanguageClient) {
    this.#client = client;
    this.#controller.createRunProfile("Run", TestRunProfileKind.Run, (request) => this.#runItems(request), true);
  }

  dispose(): void {
    this.#controller.dispose();
  }

  /** Lists the stories of a template that is shown. */
  async refresh(document: TextDocument | undefined): Promise<void> {
    if (document?.languageId !== "tenor") return;
    const uri = document.uri.toString();
    const stories = await this.#client.sendRequest<readonly StoryAt[]>("tenor/stories", { uri });
    for (const { title, location } of stories) {
      const item = this.#controller.createTestItem(idOf(location.uri, title), title, Uri.parse(location.uri));
      item.range = this.#client.protocol2CodeConverter.asRange(location.range);
      this.#controller.items.add(item);
    }
  }

  /** Runs stories of one template by their titles. */
  async run(uri: string, titles: readonly string[]): Promise<void> {
    const stories = await this.#client.sendRequest<readonly StoryAt[]>("tenor/stories", { uri });
    const ids = new Set(
      stories.flatMap(({ title, location }) => (titles.includes(title) ? [idOf(location.uri, title)] : [])),
    );
    const items: TestItem[] = [];
    for (const [id, item] of this.#controller.items) if (ids.has(id)) items.push(item);
    await this.#runItems(new TestRunRequest(items));
  }

  async #runItems(request: TestRunRequest): Promise<void> {
    const run = this.#controller.createTestRun(request);
    const items = [...(request.include ?? [])];
    if (request.include === undefined) for (const [, item] of this.#controller.items) items.push(item);
    for (const item of items) await this.#runOne(item, run);
    run.end();
  }

  async #runOne(item: TestItem, run: TestRun): Promise<void> {
    run.started(item);
    const params = { uri: item.uri?.toString(), story: item.label };
    const { verdicts, problems } = await this.#client.sendRequest<StoryResult>("tenor/runStory", params);
    const wrong = verdicts.filter(({ passed }) => !passed);
    if (problems.length > 0) run.errored(item, new TestMessage(problems.join("\n")));
    else if (wrong.length === 0) run.passed(item);
    else
      run.failed(
        item,
        wrong.map(({ says, location }) => messageAt(says, location, this.#client)),
      );
  }
}

function messageAt(says: string, location: ProtocolLocation | undefined, client: LanguageClient): TestMessage {
  const message = new TestMessage(says);
  if (location !== undefined) {
    message.location = new Location(Uri.parse(location.uri), client.protocol2CodeConverter.asRange(location.range));
  }
  return message;
}

const idOf = (uri: string, title: string) => `${uri}#${title}`;
