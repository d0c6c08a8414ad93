import { allNames, isIn, rowOf, wordingsOf } from "../../grammar/words.ts";
import type { Generated } from "../generated.ts";

/**
 * Grammars of editors from the table of words: for TextMate (VS Code and many others), Vim and Emacs. They colour a text that no
 * server has looked at.
 */
export async function generate(): Promise<Generated> {
  return {
    files: new Map([
      ["editors/vscode/tenor.tmLanguage.json", `${JSON.stringify(textMate(), null, 2)}\n`],
      ["editors/vim/syntax/tenor.vim", vim()],
      ["editors/emacs/tenor-mode.el", emacs()],
    ]),
  };
}

type Role = Parameters<typeof isIn>[1];

/** The words of some roles with their other wordings, the longest first; signs and described tokens left out. */
function wordsOf(...roles: readonly Role[]): string[] {
  return wordsFor(allNames().filter((name) => isIn(name, ...roles)));
}

function wordsFor(names: ReturnType<typeof allNames>): string[] {
  const found = names
    .filter((name) => isIn(name, "minorUnit") || !/^(?:a|an|days,) ./.test(rowOf(name).words))
    .flatMap((name) => [rowOf(name).words, ...wordingsOf(name)])
    .map((words) => words.replace(/^, /, ""))
    .filter((words) => /^[a-z]/.test(words));
  return [...new Set(found)].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

const heads = () => wordsOf("head", "takes").filter((words) => !words.endsWith(":"));
const labels = () => wordsOf("line").map((label) => label.slice(0, -1));
const types = () => wordsOf("type", "kind");
const constants = () => wordsOf("constant", "yesNo", "basis");
/** What has a colour of its own, and what is no word. */
const others: readonly Role[] = [
  "head",
  "takes",
  "line",
  "type",
  "kind",
  "figure",
  "literal",
  "fraction",
  "section",
  "mark",
  "euler",
];
const rest = () => allNames().filter((name) => !others.some((role) => rowOf(name).role === role));

// ---------------------------------------------------------------- TextMate

const name =
  "[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*(?:(?:[ \\t]+(?:of|per|as|at|in))?[ \\t]+[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*)*";

function choice(words: readonly string[]): string {
  return `(?:${words.map((it) => it.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&").replaceAll(" ", "\\s+")).join("|")})`;
}

function textMate() {
  const word = (words: readonly string[]) => `\\b${choice(words)}\\b`;
  return {
    $schema: "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
    name: "Tenor",
    scopeName: "source.tenor",
    fileTypes: ["tenor"],
    patterns: [
      { name: "comment.line.double-dash.tenor", match: "--.*$" },
      { name: "string.quoted.double.tenor", match: '"[^"]*"' },
      {
        match: `^(section)[ \\t]+([^"\\s]+(?:[ \\t]+[^"\\s]+)*)`,
        captures: { 1: { name: "keyword.control.tenor" }, 2: { name: "entity.name.section.tenor" } },
      },
      {
        match: `^(${choice(["given", "event", "series", "account"])})[ \\t]+(${name})`,
        captures: { 1: { name: "keyword.control.tenor" }, 2: { name: "entity.name.type.tenor" } },
      },
      {
        match: `^(${name})(?=\\s+${choice(["for each", "means", "holds when", "is fixed as", "starts at", "holds from", "occurs", "are every", "is a"])}\\b)`,
        captures: { 1: { name: "entity.name.function.tenor" } },
      },
      { name: "keyword.control.tenor", match: `^${choice(heads())}\\b` },
      { name: "keyword.other.label.tenor", match: `(?:^[ \\t]*|(?<=\\s))${choice(labels())}:` },
      { name: "constant.numeric.date.tenor", match: "\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{1,2}:\\d{2}\\b" },
      { name: "constant.numeric.tenor", match: "[$€]?\\b\\d[\\d,]*(?:\\.\\d+)?%?|\\$[ \\t]*\\.\\d+" },
      { name: "support.type.tenor", match: `(?<=:\\s)${choice(types())}\\b` },
      { name: "variable.language.tenor", match: word(["previous", "it is not", "market", "it is", "this", "its"]) },
      { name: "keyword.operator.tenor", match: word(wordsFor(rest())) },
      { name: "constant.language.tenor", match: word(constants()) },
      { name: "keyword.operator.sign.tenor", match: "[-+*/=]" },
      { name: "variable.other.tenor", match: name },
    ],
  };
}

// ---------------------------------------------------------------- Vim and Emacs

/** Vim knows single words only as keywords; phrases are coloured word by word. */
function singleWords(words: readonly string[]): string {
  return [...new Set(words.flatMap((it) => it.split(/[^a-z]+/)))]
    .filter((it) => it !== "")
    .toSorted()
    .join(" ");
}

function vim(): string {
  return `" Colours for Tenor, from its table of words (tools/generators/editor-grammars.ts).
if exists("b:current_syntax")
  finish
endif
syn case match
syn keyword tenorWord ${singleWords(wordsFor(rest()))}
syn keyword tenorType ${singleWords(types())}
syn keyword tenorConstant ${singleWords(constants())}
syn match tenorName "\\<[A-Z][A-Za-z0-9-]*\\>"
syn match tenorNumber "[$€]\\?\\<\\d[0-9,]*\\(\\.\\d\\+\\)\\?%\\?"
syn match tenorDate "\\<\\d\\{4}-\\d\\{2}-\\d\\{2}\\>"
syn match tenorLabel "^\\s\\+[a-z][a-z ]*:"
syn match tenorHead "^\\(${heads().join("\\|")}\\)\\>"
syn region tenorText start=+"+ end=+"+ oneline
syn match tenorComment "--.*$"
hi def link tenorWord Keyword
hi def link tenorType Type
hi def link tenorConstant Constant
hi def link tenorName Identifier
hi def link tenorNumber Number
hi def link tenorDate Number
hi def link tenorLabel Label
hi def link tenorHead Statement
hi def link tenorText String
hi def link tenorComment Comment
let b:current_syntax = "tenor"
`;
}

function emacs(): string {
  const words = (all: readonly string[]) =>
    singleWords(all)
      .split(" ")
      .map((it) => `"${it}"`)
      .join(" ");
  return `;;; tenor-mode.el --- Colours for Tenor, and its language server -*- lexical-binding: t -*-
;; From the table of words (tools/generators/editor-grammars.ts).

(defconst tenor-font-lock
  (list
   (cons (concat "^" (regexp-opt '(${heads()
     .map((it) => `"${it}"`)
     .join(" ")}) 'symbols)) 'font-lock-builtin-face)
   '("^[ \\t]+[a-z][a-z ]*:" . font-lock-function-name-face)
   (cons (regexp-opt '(${words(types())}) 'symbols) 'font-lock-type-face)
   (cons (regexp-opt '(${words(constants())}) 'symbols) 'font-lock-constant-face)
   (cons (regexp-opt '(${words(wordsFor(rest()))}) 'symbols) 'font-lock-keyword-face)
   '("\\\\_<[A-Z][A-Za-z0-9-]*" . font-lock-variable-name-face)))

(defvar tenor-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?- "_ 12" table)
    (modify-syntax-entry ?\\n ">" table)
    table))

;;;###autoload
(define-derived-mode tenor-mode prog-mode "Tenor"
  "Major mode for terms of convertible notes."
  (setq-local comment-start "-- ")
  (setq-local font-lock-defaults '(tenor-font-lock nil nil)))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\\\.tenor\\\\'" . tenor-mode))
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '(tenor-mode "tenor" "lsp")))

(provide 'tenor-mode)
;;; tenor-mode.el ends here
`;
}
