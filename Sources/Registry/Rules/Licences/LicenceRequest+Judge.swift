extension LicenceRequest {
    /// Judges the licence by every rule of "Licences", in the contract's order.
    ///
    /// - Parameters:
    ///   - programmes: those that the scope names; `any` is not judged by programme.
    ///   - existing: the holder's licences, whatever their days.
    package func judge(
        programmes: [Programme], existing: [Licence], policy: Policy
    ) -> Judgement {
        if let until, until < from {
            return Judgement([.datesInvalid(term)], policy: policy, on: from)
        }
        let broken =
            typeScopeReasons + typeReasons(programmes.sorted { $0.code < $1.code })
            + overlapReasons(existing)
        return Judgement(broken, policy: policy, on: from)
    }

    /// `type-scope`: single is one programme in one language, the others any number in all.
    private var typeScopeReasons: [Reason] {
        let advice: String
        switch type {
        case .single:
            if case .programmes(let codes) = scope, codes.count == 1, language != nil { return [] }
            advice = "a single licence names exactly one programme and one language"
        case .multiple, .umbrella:
            if language != nil {
                advice = "only a single licence is bound to a language; leave it out"
            } else if scope == .programmes([]) {
                advice = "name at least one programme, or any"
            } else {
                return []
            }
        }
        return [
            Reason(
                .typeScope, details: [Reason.Detail("type", .word(type.rawValue))], advice: advice)
        ]
    }

    /// `type-not-accepted`, once for each programme that does not accept the type.
    private func typeReasons(_ programmes: [Programme]) -> [Reason] {
        guard case .programmes(let codes) = scope else { return [] }
        return programmes.filter { codes.contains($0.code) && !$0.licenceTypes.contains(type) }.map
        {
            let accepted = LicenceType.allCases.filter($0.licenceTypes.contains).map(\.rawValue)
            let choice =
                accepted.isEmpty
                ? "needs no licence" : "accepts \(accepted.joined(separator: " or "))"
            return Reason(
                .typeNotAccepted,
                details: .programme($0) + [Reason.Detail("type", .word(type.rawValue))],
                advice: "\($0.code) \(choice); leave it out or choose another type")
        }
    }

    /// `licence-overlap`, for the licence of the lowest id that stands in the way.
    private func overlapReasons(_ existing: [Licence]) -> [Reason] {
        let inTheWay = existing.filter {
            $0.holder == holder && $0.revokedOn == nil && $0.language == language
                && $0.scope.overlaps(scope) && $0.term.overlaps(term)
        }
        guard let first = inTheWay.min(by: { $0.id < $1.id }) else { return [] }
        let end = first.term.until.map { "until \($0)" } ?? "without end"
        return [
            Reason(
                .licenceOverlap, details: [Reason.Detail("licence", .word(first.id.description))],
                advice: "\(first.id) serves already, \(end): renew it, or choose other days")
        ]
    }
}
