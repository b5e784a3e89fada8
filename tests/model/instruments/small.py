"""A small instrument and programme with one of everything, and short ways to write answers for it."""

from model.answers import Answer, Value
from model.instruments.instrument import Instrument
from model.instruments.programme import Programme
from model.instruments.reader import read_instrument, read_programme

INSTRUMENT_TEXT = """
format = 1
id = "supervision"
family = "probation_services"
version = "1.0"
title.en = "Supervision"
title.cy = "Goruchwyliaeth"
attribution = "Ours."

[options.judgement]
yes = { label.en = "Yes", key = "y", line = "above" }
no = { label.en = "No", key = "n", line = "below" }

[options.yes_no]
yes = { label.en = "Yes", key = "y" }
no = { label.en = "No", key = "n" }

[[view]]
id = "case"
title.en = "Case"
[[view.section]]
id = "facts"
title.en = "Facts"
[[view.section.question]]
id = "sentence"
code = "F1"
part = "fact"
kind = "choice"
text.en = "Sentence"
wording = "published"
source = "Annex D"
proposes = "sentence_type"
[view.section.question.options]
community = { label.en = "Community order", key = "1" }
licence = { label.en = "Licence", key = "2" }
not_clear = { label.en = "Not clear from records", key = "c" }
[[view.section.question]]
id = "features"
code = "F2"
part = "fact"
kind = "several"
text.en = "Features"
wording = "ours"
source = "Ours"
not_applicable = true
[view.section.question.options]
drugs = { label.en = "Drugs", key = "1" }
alcohol = { label.en = "Alcohol", key = "2" }
[[view.section.question]]
id = "score"
code = "F3"
part = "fact"
kind = "number"
text.en = "Score"
wording = "ours"
source = "Ours"
minimum = 0
maximum = 100
[[view.section.question]]
id = "begun"
code = "F4"
part = "fact"
kind = "date"
text.en = "Begun on"
wording = "ours"
source = "Ours"
[[view.section]]
id = "engage_section"
title.en = "Engaging"
[[view.section.question]]
id = "engage_involved"
code = "2.1.1(a)"
part = "prompt"
kind = "judgement"
options = "judgement"
text.en = "Is the person involved?"
wording = "ours"
letter = "provisional"
source = "Ours"
parent = "engage"
not_applicable = true
[[view.section.question]]
id = "engage_release"
code = "2.1.1(b)"
part = "prompt"
kind = "judgement"
options = "judgement"
text.en = "Was there contact before release?"
wording = "ours"
letter = "provisional"
source = "Ours"
parent = "engage"
when = { question = "sentence", is = ["licence"] }
[[view.section.question]]
id = "engage"
code = "2.1.1"
part = "key"
kind = "judgement"
options = "judgement"
text.en = "Does it focus sufficiently on engaging the person?"
wording = "published"
source = "Annex 2"
meaning = 2
was = ["old_engage", "older_engage"]
evidence = true
[view.section.question.guidance]
look_for.en = "What was done."
where.en = "The record."
sufficient.en = "On balance enough."
slip.en = "Counting prompts."
[[view.section.question]]
id = "engage_why"
code = "2.1.1 why"
part = "why"
kind = "several"
text.en = "What stood behind the No?"
wording = "ours"
source = "Ours"
parent = "engage"
when = { question = "engage", is = ["no"] }
[view.section.question.options]
late = { label.en = "Late", key = "1" }
absent = { label.en = "Absent", key = "2" }
[[view.section]]
id = "safety_section"
title.en = "Safety"
[[view.section.question]]
id = "safety_need"
code = "2.1.2 need"
part = "need"
kind = "choice"
options = "yes_no"
text.en = "Was there a need?"
wording = "ours"
source = "Ours"
[[view.section.question]]
id = "safety_risk"
code = "2.1.2(a)"
part = "prompt"
kind = "judgement"
options = "judgement"
text.en = "Is the risk analysed?"
wording = "ours"
letter = "provisional"
source = "Ours"
parent = "safety"
[[view.section.question]]
id = "safety"
code = "2.1.2"
part = "key"
kind = "judgement"
options = "judgement"
text.en = "Does it focus sufficiently on safety?"
wording = "published"
source = "Annex 2"
when = { question = "safety_need", is = ["yes"] }
[[view.section.question]]
id = "safety_why"
code = "2.1.2 why"
part = "why"
kind = "choice"
text.en = "What stood behind the No?"
wording = "ours"
source = "Ours"
parent = "safety"
when = { question = "safety", is = ["no"] }
[view.section.question.options]
late = { label.en = "Late", key = "1" }
absent = { label.en = "Absent", key = "2" }
[[view]]
id = "needs"
title.en = "Needs"
[[view.section]]
id = "needs_section"
title.en = "Needs"
[[view.section.question]]
id = "factor_drugs"
code = "N1"
part = "factor"
kind = "choice"
options = "yes_no"
text.en = "Are drugs linked to the offending?"
wording = "ours"
source = "Ours"
[[view.section.question]]
id = "service_drugs"
code = "N1 services"
part = "service"
kind = "judgement"
options = "judgement"
text.en = "Were sufficient services delivered?"
wording = "ours"
source = "Ours"
parent = "factor_drugs"
when = { question = "factor_drugs", is = ["yes"] }
[[view.section.question]]
id = "remark"
code = "N2"
part = "fact"
kind = "text"
text.en = "Anything else?"
wording = "ours"
source = "Ours"
"""

PROGRAMME_TEXT = """
format = 1
id = "small_2018"
title.en = "Small programme"
attribution = "Ours."
instruments = ["supervision.toml"]
[provider_types]
NPS = { label.en = "National Probation Service division" }
[rounding]
percentage = "half_up"
band_from = "rounded"
[[band]]
id = "outstanding"
label.en = "Outstanding"
words.en = "Large majority"
at_least = 80
points = 3
[[band]]
id = "good"
label.en = "Good"
words.en = "Reasonable majority"
at_least = 65
points = 2
[[band]]
id = "requires_improvement"
label.en = "Requires improvement"
words.en = "Too few"
at_least = 50
points = 1
[[band]]
id = "inadequate"
label.en = "Inadequate"
words.en = "Minority"
at_least = 0
points = 0
[overall]
title.en = "Overall"
[[overall.band]]
id = "outstanding"
label.en = "Outstanding"
at_least = 26
[[overall.band]]
id = "good"
label.en = "Good"
at_least = 16
[[overall.band]]
id = "requires_improvement"
label.en = "Requires improvement"
at_least = 6
[[overall.band]]
id = "inadequate"
label.en = "Inadequate"
at_least = 0
[[measure]]
id = "m_engage"
code = "2.1.1"
kind = "proportion"
question = "engage"
base.en = "all cases"
[[measure]]
id = "m_safety"
code = "2.1.2"
kind = "proportion"
question = "safety"
base.en = "cases with a need"
[[standard]]
id = "assessment"
code = "2.1"
title.en = "Assessment"
statement.en = "Assessment is well informed."
rating = "lowest_band"
measures = ["m_engage", "m_safety"]
[[sample]]
id = "supervision"
title.en = "Supervision"
instrument = "supervision"
confidence = 0.80
margin = 0.05
[[sample.stratum]]
field = "sentence_type"
title.en = "Supervision"
[sample.stratum.groups]
community = "community"
licence = "post-custody"
[[list]]
id = "supervision"
[[list.column]]
field = "reference"
title.en = "Reference"
headers = ["Case reference", "Reference"]
kind = "text"
required = true
[[list.column]]
field = "surname"
title.en = "Surname"
headers = ["Surname"]
kind = "text"
personal = true
[[list.column]]
field = "sentence_type"
title.en = "Sentence type"
headers = ["Sentence type"]
kind = "choice"
values = { community = ["Community order"], licence = ["Licence", "On licence"] }
"""


def swapped(text: str, old: str, new: str) -> str:
    """The text with one passage changed; the passage must be there exactly once."""
    assert text.count(old) == 1, (text.count(old), old)
    return text.replace(old, new)


def instrument(text: str = INSTRUMENT_TEXT) -> Instrument:
    """Read the small instrument, or a changed one."""
    return read_instrument(text, "supervision.toml")


def programme(text: str = PROGRAMME_TEXT) -> Programme:
    """Read the small programme, or a changed one."""
    return read_programme(text, "programme.toml")


def sheet(**values: Value) -> dict[str, Answer]:
    """Answers by question id."""
    return {name: Answer(value) for name, value in values.items()}
