" Colours for Tenor, from its table of words (tools/generators/editor-grammars.ts).
if exists("b:current_syntax")
  finish
endif
syn case match
syn keyword tenorWord a above accruing adjusted adjustment after all allow amount an and anniversary any applied are as at average back banking be becomes before beginning begins being below breach breached business but by calendar called cent charged cleared close condition continuing convention converted cut date dates day days delay divided does down due each earlier earliest else end ended ending ends equal equals error even events every exceed exceeds excess excluding excused factor fall falls fewer first fixed following for from full give good greater greatest half happened has have higher highest holds hours if in including interest is it its kept larger last late later latest least leaving less lesser let lines long lower lowest market may meaning means minus minutes missed modified month months more most multiplied must nearest no none not number occurs of on one only open optional or order otherwise over overdue owed paid passed pay payable payment performance performed permit plus power preceding previous prior pro product quarter rata read refused rest restated rises rounded sells set short since smaller solved some sooner splits start starts straight strict subject subsequent sum table than that the then this those time times to today total trading unadjusted under unless unlimited unpaid until up value void waived weeks when where which while whole with without working year years yes
syn keyword tenorType count date day money no number or party per percent price rate share shares text time yes
syn keyword tenorConstant day ended for has no not restated splits the today unlimited yes
syn match tenorName "\<[A-Z][A-Za-z0-9-]*\>"
syn match tenorNumber "[$€]\?\<\d[0-9,]*\(\.\d\+\)\?%\?"
syn match tenorDate "\<\d\{4}-\d\{2}-\d\{2}\>"
syn match tenorLabel "^\s\+[a-z][a-z ]*:"
syn match tenorHead "^\(share basis changes on\|notwithstanding\|our view on\|sentences\|for each\|in words\|sentence\|account\|changes\|excepts\|on each\|reading\|section\|clause\|series\|signal\|event\|given\|gives\|takes\|note\|plan\|role\|test\|when\|the\|use\)\>"
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
