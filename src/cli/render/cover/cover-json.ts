import type { Clause, CoverReport, LooseFigure } from "../../../index.ts";

/** As `tenor cover --json` prints it. */
export function coverJson({ title, coverage, stale }: CoverReport): object {
  const { parts, totals, unconfirmed, figuresOfText, figuresOfTemplate, sectionsWithoutText, findings } = coverage;
  return {
    format: "tenor/cover@1",
    title,
    totals: { ...totals, unconfirmed },
    sections: parts.map(({ part: { label, title: name, line }, sentences }) => {
      return { section: label, title: name, line, sentences: sentences.length };
    }),
    sentences: parts.flatMap(({ sentences }) =>
      sentences.map(({ sentence: { section, ordinal, line, text }, status, matches, reason }) => ({
        ...{ section, ordinal, line, text, status },
        clauses: matches.map(({ clause, isNamed }) => ({ ...placeOf(clause), confirmed: isNamed })),
        ...(reason !== undefined && { reason }),
      })),
    ),
    figures: { text: figuresOfText.map(figureJson), template: figuresOfTemplate.map(figureJson) },
    findings,
    sectionsWithoutText,
    sentencesWithoutText: coverage.sentencesWithoutText,
    ...(stale !== undefined && {
      stale: {
        sentences: stale.sentences.map(({ sentence: { section, ordinal, line, text }, change, clauses }) => {
          return { change, section, ordinal, line, text, clauses: clauses.map(placeOf) };
        }),
        stories: stale.stories,
      },
    }),
  };
}

function figureJson({ section, line, text }: LooseFigure): object {
  return { section, line, figure: text };
}

function placeOf({ title, section, statement: { span } }: Clause): object {
  return { clause: title, section, line: span.source.positionAt(span.start).line };
}
