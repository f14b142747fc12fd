"""Whether a sentence has a verb: the plain verbs of protocols and of notes on them.

The list is that of the field, not of the language. A sentence with an uncommon verb
alone may be taken for one without; add the verb here then.
"""

from __future__ import annotations

import re

_FORMS = """
is are was were be am has have had do does did can cannot could may might must shall
should will would began chose came fell found gave got held kept knew led lost made
meant met put ran saw sent set showed sat spoke stood took thought told understood
undertook went wrote brought built fed laid became let hit sought rose
"""
_PLAIN = """
accept act action add address adopt advise affect agree aim allow answer apply
appoint approve arise arrange ask assess assume assure attach attend ban bear
become begin belong bind break bring call cannot carry cause cease chair change
check choose circulate cite clash clear close collate collect come commence
comment commission compare complete comprise concern conduct confirm consider
consist consult contact contain continue contradict convene convince copy
correct cost count cover date dates deal decide declare define delay deliver
depend describe detail determine develop differ direct disagree discuss
disseminate divide do double draft draw drop earn ease eat employ enable end
engage ensure enter err escalate establish estimate evolve examine exceed exist
expect explain extend fade fail fall feed fill finalise find finish fit fix
focus follow follows forward fund gain gather get give go govern grant guide
halt happen have head hear help hold host hurt identify ignore imply improve
include infer inform inherit insist intend invent invite invoke involve join
judge keep know lack last lay lead learn leave let liaise lie lift like limit
link list live load log look lose lower make mark match matter mean meet mention
mislead miss monitor move name need note notify oblige obtain occur offer omit
open operate order outline oversee owe own pass pause pay permit pick place plan
play point post practise prefer prepare present press prevail prevent print
produce prohibit promise propose protect prove provide publish pull push put
quality quote raise rank reach read receive reckon recommend record redraw refer
reflect reject rely remain remove rename repeat replace reply report represent
request require reset resolve respond rest restart restore result retain return
reveal review revise rise route rule run safeguard sail save say secure see seek
seem select send serve set settle share shift shorten show shut sign sit skip
solve sort span speak specify split spread squeeze stand start stay stop store
strengthen stretch submit suffer suggest suit supply support suspect switch tag
take talk tell tend test think tie track translate treat trigger trust try turn
type understand undertake unfold update urge use vary verify visit void vote
wait want warn watch weigh widen wipe wish withhold work write yield
"""
_NOUN_LIKE = """
address aim answer call chair change check clear close concern copy cost date
day deal delay detail direct draft draw drop form grant guide head help host
lack limit link list load log lower mark match matter mention name need note
notice order own pause place plan play point post practise press promise quality
rank record refuse reply report request rest result route rule set shift sign
split support suspect switch test time track trust turn type update use visit
void vote work
"""
_BE, _BASE = frozenset(_FORMS.split()), frozenset(_PLAIN.split())
_NOUNS = frozenset(_NOUN_LIKE.split())
"""Words of the list that are nouns or adjectives more often than verbs as they stand."""


def has_verb(sentence: str) -> bool:
    """Return whether ``sentence`` holds a finite verb, or opens with a command."""
    words = re.findall(r"[a-z]+", re.sub(r"['’]s\b", "", sentence.casefold()))
    return any(_finite(word, first=place == 0) for place, word in enumerate(words))


def _finite(word: str, *, first: bool) -> bool:
    if word in _BE or (word in _BASE and (first or word not in _NOUNS)):
        return True
    stems = [word[:-1] if word.endswith("s") else ""]
    stems.append(word[:-2] if word.endswith("es") else "")
    stems.append(word[:-3] + "y" if word.endswith("ies") else "")
    return any(stem in _BASE for stem in stems)
