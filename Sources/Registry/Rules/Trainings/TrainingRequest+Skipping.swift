/// A training that is allowed, perhaps without some of those who were named as attendees.
package struct AllowedTraining: Hashable, Sendable {
    package var request: TrainingRequest
    package var verdict: TrainingVerdict
    /// What refuses those who were left out.
    package var refused: [Reason]
}

extension TrainingRequest {
    /// The training as far as it is allowed: all of it, or, with `skippingRefused`, without the
    /// attendees who break a rule, as long as anybody is left. Nil where it is refused; all that
    /// refuses is in `refusal` then.
    ///
    /// - Parameter judge: how the request is judged, now or ahead.
    package func allowed(
        skippingRefused: Bool, refusal: inout [Reason],
        by judge: (TrainingRequest) -> TrainingVerdict
    ) -> AllowedTraining? {
        let verdict = judge(self)
        if verdict.judgement.isAllowed {
            return AllowedTraining(request: self, verdict: verdict, refused: [])
        }
        refusal = verdict.judgement.reasons
        let left = verdict.refusedAttendees
        let rest = leavingOut(left)
        guard skippingRefused, !rest.attendees.isEmpty else { return nil }
        let again = judge(rest)
        guard again.judgement.isAllowed else { return nil }
        let refused = refusal.filter { reason in
            reason.code.concernsAttendee && reason.person.map(left.contains) ?? false
        }
        return AllowedTraining(request: rest, verdict: again, refused: refused)
    }
}
