extension WorkshopRequest {
    /// `session-count`: the number of sessions, or the minutes of all of them together.
    var sessionReasons: [Reason] {
        if !programme.sessions.contains(sessions) {
            return [
                sessionCount(
                    Reason.Detail("sessions", .number(sessions)),
                    need: "\(programme.sessions.text) sessions")
            ]
        }
        guard let need = programme.totalMinutes else { return [] }
        guard let length = minutes ?? programme.minutes else {
            return [
                sessionCount(
                    Reason.Detail("sessions", .number(sessions)),
                    need: "\(need) minutes in all; name the minutes of a session with minutes=")
            ]
        }
        let (total, overflow) = max(0, sessions).multipliedReportingOverflow(by: max(0, length))
        if overflow || total >= need { return [] }
        return [
            sessionCount(
                Reason.Detail("total-minutes", .number(total)), need: "\(need) minutes in all")
        ]
    }

    /// `completers-exceed-enrolled`, where both numbers are known.
    var completersReasons: [Reason] {
        guard let enrolled, let completers, completers > enrolled else { return [] }
        return [
            Reason(
                .completersExceedEnrolled,
                details: [
                    Reason.Detail("enrolled", .number(enrolled)),
                    Reason.Detail("completers", .number(completers)),
                ],
                advice: "at most \(enrolled) people, those enrolled, can complete the workshop")
        ]
    }

    /// `group-size`, where the mode states one and the number enrolled is known.
    func groupReasons(_ offered: DeliveryMode) -> [Reason] {
        guard let enrolled, let group = offered.group, !group.contains(enrolled) else { return [] }
        return [
            Reason(
                .groupSize,
                details: .programme(programme) + [
                    Reason.Detail("mode", .word(offered.name)),
                    Reason.Detail("enrolled", .number(enrolled)),
                ],
                advice: "a group of \(programme.code) in the mode \(offered.name) has "
                    + "\(group.text) people")
        ]
    }

    private func sessionCount(_ found: Reason.Detail, need: String) -> Reason {
        Reason(
            .sessionCount, details: .programme(programme) + [found],
            advice: "a workshop of \(programme.code) has \(need)")
    }
}

extension CountRange {
    fileprivate var text: String {
        guard let most else { return "at least \(least)" }
        return least == most ? "\(least)" : "\(least) to \(most)"
    }
}
