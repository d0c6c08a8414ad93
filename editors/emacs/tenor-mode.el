;;; tenor-mode.el --- Colours for Tenor, and its language server -*- lexical-binding: t -*-
;; From the table of words (tools/generators/editor-grammars.ts).

(defconst tenor-font-lock
  (list
   (cons (concat "^" (regexp-opt '("share basis changes on" "notwithstanding" "our view on" "sentences" "for each" "in words" "sentence" "account" "changes" "excepts" "on each" "reading" "section" "clause" "series" "signal" "event" "given" "gives" "takes" "note" "plan" "role" "test" "when" "the" "use") 'symbols)) 'font-lock-builtin-face)
   '("^[ \t]+[a-z][a-z ]*:" . font-lock-function-name-face)
   (cons (regexp-opt '("count" "date" "day" "money" "no" "number" "or" "party" "per" "percent" "price" "rate" "share" "shares" "text" "time" "yes") 'symbols) 'font-lock-type-face)
   (cons (regexp-opt '("day" "ended" "for" "has" "no" "not" "restated" "splits" "the" "today" "unlimited" "yes") 'symbols) 'font-lock-constant-face)
   (cons (regexp-opt '("a" "above" "accruing" "adjusted" "adjustment" "after" "all" "allow" "amount" "an" "and" "anniversary" "any" "applied" "are" "as" "at" "average" "back" "banking" "be" "becomes" "before" "beginning" "begins" "being" "below" "breach" "breached" "business" "but" "by" "calendar" "called" "cent" "charged" "cleared" "close" "condition" "continuing" "convention" "converted" "cut" "date" "dates" "day" "days" "delay" "divided" "does" "down" "due" "each" "earlier" "earliest" "else" "end" "ended" "ending" "ends" "equal" "equals" "error" "even" "events" "every" "exceed" "exceeds" "excess" "excluding" "excused" "factor" "fall" "falls" "fewer" "first" "fixed" "following" "for" "from" "full" "give" "good" "greater" "greatest" "half" "happened" "has" "have" "higher" "highest" "holds" "hours" "if" "in" "including" "interest" "is" "it" "its" "kept" "larger" "last" "late" "later" "latest" "least" "leaving" "less" "lesser" "let" "lines" "long" "lower" "lowest" "market" "may" "meaning" "means" "minus" "minutes" "missed" "modified" "month" "months" "more" "most" "multiplied" "must" "nearest" "no" "none" "not" "number" "occurs" "of" "on" "one" "only" "open" "optional" "or" "order" "otherwise" "over" "overdue" "owed" "paid" "passed" "pay" "payable" "payment" "performance" "performed" "permit" "plus" "power" "preceding" "previous" "prior" "pro" "product" "quarter" "rata" "read" "refused" "rest" "restated" "rises" "rounded" "sells" "set" "short" "since" "smaller" "solved" "some" "sooner" "splits" "start" "starts" "straight" "strict" "subject" "subsequent" "sum" "table" "than" "that" "the" "then" "this" "those" "time" "times" "to" "today" "total" "trading" "unadjusted" "under" "unless" "unlimited" "unpaid" "until" "up" "value" "void" "waived" "weeks" "when" "where" "which" "while" "whole" "with" "without" "working" "year" "years" "yes") 'symbols) 'font-lock-keyword-face)
   '("\\_<[A-Z][A-Za-z0-9-]*" . font-lock-variable-name-face)))

(defvar tenor-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?- "_ 12" table)
    (modify-syntax-entry ?\n ">" table)
    table))

;;;###autoload
(define-derived-mode tenor-mode prog-mode "Tenor"
  "Major mode for terms of convertible notes."
  (setq-local comment-start "-- ")
  (setq-local font-lock-defaults '(tenor-font-lock nil nil)))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.tenor\\'" . tenor-mode))
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '(tenor-mode "tenor" "lsp")))

(provide 'tenor-mode)
;;; tenor-mode.el ends here
