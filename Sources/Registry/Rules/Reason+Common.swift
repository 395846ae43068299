extension Reason {
    /// No leader lives with the condition that the programme is about.
    static func noPeerLeader(of programme: Programme) -> Reason {
        Reason(
            .noPeerLeader, details: .programme(programme),
            advice: "name at least one leader who is a peer for \(programme.code)")
    }

    /// One reason for each profession of `needed` that is not `present`.
    static func missingProfessions(
        _ needed: [String], among present: Set<String>, of programme: Programme
    ) -> [Reason] {
        needed.filter { !present.contains($0) }.map { profession in
            Reason(
                .professionMissing,
                details: .programme(programme) + [Detail("profession", .text(profession))],
                advice: "\(programme.code) asks for the profession \(profession) among its staff")
        }
    }

    /// The last day lies before the first: nothing else can be judged.
    package static func datesInvalid(_ span: DateSpan) -> Reason {
        Reason(
            .datesInvalid,
            details: [Detail("from", .date(span.from))]
                + (span.until.map { [Detail("until", .date($0))] } ?? []),
            advice: "the last day must not be before the first day, \(span.from)")
    }

    /// What is to be recorded has not happened yet.
    package static func dateInFuture(_ last: CivilDate, today: CivilDate) -> Reason {
        Reason(
            .dateInFuture, details: [Detail("until", .date(last)), Detail("today", .date(today))],
            advice: "record it after its last day, \(last)")
    }

    /// A licence year's allowance is used up; nothing is blocked by that.
    static func overAllowance(
        _ things: String, used: Int, allowance: Int, licence: Licence
    ) -> Reason {
        Reason(
            .overAllowance,
            details: [
                Detail("licence", .word(licence.id.description)), Detail("used", .number(used)),
                Detail("allowance", .number(allowance)),
            ],
            advice: "the \(allowance) \(things) of this licence year of \(licence.id) are used "
                + "up: a fee is due")
    }
}

extension [Reason.Detail] {
    static func programme(_ programme: Programme) -> [Reason.Detail] {
        [Reason.Detail("programme", .word(programme.code.text))]
    }

    /// The state, and the organisation's own rows that stand in the way where they do.
    static func standing(_ standing: Standing) -> [Reason.Detail] {
        let broken = standing.overlaysBroken.map(\.description)
        return [Reason.Detail("state", .word(standing.state.rawValue))]
            + (broken.isEmpty ? [] : [Reason.Detail("overlays", .words(broken))])
    }

    static func have(_ have: Int, need: Int) -> [Reason.Detail] {
        [Reason.Detail("have", .number(have)), Reason.Detail("need", .number(need))]
    }
}
