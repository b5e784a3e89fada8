"""The office's errand, from the team to the results: how far each step has come, and which one is next."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from model.instruments.instrument import About, say
from model.instruments.programme import Sample
from ui.actions import allocate, decide
from ui.presenters.case_words import Said
from ui.presenters.people_words import by_role
from ui.presenters.sizes import counted
from ui.reading import cases, handed_out, inspections, interviews, results, samples
from ui.session import Session

DONE = Said("Done", "sufficient", "sufficient")
NEXT = Said("Next", "accent", "forward")
IN_HAND = Said("In hand", "accent", "clock")
LOOK = Said("Look at this", "attention", "attention")
LATER = Said("Later", "", "not_answered")


@dataclass(frozen=True, slots=True)
class Step:
    """One step: how it is called, how far it has come, and the page that does it."""

    title: str
    words: str
    said: Said
    action: str
    """What the button that leads there says."""
    page: str
    what: Mapping[str, str] = field(default_factory=dict)
    next: bool = False


def steps(session: Session) -> tuple[Step, ...]:
    """Return every step of the open inspection in order; one of them at most is the next.

    That is the first that asks to be looked at, or the first that can be begun.
    """
    found = [
        _team(session),
        _lists(session),
        _samples(session),
        _allocation(session),
        *_officers(session),
        _bundles(session),
        *_coming_back(session),
    ]
    begun = next((place for place, step in enumerate(found) if step.said is NEXT), None)
    first = next((place for place, step in enumerate(found) if step.said in (LOOK, NEXT)), None)
    return tuple(
        replace(step, said=LATER if step.said is NEXT and at != begun else step.said, next=at == first)
        for at, step in enumerate(found)
    )


def _team(session: Session) -> Step:
    others = [one for one in inspections.people(session) if one.id != session.author and not one.withdrawn]
    waiting = sum(not one.confirmed for one in others)
    words, said, action = by_role(others), DONE, "Open"
    if waiting:
        cards = "card is" if waiting == 1 else "cards are"
        words, said = f"{words}; {waiting} {cards} not confirmed yet", LOOK
    if not allocate.assessors(session):
        said, action = NEXT, "Invite people"
        words = words or "Invite the inspectors, take their cards, and confirm each by telephone."
    return Step("Team", words, said, action, "team")


def _lists(session: Session) -> Step:
    held = {sample: len(rows) for sample, rows in samples.every_row(session).items()}
    drawn = {one.sample.id: one for one in samples.draws(session)}
    wanted = inspections.programme(session).samples
    missing = [sample.id for sample in wanted if sample.id not in held and sample.id not in drawn]
    if len(missing) == len(wanted):
        words = "Read the provider’s list of eligible cases; nothing is taken in before you have seen it."
        return Step("Provider’s list", words, NEXT, "Read the list", "list")

    def standing(sample: str) -> str:
        if sample in held:
            return f"{counted(held[sample], 'eligible case')} taken in"
        return "list still to be read" if sample in missing else "list erased when its draw was closed"

    said, action = (IN_HAND, "Read the next list") if missing else (DONE, "Open")
    what = {"sample": missing[0]} if missing else {}
    return Step("Provider’s list", _by_sample(wanted, standing), said, action, "list", what)


def _samples(session: Session) -> Step:
    drawn = {one.sample.id: one for one in samples.draws(session)}
    wanted = inspections.programme(session).samples
    listed = samples.every_row(session)
    ready = [sample.id for sample in wanted if sample.id in listed and sample.id not in drawn]
    if not drawn and len(ready) < 2:
        waits = "The size follows from the list; the draw can be repeated by anyone."
        return Step("Sample", waits, NEXT, "Draw", "sample", {"sample": ready[0]} if ready else {})
    replaced = [
        place.sample
        for case in cases.cases(session).values()
        for place in case.places.values()
        if place.replaced
    ]

    def standing(sample: str) -> str:
        if sample not in drawn:
            return "ready to be drawn" if sample in ready else "not drawn"
        one, gone = drawn[sample], replaced.count(sample)
        words = f"{one.record.size} of {one.record.eligible} cases drawn"
        words += f", {gone} replaced" if gone else ""
        if one.record.size == one.record.eligible and not one.closed:
            return words
        return words + ("; closed" if one.closed else "; rows that were not drawn are still here")

    said = NEXT if ready else DONE if len(drawn) == len(wanted) else IN_HAND
    what = {"sample": ready[0]} if ready else {}
    return Step("Sample", _by_sample(wanted, standing), said, "Draw" if ready else "Open", "sample", what)


def _allocation(session: Session) -> Step:
    wanted, of = inspections.programme(session).samples, samples.by_instrument(session)
    waiting = {sample.id: len(allocate.unallocated(session, sample.id)) for sample in wanted}
    made = [held for held, _ in cases.assessments(session).values() if held.case]
    begun = {sample for held in made for sample in of.get(held.instrument, ())}
    first = next((sample for sample, count in waiting.items() if count), "")
    what = {"sample": first} if first else {}
    if not made:
        words = "Even loads, an officer’s cases with one inspector, conflicts of interest kept apart."
        return Step("Allocation", words, NEXT, "Allocate", "allocation", what)

    def standing(sample: str) -> str:
        if waiting[sample]:
            return f"{_waits(waiting[sample])} for somebody to take it"
        return "every case has somebody" if sample in begun else "not drawn"

    if first:
        left_over = any(count and sample in begun for sample, count in waiting.items())
        said = LOOK if left_over else NEXT
        return Step("Allocation", _by_sample(wanted, standing), said, "Allocate", "allocation", what)
    people = counted(len({one.holder for one in made}), "person", "people")
    words = f"Every case has somebody: {counted(len({one.case for one in made}), 'case')}, {people}"
    return Step("Allocation", words, DONE, "Open", "allocation")


def _by_sample(wanted: Sequence[Sample], standing: Callable[[str], str]) -> str:
    """Say for each sample where it stands; where there are several, each on a line with its title."""
    if len(wanted) == 1:
        return standing(wanted[0].id)
    return "\n".join(f"{say(sample.title)}: {standing(sample.id)}" for sample in wanted)


def _waits(count: int) -> str:
    return f"{count} {'case waits' if count == 1 else 'cases wait'}"


def _officers(session: Session) -> Sequence[Step]:
    """Who the officers are, and who asks them; left out where the programme asks officers nothing."""
    if not interviews.instruments(session, About.OFFICER):
        return ()
    found = interviews.directory(session)
    unasked = sum(not known.interviews for known in found.known)
    if not found.proposals and not found.known:
        words = "Names and units of the list propose who is who; somebody confirms, and one person asks each."
        return (Step("Officers", words, LATER, "Open", "officers"),)
    parts = [
        f"{counted(len(found.proposals), 'officer')} to confirm" if found.proposals else "",
        f"{counted(unasked, 'officer')} whom nobody asks yet" if unasked else "",
    ]
    waiting = ", ".join(part for part in parts if part)
    if waiting:
        return (Step("Officers", waiting, IN_HAND, "Confirm officers", "officers"),)
    words = f"{counted(len(found.known), 'officer')} confirmed, each with one person who asks"
    return (Step("Officers", words, DONE, "Open", "officers"),)


def _bundles(session: Session) -> Step:
    holders = {held.holder for held, _ in cases.assessments(session).values()}
    out = {person: one for person, one in handed_out.handed_out(session).items() if person in holders}
    what = {"part": "bundles"}
    written = sum(bool(one.written) for one in out.values())
    stale = sum(bool(one.written and (one.news or one.unsaid)) for one in out.values())
    if not written:
        words = "One file for each person, which only they can open."
        return Step("Bundles", words, NEXT, "Write bundles", "allocation", what)
    words = f"Written for {written} of {counted(len(out), 'person', 'people')}"
    if stale:
        words += f"; {stale} would bring something new"
    said = DONE if written == len(out) and not stale else IN_HAND
    return Step("Bundles", words, said, "Write bundles" if said is IN_HAND else "Open", "allocation", what)


def _coming_back(session: Session) -> Sequence[Step]:
    found = results.team_results(session)
    received, expected = (sum(one.received for one in found), sum(one.expected for one in found))
    so_far = f"{received} of {expected} cases received complete"
    if sum(bool(one.expected) for one in found) > 1:
        each = (f"{say(one.sample.title)} {one.received} of {one.expected}" for one in found if one.expected)
        so_far = f"{' · '.join(each)} received complete"
    begun = any(one.came for one in handed_out.handed_out(session).values())
    if not expected or not begun:
        merge = Step("Received", "Merge bundles as they come, in any order.", NEXT, "Merge", "merge")
    else:
        merge = Step("Received", so_far, DONE if received == expected else IN_HAND, "Merge", "merge")
    return (merge, _decisions(session, begun), _results(received, expected, so_far))


def _decisions(session: Session, begun: bool) -> Step:
    conflicts = len(decide.conflicts(session))
    twice = sum(not work.chosen for work in decide.work_done_twice(session))
    aside = len(decide.kept_aside(session))
    open_ = [
        counted(conflicts, "conflict") if conflicts else "",
        f"{counted(twice, 'case')} assessed twice" if twice else "",
        f"{counted(aside, 'stream')} kept aside" if aside else "",
    ]
    words = ", ".join(part for part in open_ if part)
    if words:
        return Step("Decided", f"{words}, to be decided", LOOK, "Decide", "decisions")
    said = DONE if begun else LATER
    return Step("Decided", "Nothing waits for a decision.", said, "Open", "decisions")


def _results(received: int, expected: int, so_far: str) -> Step:
    if not received:
        return Step("Results", "Rates and ratings, as cases come in.", LATER, "Open", "results")
    whole = received == expected
    words = "Every case is in." if whole else f"Provisional: {so_far}"
    return Step("Results", words, DONE if whole else IN_HAND, "Open", "results")
