/** What is shown in and beside a text as a whole: outline, folds, colours, hints, lenses, and the stories. */
import { SemanticTokensBuilder } from "vscode-languageserver";
import type { Mark } from "../../index.ts";
import { markKinds } from "../../index.ts";
import { pathOf, uriOf } from "../host.ts";
import type { Session } from "../session.ts";
import { locationOf, rangeOf, symbolKinds, symbolOf } from "../shapes.ts";

interface OfFile {
  readonly textDocument: { readonly uri: string };
}

/** A story of a template: a request of Tenor's own. */
interface OfStory {
  readonly uri: string;
  readonly story?: string;
  readonly on?: string;
}

/** `chosen` is called where another story is chosen. */
export function answerMarking(session: Session, chosen: () => void): void {
  const { connection, service, documents } = session;
  const { documentOf } = documents;
  const ofFile = ({ textDocument: { uri } }: OfFile) => pathOf(uri);
  connection.onDocumentSymbol(
    session.answering((params) => service.outline(ofFile(params)).map((it) => symbolOf(it, documentOf)), []),
  );
  connection.onFoldingRanges(
    session.answering((params) => {
      const ranges = service.folds(ofFile(params)).map((it) => rangeOf(it, documentOf));
      return ranges.map(({ start, end }) => ({ startLine: start.line, endLine: end.line }));
    }, []),
  );
  connection.onWorkspaceSymbol(
    session.answering(({ query }) => {
      const found = service.symbols(documents.paths(), query);
      return found.map(({ name, kind, nameAt }) => {
        return { name, kind: symbolKinds[kind], location: locationOf(nameAt, documentOf) };
      });
    }, []),
  );
  const tokensOf = (path: string, marks: readonly Mark[]) => {
    const builder = new SemanticTokensBuilder();
    for (const { start, end, kind, isDeclaration } of marks) {
      const { line, character } = documentOf(path).positionAt(start);
      builder.push(line, character, end - start, markKinds.indexOf(kind), isDeclaration ? 1 : 0);
    }
    return builder.build();
  };
  connection.languages.semanticTokens.on(
    session.answering((params) => tokensOf(ofFile(params), service.marks(ofFile(params))), { data: [] }),
  );
  connection.languages.semanticTokens.onRange(
    session.answering(
      (params) => {
        const document = documentOf(ofFile(params));
        const [from, to] = [document.offsetAt(params.range.start), document.offsetAt(params.range.end)];
        const marks = service.marks(ofFile(params)).filter(({ start, end }) => start < to && end > from);
        return tokensOf(ofFile(params), marks);
      },
      { data: [] },
    ),
  );
  connection.languages.inlayHint.on(
    session.answering((params) => {
      const document = documentOf(ofFile(params));
      const [from, to] = [document.offsetAt(params.range.start), document.offsetAt(params.range.end)];
      const hints = service.hints(ofFile(params)).filter(({ offset }) => from <= offset && offset <= to);
      return hints.map(({ offset, text, more }) => ({
        position: document.positionAt(offset),
        label: text,
        paddingLeft: true,
        ...(more !== undefined && more !== "" && { tooltip: more }),
      }));
    }, []),
  );
  connection.onCodeLens(
    session.answering((params) => {
      const { uri } = params.textDocument;
      return service.lenses(ofFile(params)).map(({ place, stories, isStory }) => {
        const count = stories.length === 1 ? "1 story expects" : `${stories.length} stories expect`;
        const title = isStory ? "run" : `${count} something of it`;
        return {
          range: rangeOf(place, documentOf),
          command: { title, command: "tenor.runStories", arguments: [uri, stories] },
        };
      });
    }, []),
  );
  answerStories(session, chosen);
}

/** Requests beside those of the protocol. */
function answerStories(session: Session, chosen: () => void): void {
  const { connection, service, documents } = session;
  const { documentOf } = documents;
  connection.onRequest(
    "tenor/choose",
    session.answering(({ uri, story, on }: OfStory) => {
      const path = pathOf(uri);
      const isScenario = path.endsWith(".json");
      service.choose(path, isScenario ? { story: path, on } : story === undefined ? undefined : { story, on });
      chosen();
      return true;
    }, false),
  );
  connection.onRequest(
    "tenor/stories",
    session.answering(({ uri }: OfStory) => {
      const found = service.stories(pathOf(uri));
      return found.map(({ title, place }) => ({ title, location: locationOf(place, documentOf) }));
    }, []),
  );
  connection.onRequest(
    "tenor/runStory",
    session.answering(
      ({ uri, story = "" }: OfStory) => {
        const { verdicts, problems } = service.runStory(pathOf(uri), story);
        const shown = verdicts.map(({ passed, says, place }) => {
          return { passed, says, location: place && locationOf(place, documentOf) };
        });
        return { verdicts: shown, problems };
      },
      { verdicts: [], problems: ["the story could not be run"] },
    ),
  );
  connection.onRequest(
    "tenor/contract",
    session.answering((params: Parameters<Session["at"]>[0]) => {
      const part = service.contractAt(...session.at(params));
      return part === undefined ? null : { uri: uriOf(part.file), line: part.line - 1 };
    }, null),
  );
}
