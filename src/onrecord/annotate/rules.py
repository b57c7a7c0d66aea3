"""What each rule for statements says, in one sentence with an example.

A rule's id stands in every statement that it makes. The examples are read by the tests: each gives a statement of
its rule.
"""

from msgspec import Struct


class Rule(Struct, frozen=True):
    """A rule: its id, what it says, and a text in which it finds a statement."""

    id: str
    says: str
    example: str


RULES = (
    Rule(
        "statements.direct/beside",
        "A quotation belongs to the verb of saying beside it if nothing stands between but who speaks, how, where "
        "and to whom.",
        "“The bridge is closed,” the mayor told reporters on Monday.",
    ),
    Rule(
        "statements.direct/closing",
        "A sentence that ends in a quotation and a comma is what the subject of the verb of saying behind it says.",
        "The mayor would stay in office “for good,” an aide said.",
    ),
    Rule(
        "statements.indirect/ccomp",
        "The clause under a verb of saying, thinking or showing is what its subject says.",
        "The union said the ferry had left without its crew.",
    ),
    Rule(
        "statements.indirect/that",
        "The clause behind “that” is what is said, wherever the parser hangs it, if only hearers and places stand "
        "between it and the verb.",
        "By one o'clock the radio had it that the harbor was closed.",
    ),
    Rule(
        "statements.indirect/parenthesis",
        "A verb of saying that the parser puts beside a sentence introduces that sentence.",
        "As the harbor master warned, the old pier has begun to sink.",
    ),
    Rule(
        "statements.indirect/aside",
        "A verb of saying that commas set off with its subject introduces the sentence around it, whatever the "
        "parser makes of it.",
        "Two of the wards, the clinic has admitted, were closed in May.",
    ),
    Rule(
        "statements.indirect/open",
        "The infinitive or participle under a verb of promising, asking, hoping or the like is what its subject says; "
        "who is asked is the hearer.",
        "The mayor urged the drivers to go back to work.",
    ),
    Rule(
        "statements.indirect/adjective",
        "The clause under an adjective for a view is what its subject thinks.",
        "The crew was convinced that the pier would hold.",
    ),
    Rule(
        "statements.nominal/object",
        "The object of a verb that is itself an act of speech is what the act is about.",
        "The bishop condemned the raid on the granary.",
    ),
    Rule(
        "statements.nominal/preposition",
        "What follows a verb with its preposition or particle is what an act of speech is about.",
        "The unions called for a ban on night work.",
    ),
    Rule(
        "statements.nominal/light",
        "A noun of speech that is the object of an empty verb is the cue, and what hangs on the noun is what is said.",
        "The envoy made an appeal for calm.",
    ),
    Rule(
        "statements.nominal/naming",
        "What somebody is called, accused of or praised for is said of him, both parts together.",
        "The premier called the ruling a gift to speculators.",
    ),
    Rule(
        "statements.noun/clause",
        "The clause behind “that” under a noun of speech, or “to” under one of promising, is what its owner says.",
        "The firm's claim that the dam was sound did not last a week.",
    ),
    Rule(
        "statements.relay/according",
        "The sentence beside “according to”, “per” or “by the count of” somebody is what he says, if the sentence "
        "names no other speaker; if it does, he is a relay.",
        "About 300 dockers walked off the job, according to the Seafarers' Union.",
    ),
    Rule(
        "statements.lines/turn",
        "Where several paragraphs open with a name and a colon, each is what the named one says.",
        "VOLE: When did the ferry leave?\n\nRIST: At six, and it was late.\n\nVOLE: Who let it go?\n",
    ),
    Rule(
        "statements.lines/signature",
        "A quotation with a dash and a name behind it is what the named one says.",
        "“We have waited long enough.” — Mara Quill\n",
    ),
    Rule(
        "statements.lines/post",
        "A paragraph that ends in a dash, a name and an account is what the named one posted.",
        "Nobody opened the door. They say it leaked! — Mara Quill (@maraquill) May 2, 1998",
    ),
    Rule(
        "statements.lines/label",
        "A quotation of whole sentences with a name and a colon before it is what the named one says.",
        "The delay does not surprise Mara Quill: “They have never been on time.”",
    ),
    Rule(
        "statements.lines/introduced",
        "A quotation of whole sentences behind a colon is what somebody says who makes a remark or gives a statement "
        "before it.",
        "On Monday the mayor made the following comment:\n\n“The bridge was never safe.”\n",
    ),
    Rule(
        "statements.lines/headline",
        "What a headline has behind a name and a colon is what the named one says, if he speaks in the report as well.",
        "Mara Quill: The bridge was never safe\n\nThe bridge was closed on Monday. Mrs Quill said it would stay so.\n",
    ),
    Rule(
        "statements.lines/block",
        "The paragraph behind one that ends in a verb of saying and a colon is what its subject says.",
        "In its letter the ministry states:\n\nThe harbor stays closed until the wreck is raised.\n",
    ),
    Rule(
        "statements.silence/withheld",
        "What somebody declined to say, did not mention, or gave no word of, is a silence about it.",
        "The ministry declined to say how many had drowned.",
    ),
)
"""All rules, in the order of the page."""
